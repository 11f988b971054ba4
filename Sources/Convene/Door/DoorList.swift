import Base
import Crypto
import Foundation

/// The list of an event that devices keep, in 64 parts by the digest of each entry: a device says which parts it has in which
/// version, and is given those that differ. So nothing has to be remembered of what changed when, and what is erased is gone
/// from the devices too.
package struct DoorList: Sendable {
    package static let parts = 64

    /// By the key under which devices keep her.
    package let entries: [String: DoorEntry]
    /// The same by number.
    package let byNumber: [String: DoorEntry]
    package let byRegistration: [Identifier: DoorEntry]
    /// How many may come.
    package let confirmed: Int
    /// Rows of each part, for a device that keeps names and for one that does not.
    private let rows: [Bool: [[Row]]]
    private let versions: [Bool: [String]]

    /// What a device is told of somebody. The names of the fields are short since there are thousands.
    package struct Row: Codable, Hashable, Sendable {
        /// Key.
        package let k: String
        /// Generation.
        package let g: Int
        /// `confirmed`, `pending`, `ended`.
        package let s: DoorEntry.Standing
        /// Category.
        package let c: Identifier
        /// Unpaid.
        package let u: Bool?
        /// Sessions with a seat.
        package let t: [Identifier]?
        /// Name or initials.
        package let n: String?
        /// Name in Latin letters.
        package let l: String?
    }

    package init(_ all: [DoorEntry], event: Identifier) {
        var entries: [String: DoorEntry] = [:]
        var parts = [Bool: [[Row]]]()
        for keepsNames in [true, false] { parts[keepsNames] = Array(repeating: [], count: DoorList.parts) }
        for entry in all.sorted(by: { $0.number < $1.number }) {
            let key = DoorEntry.key(of: entry.number, in: event)
            entries[key] = entry
            let part = Int(DoorEntry.digest(entry.number, event)[0]) % DoorList.parts
            for keepsNames in [true, false] { parts[keepsNames]?[part].append(Row(entry, key: key, keepsNames: keepsNames)) }
        }
        self.entries = entries
        byNumber = Dictionary(all.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        byRegistration = Dictionary(all.map { ($0.registration, $0) }, uniquingKeysWith: { first, _ in first })
        confirmed = all.count { $0.standing == .confirmed }
        rows = parts
        versions = parts.mapValues { $0.map(DoorList.version) }
    }

    /// Eight hexadecimal digits.
    private static func version(_ rows: [Row]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = (try? encoder.encode(rows)) ?? Data()
        return hexadecimal(SHA256.hash(data: data).prefix(4))
    }

    /// The versions of all parts, one after the other: 512 digits.
    package func version(keepsNames: Bool) -> String { versions[keepsNames, default: []].joined() }

    /// The parts that differ from what a device has; all of them if it has none.
    package func changes(since version: String?, keepsNames: Bool) -> [String: [Row]] {
        let now = versions[keepsNames, default: []]
        let known = version.map { DoorList.cut($0) } ?? []
        var changed: [String: [Row]] = [:]
        for (index, part) in rows[keepsNames, default: []].enumerated()
        where known.count != DoorList.parts || known[index] != now[index] {
            changed[String(index)] = part
        }
        return changed
    }

    /// Who is called so, or has that number: every part of what was typed is in it. In the order of their names, so many.
    package func found(_ text: String, limit: Int) -> [DoorEntry] {
        let wanted = DoorList.folded(text).split(separator: " ")
        guard !wanted.isEmpty else { return [] }
        let hits = entries.values.filter { entry in
            let whole = DoorList.folded("\(entry.name) \(entry.latin) \(entry.organisation) \(entry.number)")
            return wanted.allSatisfy { whole.contains($0) }
        }
        // Who may come in stands first.
        return Array(hits.sorted { (rank($0), $0.name, $0.number) < (rank($1), $1.name, $1.number) }.prefix(limit))
    }
    private func rank(_ entry: DoorEntry) -> Int { entry.standing == .confirmed ? 0 : 1 }
    private static func folded(_ text: String) -> String { text.map(SearchFolding.folded).joined() }

    private static func cut(_ version: String) -> [String] {
        let digits = Array(version.utf8)
        guard digits.count == parts * 8 else { return [] }
        return (0..<parts).map { String(decoding: digits[$0 * 8..<$0 * 8 + 8], as: UTF8.self) }
    }
}

extension DoorList.Row {
    /// Of those who are not let in no name is told.
    init(_ entry: DoorEntry, key: String, keepsNames: Bool) {
        let isIn = entry.standing == .confirmed
        k = key
        g = entry.generation
        s = entry.standing
        c = entry.category
        u = entry.isUnpaid ? true : nil
        t = entry.seats.isEmpty ? nil : entry.seats.sorted()
        n = isIn ? keepsNames ? entry.name : DoorEntry.initials(entry.name) : nil
        l = isIn && keepsNames && !entry.latin.isEmpty && entry.latin != entry.name ? entry.latin : nil
    }
}
