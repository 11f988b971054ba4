import Base
import Formats

/// A foreign schedule laid over a draft, field by field: what changed in the file comes, what was changed here stays, and
/// what was changed in both is told.
struct ScheduleMerge {
    let schedule: ForeignSchedule
    let choices: ScheduleChoices
    let newID: () -> Identifier
    private(set) var programme: Programme
    private(set) var origins: [ScheduleOrigin] = []
    private(set) var created: [Identifier] = []
    private(set) var changed: [Identifier] = []
    private(set) var removed: [Identifier] = []
    private(set) var unchanged = 0
    private(set) var missing: [Identifier] = []
    private(set) var conflicts: [SchedulePlan.Conflict] = []
    private(set) var links: ImportedLinks
    var log = FindingLog()

    private let known: [String: ScheduleOrigin]
    private var places: SchedulePlaces
    /// Every session of the draft, placed or not.
    private var sessions: [Identifier: Session]
    private var isPlaced: [Identifier: Bool]
    private let byGuid: [String: Identifier]
    private var order: [Identifier]
    private var rooms: [String: Identifier]
    private var tracks: [String: Identifier]
    private var roomNames: [Identifier: String]
    private var trackNames: [Identifier: String]

    init(
        _ schedule: ForeignSchedule, draft: Programme, event: Event, origins: [ScheduleOrigin], choices: ScheduleChoices,
        links: ImportedLinks, newID: @escaping () -> Identifier
    ) {
        self.schedule = schedule
        self.choices = choices
        self.links = links
        self.newID = newID
        programme = draft
        known = Dictionary(origins.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        places = SchedulePlaces(schedule, event: event, days: draft.days, extendsDays: choices.extendsDays)
        let all = draft.sessions + draft.unplaced
        sessions = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        isPlaced = Dictionary(
            draft.sessions.map { ($0.id, true) } + draft.unplaced.map { ($0.id, false) }, uniquingKeysWith: { first, _ in first })
        byGuid = Dictionary(all.map { ($0.detail.guid ?? $0.id.text, $0.id) }, uniquingKeysWith: { first, _ in first })
        order = all.map(\.id)
        rooms = ScheduleMerge.names(draft.rooms.map { ($0.name, $0.id) })
        tracks = ScheduleMerge.names(draft.tracks.map { ($0.name, $0.id) })
        roomNames = Dictionary(draft.rooms.map { ($0.id, $0.name.text(.en)) }, uniquingKeysWith: { first, _ in first })
        trackNames = Dictionary(draft.tracks.map { ($0.id, $0.name.text(.en)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func names(_ things: [(Localized, Identifier)]) -> [String: Identifier] {
        var found: [String: Identifier] = [:]
        for (name, id) in things {
            for text in name.texts.values where found[folded(text)] == nil { found[folded(text)] = id }
        }
        return found
    }

    mutating func run() {
        let lengths = places.lengths(&log)
        for (index, event) in schedule.events.enumerated() {
            if event.status == .cancelled { cancel(event) } else { take(event, minutes: lengths[index]) }
        }
        settleMissing()
        let gone = Set(removed)
        order.removeAll { gone.contains($0) }
        let all = order.compactMap { sessions[$0] }
        programme.sessions = all.filter { isPlaced[$0.id] == true }
        programme.unplaced = all.filter { isPlaced[$0.id] == false }
        programme.days = places.days
        programme.sort()
    }

    // MARK: One session

    private mutating func take(_ event: ForeignEvent, minutes: Int) {
        let theirs = fields(event, minutes: minutes)
        let origin = known[event.identity]
        let found = origin?.session ?? event.guid.flatMap { byGuid[$0] }
        guard let id = found, let ours = sessions[id] else {
            // It was imported before and removed here: it stays removed unless the file has something new to say of it.
            if let origin, origin.imported == theirs || !choices.fileWins {
                origins.append(origin)
                log.add(.dropped, "removedHere", line: event.line, ["title": event.title])
                return
            }
            create(event, theirs)
            return
        }
        var merged = ours
        var placed = isPlaced[id] ?? true
        merge(theirs, base: origin?.imported, into: &merged, &placed)
        let hasOtherLinks = links.settle(id, base: origin?.imported.links ?? [], theirs: theirs.links)
        if merged == ours, placed == isPlaced[id], !hasOtherLinks {
            unchanged += 1
        } else {
            changed.append(id)
            sessions[id] = merged
            isPlaced[id] = placed
        }
        if placed { places.cover(merged) }
        keep(event, id, theirs)
    }

    private mutating func create(_ event: ForeignEvent, _ theirs: ImportedFields) {
        let id = newID()
        var session = Session(
            id: id, date: theirs.place?.date ?? places.first, start: ClockTime(minutes: theirs.place?.start ?? 0),
            minutes: theirs.minutes, room: nil, kind: theirs.kind, title: text(theirs.title), abstract: text(theirs.abstract),
            section: .empty, languages: theirs.languages, appearances: [], slots: [])
        session.room = (theirs.place?.room ?? event.room).flatMap { room($0) }
        session.track = theirs.track.flatMap { track($0) }
        session.appearances = appearances(theirs.names, event, [])
        session.detail = SessionDetail(
            subtitle: text(theirs.subtitle), description: text(theirs.description), guid: theirs.guid,
            recordingLicence: theirs.licence, isRecordingOptOut: theirs.isOptOut, origin: theirs.origin)
        sessions[id] = session
        isPlaced[id] = theirs.place != nil
        order.append(id)
        created.append(id)
        if theirs.place != nil { places.cover(session) }
        _ = links.settle(id, base: [], theirs: theirs.links)
        keep(event, id, theirs)
    }

    private mutating func keep(_ event: ForeignEvent, _ id: Identifier, _ theirs: ImportedFields) {
        origins.append(ScheduleOrigin(identity: event.identity, session: id, imported: theirs))
    }

    private mutating func fields(_ event: ForeignEvent, minutes: Int) -> ImportedFields {
        let place = places.place(event)
        return ImportedFields(
            place: place.map { ImportedFields.Place(date: $0.date, start: $0.start.minutes, room: event.room) }, minutes: minutes,
            kind: ImportedFields.kind(event.type, title: event.title), title: event.title, subtitle: event.subtitle,
            abstract: event.abstract, description: event.description, track: event.track, languages: event.languages,
            names: event.persons.map(\.name), licence: event.recordingLicence, isOptOut: event.isRecordingOptOut,
            origin: event.url.hasPrefix("http") ? event.url : "", guid: event.guid,
            links: linked(event))
    }

    /// Those that lead somewhere; what leads nowhere is told.
    private mutating func linked(_ event: ForeignEvent) -> [ImportedLink] {
        let all = event.links.map { ($0, false) } + event.attachments.map { ($0, true) }
        return all.compactMap { link, isFile in
            if let found = ImportedLink(link, isFile: isFile, site: schedule.url) { return found }
            log.add(.dropped, "link", line: event.line, ["value": String(link.url.prefix(80))])
            return nil
        }
    }

    // MARK: Field by field

    private mutating func merge(
        _ theirs: ImportedFields, base: ImportedFields?, into session: inout Session, _ placed: inout Bool
    ) {
        let id = session.id
        let here =
            placed
            ? ImportedFields.Place(
                date: session.date, start: session.start.minutes,
                room: session.room.flatMap { name(of: $0, as: [theirs.place?.room, base?.place?.room]) })
            : nil
        let basePlace: ImportedFields.Place?? = base.map { $0.place }
        if let place = pick("place", id, here, basePlace, theirs.place, shown: shown) {
            placed = place != nil
            if let place {
                session.date = place.date
                session.start = ClockTime(minutes: place.start)
                session.room = place.room.flatMap { room($0) }
            }
        }
        if let value = pick("minutes", id, session.minutes, base?.minutes, theirs.minutes, shown: { String($0) }) {
            session.minutes = value
        }
        if let value = pick("kind", id, session.kind, base?.kind, theirs.kind, shown: { $0.rawValue }) { session.kind = value }
        mergeText("title", id, &session.title, base?.title, theirs.title)
        mergeText("subtitle", id, &session.detail.subtitle, base?.subtitle, theirs.subtitle)
        mergeText("abstract", id, &session.abstract, base?.abstract, theirs.abstract)
        mergeText("description", id, &session.detail.description, base?.description, theirs.description)
        let baseTrack: String?? = base.map { $0.track }
        let track = session.track.flatMap { trackName(of: $0, as: [theirs.track, base?.track]) }
        if let value = pick("track", id, track, baseTrack, theirs.track, shown: { $0 ?? "" }) {
            session.track = value.flatMap { self.track($0) }
        }
        if let value = pick(
            "languages", id, session.languages, base?.languages, theirs.languages, shown: { $0.joined(separator: ", ") })
        {
            session.languages = value
        }
        mergeRest(theirs, base: base, into: &session)
    }

    private mutating func mergeRest(_ theirs: ImportedFields, base: ImportedFields?, into session: inout Session) {
        let id = session.id
        let names = session.appearances.map(\.name)
        if let value = pick("people", id, names, base?.names, theirs.names, shown: { $0.joined(separator: ", ") }) {
            session.appearances = appearances(value, nil, session.appearances)
        }
        if let value = pick("licence", id, session.detail.recordingLicence, base?.licence, theirs.licence, shown: { $0 }) {
            session.detail.recordingLicence = value
        }
        if let value = pick(
            "optOut", id, session.detail.isRecordingOptOut, base?.isOptOut, theirs.isOptOut, shown: { $0 ? "1" : "0" })
        {
            session.detail.isRecordingOptOut = value
        }
        // What has no address of its own keeps none: our own exports name our own page.
        if base != nil, let value = pick("origin", id, session.detail.origin, base?.origin, theirs.origin, shown: { $0 }) {
            session.detail.origin = value
        }
    }

    /// The value to take instead of ours; nil: ours stays.
    private mutating func pick<T: Equatable>(
        _ field: String, _ id: Identifier, _ ours: T, _ base: T?, _ theirs: T, shown: (T) -> String
    ) -> T? {
        if ours == theirs { return nil }
        guard let base else { return theirs }
        if theirs == base { return nil }
        if ours == base { return theirs }
        conflicts.append(SchedulePlan.Conflict(session: id, field: field, ours: shown(ours), theirs: shown(theirs)))
        return choices.fileWins ? theirs : nil
    }

    /// A text counts as ours in whatever language it stands; its translations stay.
    private mutating func mergeText(_ field: String, _ id: Identifier, _ ours: inout Localized, _ base: String?, _ theirs: String)
    {
        let texts = Set(ours.texts.values)
        let here = texts.contains(theirs) ? theirs : base.flatMap { texts.contains($0) ? $0 : nil } ?? ours.reading(.en).text
        guard let value = pick(field, id, here, base, theirs, shown: { $0 }) else { return }
        var all = ours.texts
        let place = all.first { $0.value == here }?.key ?? choices.tag
        all[place] = value
        ours = Localized(all, authentic: all[ours.authentic] == nil ? place : ours.authentic)
    }

    private func text(_ text: String) -> Localized {
        text.isEmpty ? .empty : Localized([choices.tag: text], authentic: choices.tag)
    }
    private func shown(_ place: ImportedFields.Place?) -> String {
        guard let place else { return "" }
        return [place.date.description, ClockTime(minutes: place.start).description, place.room ?? ""].joined(separator: " ")
    }

    /// People by their names: whoever was there keeps what is known of her.
    private func appearances(_ names: [String], _ event: ForeignEvent?, _ old: [Appearance]) -> [Appearance] {
        var rest = old
        return names.enumerated().map { index, name in
            if let place = rest.firstIndex(where: { folded($0.name) == folded(name) }) { return rest.remove(at: place) }
            let affiliation = event.map { $0.persons.indices.contains(index) ? $0.persons[index].affiliation : "" } ?? ""
            return Appearance(
                id: newID(), person: nil, name: name, affiliation: affiliation, role: .speaker, presence: .inRoom, readBy: "")
        }
    }

    // MARK: Rooms and tracks

    private mutating func room(_ name: String) -> Identifier {
        if let known = rooms[folded(name)] { return known }
        let foreign = schedule.rooms.first { $0.name == name }
        if let guid = foreign?.guid.flatMap({ Identifier($0) }), programme.room(guid) != nil { return guid }
        let room = Room(
            id: newID(), name: Localized([choices.tag: name], authentic: choices.tag),
            position: (programme.rooms.map(\.position).max() ?? 0) + 1, capacity: foreign?.capacity.flatMap { $0 > 0 ? $0 : nil })
        programme.rooms.append(room)
        rooms[folded(name)] = room.id
        roomNames[room.id] = name
        return room.id
    }

    private mutating func track(_ name: String) -> Identifier {
        if let known = tracks[folded(name)] { return known }
        let track = Track(
            id: newID(), name: Localized([choices.tag: name], authentic: choices.tag),
            position: (programme.tracks.map(\.position).max() ?? 0) + 1,
            colour: schedule.tracks.first { $0.name == name }?.colour)
        programme.tracks.append(track)
        tracks[folded(name)] = track.id
        trackNames[track.id] = name
        return track.id
    }

    /// The file's own name for a room of ours, if it is that room.
    private func name(of room: Identifier, as names: [String?]) -> String? {
        names.compactMap { $0 }.first { rooms[folded($0)] == room } ?? roomNames[room]
    }
    private func trackName(of track: Identifier, as names: [String?]) -> String? {
        names.compactMap { $0 }.first { tracks[folded($0)] == track } ?? trackNames[track]
    }

    // MARK: What is no more

    private mutating func cancel(_ event: ForeignEvent) {
        log.add(.dropped, "cancelled", line: event.line, ["title": event.title])
        guard let id = known[event.identity]?.session ?? event.guid.flatMap({ byGuid[$0] }), sessions[id] != nil else { return }
        removed.append(id)
    }

    private mutating func settleMissing() {
        let there = Set(schedule.events.map(\.identity))
        for origin in known.values.sorted(by: { $0.identity < $1.identity }) where !there.contains(origin.identity) {
            guard sessions[origin.session] != nil else { continue }
            if choices.removesMissing {
                removed.append(origin.session)
            } else {
                missing.append(origin.session)
                origins.append(origin)
            }
        }
    }
}
