import Base
import Foundation

@testable import Convene

/// The cases that are run against the house's rules and, in the browser's test, against the same rules of the device's page.
struct DoorCases: Decodable, Sendable {
    struct Ticket: Decodable, Sendable {
        let number: String
        let generation: Int
        let text: String
    }
    struct Key: Decodable, Sendable {
        let number: String
        let key: String
    }
    struct Reading: Decodable, Sendable {
        let text: String
        let kind: String
        let number: String?
        let generation: Int?
        let event: String?
    }
    struct Sealed: Decodable, Sendable {
        let text: String
        let holds: Bool
    }
    struct Typed: Decodable, Sendable {
        let text: String
        let kind: String
        /// If somebody has that number.
        let known: String?
    }
    struct Entry: Decodable, Sendable {
        let generation: Int
        let standing: DoorEntry.Standing
        let category: Identifier
        let isUnpaid: Bool
        let seats: [Identifier]
    }
    struct Objection: Decodable, Sendable {
        let shown: DoorRules.Shown
        let generation: Int?
        let entry: Entry?
        let terms: DoorTerms
        let kind: DoorScan.Kind
        let result: DoorResult?
    }
    struct Scan: Decodable, Sendable {
        let id: Identifier
        let at: Int64
        let kind: DoorScan.Kind
        let said: DoorResult?
        let objection: DoorResult?
        let undoes: Identifier?
    }
    struct Result: Decodable, Hashable, Sendable {
        let id: Identifier
        let result: DoorResult
        let isUndone: Bool
        let isConflict: Bool
        let earlier: Identifier?
    }
    struct Settled: Decodable, Sendable {
        let what: String
        let scans: [Scan]
        let results: [Result]
    }

    let event: String
    let hint: String
    let seal: Data
    let seed: Data
    let tickets: [Ticket]
    let keys: [Key]
    let readings: [Reading]
    let sealed: [Sealed]
    let typed: [Typed]
    let objections: [Objection]
    let settled: [Settled]

    static func read() throws -> DoorCases {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try Data(contentsOf: folder.appendingPathComponent("Fixtures/door/cases.json"))
        return try JSONDecoder().decode(DoorCases.self, from: text)
    }
}
