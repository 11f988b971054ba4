import Base
import HTML
import Paper

/// What an organiser wants printed as badges.
package struct BadgeOrder: Hashable, Sendable {
    package enum Sheet: String, CaseIterable, Sendable {
        case a6, a4, letter
    }
    package var sheet: Sheet
    package init(_ sheet: Sheet) { self.sheet = sheet }
}

/// Badges of those who come.
enum BadgesPaper {
    static func sheet(
        _ people: [Registration], event: Event, categories: [PlaceCategory], order: BadgeOrder,
        code: (Registration) -> String, words: Words, now: Instant
    ) -> BadgeSheet {
        let known = Dictionary(categories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return BadgeSheet(
            info: EventPaper.info(event, words("papers.badges"), words, at: now),
            badges: people.map { badge($0, known[$0.category], event, code($0), words) }, stock: stock(order.sheet),
            band: EventPaper.band(event))
    }

    private static func badge(_ one: Registration, _ category: PlaceCategory?, _ event: Event, _ code: String, _ words: Words)
        -> Badge
    {
        Badge(
            name: EventPaper.name(one.holder),
            organisation: one.holder.organisation.isEmpty ? nil : PaperText(one.holder.organisation),
            role: category.map { EventPaper.text($0.name, words.language) },
            languages: one.holder.speaks.map { PaperText(own($0, words), $0) },
            event: EventPaper.text(event.name, words.language), code: code, accent: accent(category?.kind ?? .general))
    }

    /// A language by its own name, where the house speaks it; else by that of the words.
    private static func own(_ tag: String, _ words: Words) -> String {
        if let language = Language(rawValue: tag) { return language.autonym }
        return words.languageName(tag)
    }

    /// The bar at the foot tells kinds apart from a few steps away; its words say the same.
    private static func accent(_ kind: PlaceCategory.Kind) -> PaperColour {
        switch kind {
        case .general: .teal
        case .speaker: PaperColour(0x9a2457)
        case .delegate: PaperColour(0x4a3fb0)
        case .press: PaperColour(0x8f5400)
        case .guest: PaperColour(0x3c6e1f)
        case .staff: PaperColour(0x17202e)
        }
    }

    private static func stock(_ sheet: BadgeOrder.Sheet) -> BadgeSheet.Stock {
        switch sheet {
        case .a6: .a6
        case .a4: .a4FourUp
        case .letter: .letterFourUp
        }
    }
}
