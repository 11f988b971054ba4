import Base
import HTML

/// A released programme as schedule.xml (c3voc, born in Pentabarf and frab), valid against its XSD.
/// What has no room stands in a room element named after the event's venue, else its city, else "—".
package struct ScheduleXMLExport: Sendable {
    package let file: EventFile
    package let view: ProgrammeView
    package let words: Words
    package let baseURL: String
    package let acronym: String
    private var event: Event { file.event }

    package init(_ file: EventFile, _ view: ProgrammeView, words: Words, baseURL: String) {
        self.file = file
        self.view = view
        self.words = words
        self.baseURL = baseURL
        acronym =
            file.event.slug.count >= 4
            ? file.event.slug : file.event.slug + String(repeating: "_", count: 4 - file.event.slug.count)
    }

    package func text() -> String {
        var out = XMLText()
        let release = view.release
        out.open("schedule")
        out.empty("generator", [("name", "Plenaria"), ("system", host), ("version", "1")])
        out.element("url", "\(baseURL)\(event.path)/schedule.xml")
        out.element("version", String(release.number))
        conference(&out)
        let numbers = ScheduleXMLExport.numbers(view.items.map(\.session.id))
        for (index, day) in days().enumerated() { write(day, index + 1, numbers, &out) }
        out.close("schedule")
        return out.text
    }

    private func conference(_ out: inout XMLText) {
        out.open("conference")
        out.element("title", event.name.text(words.language))
        out.element("acronym", acronym)
        out.element("start", event.first.description)
        out.element("end", event.last.description)
        out.element("days", String(days().count))
        out.element("timeslot_duration", "00:05")
        out.element("base_url", baseURL + event.path)
        out.element("url", baseURL + event.path)
        out.element("time_zone_name", view.venue.name)
        out.close("conference")
    }

    private struct Day {
        let date: CalendarDate
        let start: Instant
        let end: Instant
        let items: [ProgrammeView.Item]
    }

    /// The programme's days, and any further date on which a session stands. A day turns at the hour at which it ends.
    private func days() -> [Day] {
        let items = Dictionary(grouping: view.items, by: \.session.date)
        let ends = Dictionary(view.release.programme.days.map { ($0.date, $0.ends) }, uniquingKeysWith: { first, _ in first })
        return Set(items.keys).union(ends.keys).sorted().map { date in
            let own = items[date] ?? []
            let turn = ends[date] ?? ClockTime(minutes: 1440)
            let start = ProgrammeView.instant(date, ClockTime(minutes: max(0, turn.minutes - 1440)), view.venue)
            let end = ProgrammeView.instant(date, turn, view.venue)
            return Day(
                date: date, start: min(start, own.map(\.start).min() ?? start), end: max(end, own.map(\.end).max() ?? end),
                items: own)
        }
    }

    private func write(_ day: Day, _ index: Int, _ numbers: [Identifier: Int], _ out: inout XMLText) {
        out.open(
            "day",
            [("index", String(index)), ("date", day.date.description), ("start", stamp(day.start)), ("end", stamp(day.end))])
        let rooms = Dictionary(grouping: day.items.filter { $0.room != nil }) { $0.room?.id }
        for room in view.release.programme.rooms {
            guard let items = rooms[room.id] else { continue }
            write(items, in: room.name.text(words.language), [("guid", room.id.text)], numbers, &out)
        }
        let roomless = day.items.filter { $0.room == nil }
        if !roomless.isEmpty { write(roomless, in: hall, [], numbers, &out) }
        out.close("day")
    }

    private func write(
        _ items: [ProgrammeView.Item], in room: String, _ more: [(String, String)], _ numbers: [Identifier: Int],
        _ out: inout XMLText
    ) {
        out.open("room", [("name", room)] + more)
        for item in items { write(item, room, numbers[item.session.id] ?? 1, &out) }
        out.close("room")
    }

    private func write(_ item: ProgrammeView.Item, _ room: String, _ number: Int, _ out: inout XMLText) {
        let session = item.session
        out.open("event", [("id", String(number)), ("guid", session.id.text)])
        out.element("date", item.stamp)
        out.element("start", item.begins.text)
        out.element("duration", twoDigits(session.minutes / 60) + ":" + twoDigits(session.minutes % 60))
        out.element("room", room)
        out.element("slug", slug(session, number))
        out.element("url", "\(baseURL)\(event.path)/s/\(session.id)")
        out.element("title", item.title.text)
        out.element("track", item.section.text)
        out.element("type", session.kind.rawValue)
        out.element("language", session.languages.first ?? "")
        out.element("abstract", session.abstract.text(words.language))
        out.open("persons")
        for one in session.appearances where !one.name.isEmpty { out.element("person", one.name) }
        out.close("persons")
        out.close("event")
    }

    private func stamp(_ instant: Instant) -> String { instant.iso(offset: view.venue.offset(at: instant)) }
    private var hall: String {
        [event.venue, event.city].map { $0.text(words.language) }.first { !$0.isEmpty } ?? "—"
    }
    private var host: String { baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// `gmc_2025-1234567-opening_video`: the acronym may hold no hyphen here, and a title in another script gives nothing.
    private func slug(_ session: Session, _ number: Int) -> String {
        let letters = session.title.text(.en).lowercased().utf8.map { byte -> UInt8 in
            (97...122).contains(byte) || (48...57).contains(byte) ? byte : UInt8(ascii: "_")
        }
        let words = String(decoding: letters, as: UTF8.self).split(separator: "_").joined(separator: "_").prefix(60)
        return acronym.replacing("-", with: "_") + "-" + String(number) + "-" + (words.isEmpty ? "session" : words)
    }

    /// Positive and stable: drawn from the identifier alone (FNV-1a), so that a session keeps its number in every release.
    /// Should two ever meet, the later identifier takes the next number that is free.
    package static func numbers(_ ids: [Identifier]) -> [Identifier: Int] {
        var taken: Set<Int> = []
        var numbers: [Identifier: Int] = [:]
        for id in ids.sorted() {
            var hash: UInt32 = 2_166_136_261
            for byte in id.text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
            var number = max(1, Int(hash & 0x7fff_ffff))
            while !taken.insert(number).inserted { number += 1 }
            numbers[id] = number
        }
        return numbers
    }
}
