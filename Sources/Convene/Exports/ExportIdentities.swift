import Base

/// The names under which other programs know what we write: the same in every release, in every format and language.
package struct ExportIdentities: Sendable {
    private let guids: [Identifier: String]
    private let numbers: [Identifier: Int]

    package init(_ sessions: [Session]) {
        numbers = ExportIdentities.numbers(sessions.map(\.id))
        var counts: [String: Int] = [:]
        for session in sessions { if let guid = session.detail.guid { counts[guid, default: 0] += 1 } }
        var guids: [Identifier: String] = [:]
        for session in sessions {
            // One that two sessions claim names neither.
            if let guid = session.detail.guid, counts[guid] == 1, Identifier(guid) != nil { guids[session.id] = guid }
        }
        self.guids = guids
    }

    /// RFC 4122 text: that of the program from which the session came, else its own identifier.
    package func guid(_ session: Session) -> String { guids[session.id] ?? session.id.text }
    /// Positive, below 2³¹.
    package func number(_ session: Session) -> Int { numbers[session.id] ?? 1 }

    /// Positive and stable: drawn from the identifier alone, so that a session keeps its number in every release. Should two
    /// ever meet, the later identifier takes the next number that is free.
    package static func numbers(_ ids: [Identifier]) -> [Identifier: Int] {
        var taken: Set<Int> = []
        var numbers: [Identifier: Int] = [:]
        for id in ids.sorted() {
            var number = number(id.text)
            while !taken.insert(number).inserted { number += 1 }
            numbers[id] = number
        }
        return numbers
    }

    /// FNV-1a, 32 bits, without its sign: 1 to 2³¹ − 1.
    package static func number(_ text: String) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return max(1, Int(hash & 0x7fff_ffff))
    }

    /// A speaker's: the person's identifier, else a UUIDv8 of the key that the name alone gives.
    package static func guid(_ speaker: SpeakerKey) -> String {
        if let person = speaker.person { return person.text }
        let halves = [speaker.text, speaker.text + "#"].map { SpeakerKey.fnv1a($0.utf8) }
        let bytes = halves.flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * $0)) } }
        return Identifier(digest: bytes).text
    }
}
