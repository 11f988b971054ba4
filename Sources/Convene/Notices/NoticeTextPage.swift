import Base
import HTML

/// A change of the programme as plain text: old, arrow, new.
enum NoticeTextPage {
    static func detail(_ change: ProgrammeChange, _ words: Words) -> String {
        switch change.what {
        case .sessionAdded, .sessionRemoved: change.session.map { when($0.when, words) } ?? ""
        case .moved(let old, let new): pair(when(old, words), when(new, words), words)
        case .lengthened(let old, let new):
            pair(words("changes.minutes", count: old.minutes), words("changes.minutes", count: new.minutes), words)
        case .roomChanged(let old, let new): pair(named(old?.name, words), named(new?.name, words), words)
        case .retitled(let old, let new): pair(named(old, words), named(new, words), words)
        case .slotsChanged(let old, let new): pair(slots(old, words), slots(new, words), words)
        case .appearanceAdded(let one), .appearanceRemoved(let one): person(one, words)
        case .appearanceChanged(let old, let new): pair(person(old, words), person(new, words), words)
        default: ""
        }
    }

    /// `Wednesday, 3 December 2025, 09:20–09:30`.
    static func when(_ when: ProgrammeChange.When, _ words: Words) -> String {
        words.date(when.date, .full) + ", " + DraftDeskPage.times(when.start, when.end)
    }

    private static func pair(_ old: String, _ new: String, _ words: Words) -> String {
        old + " " + words("changes.arrow") + " " + new
    }
    private static func named(_ text: Localized?, _ words: Words) -> String {
        guard let text, !text.isEmpty else { return words("changes.nothing") }
        return text.text(words.language)
    }
    private static func slots(_ slots: [Slot], _ words: Words) -> String {
        guard !slots.isEmpty else { return words("changes.nothing") }
        return slots.map { slot in
            let title = slot.title.text(words.language)
            return DraftDeskPage.clock(slot.start) + (title.isEmpty ? "" : " " + title)
        }
        .joined(separator: "; ")
    }
    private static func person(_ one: Appearance, _ words: Words) -> String {
        words("appearance.role.\(one.role.rawValue)") + ", " + words("presence.\(one.presence.rawValue)")
    }
}
