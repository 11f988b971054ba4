import Base
import HTML

/// The form of a track: text in → a name and a colour. Each track has its own fields, told apart by a prefix, since they
/// stand on one page.
package enum TrackForm {
    package struct Draft: Sendable {
        package let id: Identifier?
        package let name: Localized
        package let colour: String?
    }

    package static func prefix(_ track: Identifier?) -> String { track.map { "track-\($0)" } ?? "track-new" }

    /// Whether name and colour will do is for the verb to say. Colours are taken in either case.
    package static func track(sent value: (String) -> String) -> Draft {
        let id = Identifier(value("track"))
        let prefix = prefix(id)
        var texts: [String: String] = [:]
        for language in Language.allCases { texts[language.rawValue] = value("\(prefix)-\(language.rawValue)") }
        // The first language that has a name is the authentic one: English where there is one.
        let authentic = Language.allCases.first { texts[$0.rawValue]?.isEmpty == false } ?? .en
        let colour = value("\(prefix)-colour").lowercased()
        return Draft(
            id: id, name: Localized(texts, authentic: authentic.rawValue), colour: colour.isEmpty ? nil : colour)
    }
}
