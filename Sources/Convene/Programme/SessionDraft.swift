import Base

/// A session as a form or an import gives it, before it has identifiers.
package struct SessionDraft: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package var start: ClockTime
        package var minutes: Int
        package var title: Localized
    }
    package struct Person: Hashable, Sendable {
        /// The appearance that this was, if it was there before.
        package var id: Identifier?
        package var name: String
        package var affiliation: String
        package var role: AppearanceRole
        package var presence: Presence
        package var readBy: String

        package init(
            id: Identifier? = nil, name: String, affiliation: String = "", role: AppearanceRole = .speaker,
            presence: Presence = .inRoom, readBy: String = ""
        ) {
            self.id = id
            self.name = name
            self.affiliation = affiliation
            self.role = role
            self.presence = presence
            self.readBy = readBy
        }
    }
    package var date: CalendarDate
    package var start: ClockTime
    package var minutes: Int
    package var room: Identifier?
    package var kind: ItemKind
    package var title: Localized
    package var abstract: Localized = .empty
    package var section: Localized = .empty
    package var languages: [String] = []
    package var people: [Person] = []
    package var slots: [Part] = []
    package var track: Identifier?
    package var isInternal = false
    package var detail = SessionDetail()

    package init(
        date: CalendarDate, start: ClockTime, minutes: Int, room: Identifier? = nil, kind: ItemKind, title: Localized,
        abstract: Localized = .empty, section: Localized = .empty, languages: [String] = [], people: [Person] = [],
        slots: [Part] = [], track: Identifier? = nil, isInternal: Bool = false, detail: SessionDetail = SessionDetail()
    ) {
        self.date = date
        self.start = start
        self.minutes = minutes
        self.room = room
        self.kind = kind
        self.title = title
        self.abstract = abstract
        self.section = section
        self.languages = languages
        self.people = people
        self.slots = slots
        self.track = track
        self.isInternal = isInternal
        self.detail = detail
    }

    /// The session; slots and appearances that were there before keep their identifiers, so that a change log can tell
    /// a change from a removal and an addition.
    package func session(_ id: Identifier, before old: Session?, newID: () -> Identifier) -> Session {
        let known = Dictionary((old?.appearances ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let appearances = people.map { person in
            let same = person.id.flatMap { known[$0] }
            return Appearance(
                id: same?.id ?? newID(), person: same?.name == person.name ? same?.person : nil, name: person.name,
                affiliation: person.affiliation, role: person.role, presence: person.presence,
                readBy: person.presence == .readOut ? person.readBy : "")
        }
        let slots = slots.enumerated().map { index, slot in
            let same = (old?.slots ?? []).indices.contains(index) ? old?.slots[index].id : nil
            return Slot(id: same ?? newID(), start: slot.start, minutes: slot.minutes, title: slot.title)
        }
        return Session(
            id: id, date: date, start: start, minutes: minutes, room: room, kind: kind, title: title, abstract: abstract,
            section: section, languages: languages, appearances: appearances, slots: slots, track: track,
            isInternal: isInternal, detail: detail)
    }
}

extension SessionDraft {
    /// The draft that gives `session` again: what a form starts from.
    package init(_ session: Session) {
        self.init(
            date: session.date, start: session.start, minutes: session.minutes, room: session.room, kind: session.kind,
            title: session.title, abstract: session.abstract, section: session.section, languages: session.languages,
            people: session.appearances.map {
                Person(
                    id: $0.id, name: $0.name, affiliation: $0.affiliation, role: $0.role, presence: $0.presence,
                    readBy: $0.readBy)
            },
            slots: session.slots.map { Part(start: $0.start, minutes: $0.minutes, title: $0.title) },
            track: session.track, isInternal: session.isInternal, detail: session.detail)
    }
}
