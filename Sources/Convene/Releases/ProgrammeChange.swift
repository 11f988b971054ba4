import Base

/// One difference between two programmes, in the words of the programme: not which bytes, but what happened to whom.
package struct ProgrammeChange: Hashable, Sendable {
    /// When a session is.
    package struct When: Hashable, Sendable {
        package let date: CalendarDate
        package let start: ClockTime
        package let minutes: Int
        package var end: ClockTime { start.adding(minutes: minutes) }
    }
    package enum What: Hashable, Sendable {
        case sessionAdded, sessionRemoved
        case moved(When, When)
        case lengthened(When, When)
        case roomChanged(Room?, Room?)
        case retitled(Localized, Localized)
        case kindChanged(ItemKind, ItemKind)
        case abstractChanged(Localized, Localized)
        case sectionChanged(Localized, Localized)
        case languagesChanged([String], [String])
        case slotsChanged([Slot], [Slot])
        case trackChanged(Track?, Track?)
        case subtitleChanged(Localized, Localized)
        case descriptionChanged(Localized, Localized)
        case appearanceAdded(Appearance), appearanceRemoved(Appearance), appearanceChanged(Appearance, Appearance)
        case roomAdded(Room), roomRemoved(Room), roomRenamed(Room, Room), roomResized(Room, Room)
        case trackAdded(Track), trackRemoved(Track), trackRenamed(Track, Track)
        case dayAdded(ProgrammeDay), dayRemoved(ProgrammeDay), dayChanged(ProgrammeDay, ProgrammeDay)
        case zoneChanged(String, String)
    }
    /// The session that it is about, as it is now or, if it was removed, as it was; nil for days, rooms and the zone.
    package let session: Session?
    package let what: What

    /// The word key's last part and the code for machines.
    package var code: String {
        switch what {
        case .sessionAdded: "sessionAdded"
        case .sessionRemoved: "sessionRemoved"
        case .moved: "moved"
        case .lengthened: "lengthened"
        case .roomChanged: "roomChanged"
        case .retitled: "retitled"
        case .kindChanged: "kindChanged"
        case .abstractChanged: "abstractChanged"
        case .sectionChanged: "sectionChanged"
        case .languagesChanged: "languagesChanged"
        case .slotsChanged: "slotsChanged"
        case .trackChanged: "trackChanged"
        case .subtitleChanged: "subtitleChanged"
        case .descriptionChanged: "descriptionChanged"
        case .trackAdded: "trackAdded"
        case .trackRemoved: "trackRemoved"
        case .trackRenamed: "trackRenamed"
        case .appearanceAdded: "appearanceAdded"
        case .appearanceRemoved: "appearanceRemoved"
        case .appearanceChanged: "appearanceChanged"
        case .roomAdded: "roomAdded"
        case .roomRemoved: "roomRemoved"
        case .roomRenamed: "roomRenamed"
        case .roomResized: "roomResized"
        case .dayAdded: "dayAdded"
        case .dayRemoved: "dayRemoved"
        case .dayChanged: "dayChanged"
        case .zoneChanged: "zoneChanged"
        }
    }
}

extension Session {
    package var when: ProgrammeChange.When { ProgrammeChange.When(date: date, start: start, minutes: minutes) }
}
