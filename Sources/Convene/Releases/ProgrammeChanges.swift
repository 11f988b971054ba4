import Base

/// What changed between two programmes. The frame comes first (zone, days, rooms), then session by session in the
/// order of the day.
extension ProgrammeChange {
    package static func diff(_ old: Programme?, _ new: Programme) -> [ProgrammeChange] {
        let old = old ?? Programme(zone: new.zone)
        return frame(old, new) + sessions(old, new)
    }

    private static func frame(_ old: Programme, _ new: Programme) -> [ProgrammeChange] {
        var found: [What] = []
        if old.zone != new.zone { found.append(.zoneChanged(old.zone, new.zone)) }
        found += pairs(old.days, new.days, by: \.date).compactMap { pair in
            switch pair {
            case (nil, let day?): .dayAdded(day)
            case (let day?, nil): .dayRemoved(day)
            case (let before?, let after?): before == after ? nil : .dayChanged(before, after)
            case (nil, nil): nil
            }
        }
        for pair in pairs(old.rooms, new.rooms, by: \.id) {
            switch pair {
            case (nil, let room?): found.append(.roomAdded(room))
            case (let room?, nil): found.append(.roomRemoved(room))
            case (let before?, let after?):
                if before.name != after.name { found.append(.roomRenamed(before, after)) }
                if before.capacity != after.capacity { found.append(.roomResized(before, after)) }
            case (nil, nil): break
            }
        }
        for pair in pairs(old.tracks, new.tracks, by: \.id) {
            switch pair {
            case (nil, let track?): found.append(.trackAdded(track))
            case (let track?, nil): found.append(.trackRemoved(track))
            case (let before?, let after?): if before.name != after.name { found.append(.trackRenamed(before, after)) }
            case (nil, nil): break
            }
        }
        return found.map { ProgrammeChange(session: nil, what: $0) }
    }

    private static func sessions(_ old: Programme, _ new: Programme) -> [ProgrammeChange] {
        let both = pairs(old.sessions, new.sessions, by: \.id)
        let ordered = both.sorted { left, right in
            guard let one = left.new ?? left.old, let two = right.new ?? right.old else { return false }
            return (one.date, one.start, one.id) < (two.date, two.start, two.id)
        }
        return ordered.flatMap { pair -> [ProgrammeChange] in
            switch pair {
            case (nil, let session?): [ProgrammeChange(session: session, what: .sessionAdded)]
            case (let session?, nil): [ProgrammeChange(session: session, what: .sessionRemoved)]
            case (let before?, let after?):
                within(before, after, old, new).map { ProgrammeChange(session: after, what: $0) }
            case (nil, nil): []
            }
        }
    }

    private static func within(_ old: Session, _ new: Session, _ before: Programme, _ after: Programme) -> [What] {
        guard old != new else { return [] }
        var found: [What] = []
        if old.title != new.title { found.append(.retitled(old.title, new.title)) }
        if (old.date, old.start) != (new.date, new.start) { found.append(.moved(old.when, new.when)) }
        if old.minutes != new.minutes { found.append(.lengthened(old.when, new.when)) }
        if old.room != new.room { found.append(.roomChanged(before.room(old.room), after.room(new.room))) }
        if old.kind != new.kind { found.append(.kindChanged(old.kind, new.kind)) }
        if old.section != new.section { found.append(.sectionChanged(old.section, new.section)) }
        if old.track != new.track { found.append(.trackChanged(before.track(old.track), after.track(new.track))) }
        if old.detail.subtitle != new.detail.subtitle {
            found.append(.subtitleChanged(old.detail.subtitle, new.detail.subtitle))
        }
        if old.detail.description != new.detail.description {
            found.append(.descriptionChanged(old.detail.description, new.detail.description))
        }
        if old.abstract != new.abstract { found.append(.abstractChanged(old.abstract, new.abstract)) }
        if old.languages != new.languages { found.append(.languagesChanged(old.languages, new.languages)) }
        if relative(old) != relative(new) { found.append(.slotsChanged(old.slots, new.slots)) }
        return found + people(old.appearances, new.appearances)
    }

    /// Slots as seen from the session's start: a block that only moved has the same ones.
    private static func relative(_ session: Session) -> [SlotShape] {
        session.slots.map {
            SlotShape(after: $0.start.minutes - session.start.minutes, minutes: $0.minutes, title: $0.title)
        }
    }
    private struct SlotShape: Hashable {
        let after: Int
        let minutes: Int
        let title: Localized
    }

    /// The same appearance by its identifier, else by the same name: someone entered anew has not left and come.
    private static func people(_ old: [Appearance], _ new: [Appearance]) -> [What] {
        let ids = Set(new.map(\.id))
        var unmatched = old.filter { !ids.contains($0.id) }
        let known = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [What] = []
        for one in new {
            var before = known[one.id]
            if before == nil, let index = unmatched.firstIndex(where: { folded($0.name) == folded(one.name) }) {
                before = unmatched.remove(at: index)
            }
            guard let before else {
                found.append(.appearanceAdded(one))
                continue
            }
            if !isShownAlike(before, one) { found.append(.appearanceChanged(before, one)) }
        }
        return found + unmatched.map { .appearanceRemoved($0) }
    }

    private static func isShownAlike(_ one: Appearance, _ other: Appearance) -> Bool {
        one.name == other.name && one.affiliation == other.affiliation && one.role == other.role && one.presence == other.presence
            && one.readBy == other.readBy
    }

    /// Both sides of each thing: what is new in the order of the new, then what is gone.
    private static func pairs<T, Key: Hashable>(_ old: [T], _ new: [T], by key: (T) -> Key) -> [(old: T?, new: T?)] {
        let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.map(key))
        return new.map { (before[key($0)], $0) } + old.filter { !kept.contains(key($0)) }.map { ($0, nil) }
    }
}
