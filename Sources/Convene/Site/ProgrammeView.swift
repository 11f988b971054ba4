import Base

/// A released programme made ready for readers of one language and zone: instants, clock texts and readings are worked
/// out once, so that a page only has to write them down.
package struct ProgrammeView: Sendable {
    /// A text with the tag of its language; nil if that is the reader's own.
    package struct Reading: Sendable, Hashable {
        package let text: String
        package let tag: String?
        package init(_ text: Localized, _ language: Language) {
            let found = text.reading(language)
            self.text = found.text
            tag = Language(tag: found.tag) == language ? nil : found.tag
        }
    }
    /// A clock and how many days after (or before) the date of the heading it stands it is.
    package struct Clock: Sendable, Hashable {
        package let text: String
        package let days: Int
        package init(_ wall: WallTime, on day: CalendarDate) {
            text = wall.time.description
            days = wall.date.dayNumber - day.dayNumber
        }
    }
    package struct Talk: Sendable {
        package let clock: Clock
        package let stamp: String
        package let minutes: Int
        package let title: Reading
    }
    package struct Item: Sendable {
        package let session: Session
        package let start: Instant
        package let end: Instant
        package let begins: Clock
        package let ends: Clock
        /// RFC 3339 with the venue's offset.
        package let stamp: String
        /// The reader's clock, if a zone was asked for.
        package let readers: Clock?
        package let title: Reading
        package let section: Reading
        package let room: Room?
        package let roomName: Reading?
        package let talks: [Talk]
    }

    package let release: Release
    package let venue: Zone
    package let reader: Zone?
    package let language: Language
    package let items: [Item]
    /// Starts and ends, rising, each once: between two of them the page does not change.
    package let boundaries: [Instant]
    package let days: [CalendarDate]
    /// What there is to choose from, in the order of the programme.
    package let kinds: [ItemKind]
    package let rooms: [Room]
    package let tracks: [Track]
    package let languages: [String]
    package let durations: Set<Int>

    package init(_ release: Release, reader: Zone?, language: Language) {
        var programme = release.programme
        programme.sort()
        let venue = Zone(programme.zone) ?? .utc
        let other = reader == venue ? nil : reader
        let known = Dictionary(programme.rooms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.release = release
        self.venue = venue
        self.reader = other
        self.language = language
        items = programme.sessions.map { session in
            ProgrammeView.item(session, room: session.room.flatMap { known[$0] }, venue: venue, reader: other, language: language)
        }
        boundaries = Set(items.flatMap { [$0.start, $0.end] }).sorted()
        days = Set(items.map(\.session.date)).sorted()
        kinds = ProgrammeView.distinct(items.map(\.session.kind).filter { !$0.isBreak })
        let used = Set(items.compactMap(\.session.room))
        rooms = programme.rooms.filter { used.contains($0.id) }
        let threads = Set(items.compactMap(\.session.track))
        tracks = programme.tracks.filter { threads.contains($0.id) }
        languages = ProgrammeView.distinct(items.flatMap(\.session.languages))
        durations = Set(items.map(\.session.minutes) + items.flatMap { $0.talks.map(\.minutes) })
    }

    fileprivate static func item(_ session: Session, room: Room?, venue: Zone, reader: Zone?, language: Language) -> Item {
        let start = instant(session.date, session.start, venue)
        let end = start.adding(minutes: max(0, session.minutes))
        let offset = venue.offset(at: start)
        func clock(_ instant: Instant, _ zone: Zone) -> Clock { Clock(zone.wall(at: instant), on: session.date) }
        let talks = session.slots.map { slot in
            let at = instant(session.date, slot.start, venue)
            return Talk(
                clock: clock(at, venue), stamp: at.iso(offset: offset), minutes: slot.minutes,
                title: Reading(slot.title, language))
        }
        return Item(
            session: session, start: start, end: end, begins: clock(start, venue), ends: clock(end, venue),
            stamp: start.iso(offset: offset), readers: reader.map { clock(start, $0) }, title: Reading(session.title, language),
            section: Reading(session.section, language), room: room, roomName: room.map { Reading($0.name, language) },
            talks: talks)
    }

    /// A release holds no time that does not exist or comes twice; one that was made before its zone's rules changed may,
    /// and must still be shown: the earlier reading, or the clock as if it had not been put forward.
    package static func instant(_ date: CalendarDate, _ time: ClockTime, _ zone: Zone) -> Instant {
        switch zone.reading(date, time) {
        case .once(let instant): return instant
        case .twice(let earlier, _): return earlier
        case .skipped:
            let naive = Instant(seconds: Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60)
            return naive.adding(seconds: Int64(-zone.offset(at: naive.adding(seconds: -86_400))))
        }
    }

    private static func distinct<T: Hashable>(_ values: [T]) -> [T] {
        var seen: Set<T> = []
        return values.filter { seen.insert($0).inserted }
    }
}

extension ProgrammeView.Item {
    /// A session that is no more in the programme, for those who have it in their calendars.
    package init(cancelled session: Session, venue: Zone, language: Language) {
        self = ProgrammeView.item(session, room: nil, venue: venue, reader: nil, language: language)
    }
}

extension ProgrammeView {
    /// When a page that was made now has to be made anew: the next start or end.
    package func nextBoundary(after now: Instant) -> Instant? { boundaries.first { $0 > now } }
    /// Something has begun and not everything is over.
    package func isOn(at now: Instant) -> Bool {
        guard let first = boundaries.first, let last = boundaries.last else { return false }
        return first <= now && now < last
    }
    /// What is on, and what begins next.
    package func nowAndNext(at now: Instant) -> (now: [Item], next: [Item]) {
        let coming = items.lazy.map(\.start).filter { $0 > now }.min()
        return (
            items.filter { $0.start <= now && now < $0.end }, coming.map { start in items.filter { $0.start == start } } ?? []
        )
    }
    package func index(of session: Identifier) -> Int? { items.firstIndex { $0.session.id == session } }
    /// What people come for, at most `limit`, in the order of the programme: acts of the alliance before speeches.
    package func highlights(_ limit: Int) -> [Item] {
        let acts: Set<ItemKind> = [.release, .declaration, .awards, .announcement]
        let speeches: Set<ItemKind> = [.keynote, .report, .roundtable, .plenary]
        let first = items.indices.filter { acts.contains(items[$0].session.kind) }
        let then = items.indices.filter { speeches.contains(items[$0].session.kind) }
        return (first + then).prefix(limit).sorted().map { items[$0] }
    }
}
