import Base

/// What a file says of one session, free of identifiers of ours: kept with the session, so that the next import can tell
/// what changed in the file from what was changed here.
package struct ImportedFields: Hashable, Sendable, Codable {
    package struct Place: Hashable, Sendable, Codable {
        package var date: CalendarDate
        package var start: Int
        package var room: String?
    }
    /// Nil: it has no place in the plan.
    package var place: Place?
    package var minutes: Int
    package var kind: ItemKind
    package var title: String
    package var subtitle: String
    package var abstract: String
    package var description: String
    package var track: String?
    package var languages: [String]
    package var names: [String]
    package var licence: String
    package var isOptOut: Bool
    package var origin: String
    package var guid: String?
    package var links: [ImportedLink] = []

    /// Kinds as other programs name them.
    package static func kind(_ type: String, title: String) -> ItemKind {
        let words = folded(type).split { !$0.isLetter }.map { String($0) }
        for word in words {
            if let known = kinds[word] { return known }
            if let own = ItemKind(rawValue: word) { return own }
        }
        return words.isEmpty && pauses.contains(folded(title)) ? .break : .talk
    }
    private static let pauses: Set<String> = [
        "break", "coffee break", "lunch", "lunch break", "pause", "mittagspause", "kaffeepause", "almuerzo", "descanso", "cafe",
    ]
    private static let kinds: [String: ItemKind] = [
        "lecture": .talk, "vortrag": .talk, "presentation": .talk, "short": .talk, "long": .talk, "lightning": .talk,
        "maintrack": .talk, "devroom": .talk, "keynotes": .keynote, "workshops": .workshop, "tutorial": .workshop,
        "handson": .workshop, "hands": .workshop, "panel": .roundtable, "podium": .roundtable, "discussion": .roundtable,
        "bof": .meeting, "meetings": .meeting, "assembly": .meeting, "pause": .break, "coffee": .break, "lunch": .break,
        "party": .social, "concert": .social, "performance": .social, "djset": .social, "film": .video, "movie": .video,
        "opening": .ceremony, "closing": .ceremony, "posters": .poster, "exhibit": .other, "contest": .other,
    ]
}
