import Base

/// Someone who appears in a release, over all its sessions: one for each key, as in the interface for programs.
package struct Speaker: Hashable, Sendable {
    package let key: SpeakerKey
    package let name: String
    /// As they stand on the programme, each once, in its order.
    package let affiliations: [String]
    /// In the order of the programme.
    package let sessions: [Identifier]

    package init(key: SpeakerKey, name: String, affiliations: [String], sessions: [Identifier]) {
        self.key = key
        self.name = name
        self.affiliations = affiliations
        self.sessions = sessions
    }

    /// Where the speaker's page is, within the event.
    package func path(_ event: Event) -> String { Speaker.path(event, key) }
    package static func path(_ event: Event, _ key: SpeakerKey) -> String { "\(event.path)/speakers/\(key.text)" }

    /// In the order of their keys.
    package static func all(of programme: Programme) -> [Speaker] {
        var found: [SpeakerKey: (appearances: [Appearance], sessions: [Identifier])] = [:]
        for session in programme.sessions {
            for one in session.appearances {
                guard let key = SpeakerKey(one) else { continue }
                found[key, default: ([], [])].appearances.append(one)
                if found[key]?.sessions.last != session.id { found[key]?.sessions.append(session.id) }
            }
        }
        return found.sorted { $0.key < $1.key }.map { key, value in
            var affiliations: [String] = []
            for one in value.appearances where !one.affiliation.isEmpty && !affiliations.contains(one.affiliation) {
                affiliations.append(one.affiliation)
            }
            return Speaker(
                key: key, name: SpeakerKey.name(of: value.appearances), affiliations: affiliations, sessions: value.sessions)
        }
    }

    /// What stands in the place of a picture: the first letters of the first and the last word, of one word the first, of
    /// names without letters of two cases the first character.
    package var initials: String {
        let words = name.split(separator: " ").filter { $0.first?.isLetter == true }
        guard let first = words.first?.first else { return name.first.map(String.init) ?? "" }
        guard words.count > 1, let last = words.last?.first, Speaker.isCased(first), Speaker.isCased(last) else {
            return String(first).uppercased()
        }
        return (String(first) + String(last)).uppercased()
    }

    /// Under which letter of an index a name stands; nil for scripts whose names have no alphabet to be sorted by.
    package static func letter(of sorting: String) -> String? {
        guard let first = sorting.first(where: \.isLetter), let plain = SearchFolding.folded(first).first else { return nil }
        if isCased(plain) { return String(plain).uppercased() }
        return isAlphabetic(plain) ? String(plain) : nil
    }

    private static func isCased(_ letter: Character) -> Bool { letter.isUppercase || letter.isLowercase }
    /// Hebrew, Arabic, Devanagari and their neighbours, Thai, Georgian, Ethiopic: not Han, Kana or Hangul.
    private static func isAlphabetic(_ letter: Character) -> Bool {
        letter.unicodeScalars.first.map { (0x0530..<0x1100).contains($0.value) || (0x1200..<0x1400).contains($0.value) } ?? false
    }
}
