import Base

/// A released programme as c3voc's schedule formats tell it, before it is written as XML or JSON: one value, so that both
/// say the same.
package struct ScheduleOutline: Sendable {
    package struct Person: Sendable, Hashable {
        package let name: String
        package let guid: String
        package let number: Int
        package let url: String
    }
    /// A file or an address that belongs to a session.
    package struct Reference: Sendable, Hashable {
        package let title: String
        package let url: String
        /// Of the published list: slides, paper, web, media, related.
        package let type: String
    }
    package struct Entry: Sendable {
        package let session: Identifier
        package let number: Int
        package let guid: String
        /// RFC 3339 with the venue's offset.
        package let start: String
        package let end: String
        /// `09:20` on the venue's wall.
        package let clock: String
        /// `01:30`; hours may pass 24.
        package let duration: String
        package let room: String
        package let slug: String
        package let url: String
        package let title: String
        package let subtitle: String
        package let track: String
        package let type: String
        /// BCP 47 tags, apart at commas.
        package let language: String
        package let abstract: String
        package let description: String
        package let licence: String
        package let isOptOut: Bool
        package let origin: String
        package let persons: [Person]
        package internal(set) var links: [Reference] = []
        package internal(set) var attachments: [Reference] = []
    }
    package struct Room: Sendable {
        /// Unlike any other of the programme: JSON has rooms as keys.
        package let name: String
        /// Nil for what has no room.
        package let guid: String?
        package let capacity: Int?
        package internal(set) var entries: [Entry]
    }
    package struct Day: Sendable {
        package let index: Int
        package let date: CalendarDate
        package let start: String
        package let end: String
        package internal(set) var rooms: [Room]
    }
    package struct Track: Sendable, Hashable {
        package let name: String
        package let colour: String?
    }

    package let version: String
    package let address: String
    package let host: String
    package let title: String
    /// Four or more of a–z, 0–9 and _: what both schemas allow.
    package let acronym: String
    package let first: CalendarDate
    package let last: CalendarDate
    package let zone: String
    package let tracks: [Track]
    /// Those with a session, in the hall's order; what has no room has none here.
    package let rooms: [Room]
    package internal(set) var days: [Day]

    package init(_ event: Event, _ view: ProgrammeView, addresses: SessionAddresses) {
        let acronym = ScheduleOutline.acronym(event.slug)
        var maker = ScheduleEntryMaker(event, view, acronym: acronym, addresses: addresses)
        version = String(view.release.number)
        address = addresses.event
        host = addresses.host
        title = event.name.text(view.language)
        self.acronym = acronym
        first = event.first
        last = event.last
        zone = view.venue.name
        days = ScheduleOutline.days(view, event.first, &maker)
        rooms = view.rooms.map {
            Room(name: maker.roomName($0), guid: $0.id.text, capacity: $0.capacity, entries: [])
        }
        let known = view.release.programme.tracks.map { Track(name: $0.name.text(view.language), colour: $0.colour) }
        let used = days.flatMap(\.rooms).flatMap(\.entries).map { Track(name: $0.track, colour: nil) }
        var seen: Set<String> = []
        tracks = (known + used).filter { !$0.name.isEmpty && seen.insert($0.name).inserted }
    }

    /// The same with materials, by session.
    package func with(
        _ materials: [Identifier: [Material]], _ view: ProgrammeView, addresses: SessionAddresses
    ) -> ScheduleOutline {
        guard !materials.isEmpty else { return self }
        var copy = self
        for day in copy.days.indices {
            for room in copy.days[day].rooms.indices {
                for (index, entry) in copy.days[day].rooms[room].entries.enumerated() {
                    guard let own = materials[entry.session] else { continue }
                    let (links, attachments) = ScheduleReferences.split(own, view, addresses)
                    copy.days[day].rooms[room].entries[index].links = links
                    copy.days[day].rooms[room].entries[index].attachments = attachments
                }
            }
        }
        return copy
    }

    /// The programme's days, and any further date on which a session stands; the schemas want one at least. A day turns at
    /// the hour at which it ends.
    private static func days(_ view: ProgrammeView, _ first: CalendarDate, _ maker: inout ScheduleEntryMaker) -> [Day] {
        let items = Dictionary(grouping: view.items, by: \.session.date)
        let ends = Dictionary(view.release.programme.days.map { ($0.date, $0.ends) }, uniquingKeysWith: { first, _ in first })
        let known = Set(items.keys).union(ends.keys)
        return (known.isEmpty ? [first] : known.sorted()).enumerated().map { index, date in
            let own = items[date] ?? []
            let turn = ends[date] ?? ClockTime(minutes: 1440)
            let start = ProgrammeView.instant(date, ClockTime(minutes: max(0, turn.minutes - 1440)), view.venue)
            let end = ProgrammeView.instant(date, turn, view.venue)
            return Day(
                index: index + 1, date: date, start: maker.stamp(min(start, own.map(\.start).min() ?? start)),
                end: maker.stamp(max(end, own.map(\.end).max() ?? end)), rooms: rooms(own, view, &maker))
        }
    }

    private static func rooms(_ items: [ProgrammeView.Item], _ view: ProgrammeView, _ maker: inout ScheduleEntryMaker) -> [Room] {
        let placed = Dictionary(grouping: items, by: \.room?.id)
        var rooms = view.rooms.compactMap { room -> Room? in
            guard let own = placed[room.id] else { return nil }
            let name = maker.roomName(room)
            return Room(
                name: name, guid: room.id.text, capacity: room.capacity, entries: own.map { maker.entry($0, in: name) })
        }
        if let roomless = placed[nil] {
            let hall = maker.hall
            rooms.append(Room(name: hall, guid: nil, capacity: nil, entries: roomless.map { maker.entry($0, in: hall) }))
        }
        return rooms
    }

    package static func acronym(_ slug: String) -> String {
        let plain = slug.replacing("-", with: "_")
        return plain + String(repeating: "_", count: max(0, 4 - plain.utf8.count))
    }
}
