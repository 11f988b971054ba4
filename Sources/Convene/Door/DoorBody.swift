import Base
import Foundation

/// What devices and the house tell each other, as JSON. Nothing else is ever encoded for a device.
package enum DoorBody {
    // MARK: From a device

    package struct Batch: Decodable, Sendable {
        /// What the device adds to its clock to get the house's, in milliseconds.
        package let skew: Double?
        package let scans: [Scan]
    }

    /// Nothing is demanded here, so that one odd scan does not hold up all the others.
    package struct Scan: Decodable, Sendable {
        package let id: String?
        package let kind: String?
        package let how: String?
        /// Milliseconds since 1970 by the device's clock.
        package let at: Double?
        package let said: String?
        package let code: String?
        package let undoes: String?
    }

    // MARK: To a device

    package struct Answer: Encodable, Sendable {
        package let now: Int64
        package let scans: [Verdict]
        /// What cannot be taken in, whoever sends it again.
        package let refused: [String]
    }

    package struct Verdict: Encodable, Sendable {
        package let id: Identifier
        package let key: String?
        package let kind: DoorScan.Kind
        package let result: DoorResult
        package let objection: DoorResult?
        package let isConflict: Bool
        package let isUndone: Bool
        package let at: Int64
        package let door: Identifier
        package let name: String?
        package let latin: String?
        package let number: String?
        package let isUnpaid: Bool
        package let earlier: Earlier?
    }
    package struct Earlier: Encodable, Sendable {
        package let id: Identifier
        package let door: Identifier
        package let at: Int64
    }

    package struct List: Encodable, Sendable {
        package let now: Int64
        /// What to ask for next time.
        package let since: String
        /// Part → everybody in it; only the parts that differ from what the device has.
        package let parts: [String: [DoorList.Row]]
        package let scans: [Seen]
        /// There are more scans: ask again at once.
        package let more: Bool
    }

    /// A scan at this place, whoever made it.
    package struct Seen: Encodable, Sendable {
        package let id: Identifier
        package let key: String
        package let kind: DoorScan.Kind
        package let door: Identifier
        package let at: Int64
        package let result: DoorResult
        package let said: DoorResult?
        package let objection: DoorResult?
        package let undoes: Identifier?
        package let isUndone: Bool
        package let isConflict: Bool
        package let earlier: Identifier?
    }

    package struct Found: Encodable, Sendable {
        package let people: [Person]
    }
    package struct Person: Encodable, Sendable {
        package let key: String
        package let name: String
        package let latin: String
        package let organisation: String
        package let number: String
        package let standing: DoorEntry.Standing
    }

    /// What a page's script is told with the page.
    package struct Facts: Encodable, Sendable {
        package let door: Identifier
        package let device: Identifier
        package let event: Identifier
        /// Four letters by which tickets name the event.
        package let hint: String
        /// The public key that tickets are checked with, base 64.
        package let seal: String
        package let zone: String
        package let terms: DoorTerms
        package let session: Identifier?
        package let countsOut: Bool
        package let keepsNames: Bool
        package let doors: [String: String]
        /// Result → what it is called, what to do.
        package let results: [String: [String]]
        package let words: [String: String]

        package init(
            _ device: DoorDevice, _ door: Door, _ event: Event, _ terms: DoorTerms, seal: String, doors: [String: String],
            results: [String: [String]], words: [String: String]
        ) {
            self.door = door.id
            self.device = device.id
            self.event = event.id
            hint = TicketSeal.hint(event.id.text)
            self.seal = seal
            zone = event.zone
            self.terms = terms
            session = door.session
            countsOut = door.countsOut
            keepsNames = device.keepsNames
            self.doors = doors
            self.results = results
            self.words = words
        }

        package var text: String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        }
    }

    // MARK: Reading

    /// 2001 to 2286: a clock that was never set is told apart from one that is merely wrong.
    fileprivate static let times = 978_307_200_000.0...9_999_999_999_999.0
    fileprivate static let mostSkew = 366 * 86_400_000.0

    package static func batch(_ bytes: [UInt8]) throws -> Batch {
        do {
            return try JSONDecoder().decode(Batch.self, from: Data(bytes))
        } catch { throw Refusal(.invalid, "door.refusal.batch") }
    }
}

extension DoorBody.Batch {
    /// Never more than a year, and nothing that is no number.
    package var milliseconds: Int {
        guard let skew, skew.isFinite, abs(skew) <= DoorBody.mostSkew else { return 0 }
        return Int(skew)
    }
}

extension DoorBody.Scan {
    /// Nil for what is no scan.
    package var sent: SentScan? {
        guard let id = id.flatMap({ Identifier($0) }), let kind = kind.flatMap(DoorScan.Kind.init), let at, at.isFinite,
            DoorBody.times.contains(at), let code, code.utf8.count <= SentScan.longestCode
        else { return nil }
        return SentScan(
            id: id, kind: kind, how: how.flatMap(DoorScan.How.init) ?? .typed, at: Instant(milliseconds: Int64(at)),
            said: said.flatMap(DoorResult.init), code: code, undoes: undoes.flatMap { Identifier($0) })
    }
}
