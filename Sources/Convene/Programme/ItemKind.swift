/// What an item of an agenda is. The raw value is what the database, the files and the word keys (`kind.<raw>`) use.
package enum ItemKind: String, CaseIterable, Sendable, Codable, Hashable {
    case video, remarks, keynote, report, release, declaration, announcement, roundtable, awards
    case talk, session, plenary, workshop, ceremony, meeting, poster, social, `break`, registration, other

    /// Breaks recede on the page and need no speaker.
    package var isBreak: Bool { self == .break || self == .registration || self == .social }
}

/// How someone appears in an item.
package enum Presence: String, CaseIterable, Sendable, Codable, Hashable {
    case inRoom, online, recorded, readOut
}

/// As what someone appears in an item.
package enum AppearanceRole: String, CaseIterable, Sendable, Codable, Hashable {
    case speaker, moderator, panellist, chair, host, interpreter
}
