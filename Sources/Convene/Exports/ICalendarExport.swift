import Base
import HTML

/// A programme as iCalendar (RFC 5545): one entry a session, which keeps its UID for ever and whose SEQUENCE is the
/// number of the release. Times are wall times with the zone's own rules beside them.
package struct ICalendarExport: Sendable {
    package let file: EventFile
    package let words: Words
    package let addresses: SessionAddresses
    private let place: String
    /// The name of the site's host makes UIDs unique in the world.
    private let host: String
    private var event: Event { file.event }
    private var language: Language { words.language }

    package init(_ file: EventFile, words: Words, addresses: SessionAddresses) {
        self.file = file
        self.words = words
        self.addresses = addresses
        let event = file.event
        let country = event.country.isEmpty ? "" : words.country(event.country)
        place = [event.venue.text(words.language), event.city.text(words.language), country].filter { !$0.isEmpty }
            .joined(separator: ", ")
        host = addresses.host.split(separator: ":").first.map(String.init) ?? addresses.host
    }

    /// All sessions or those of `items`; those in `cancelled` stood in an earlier release and are called off. `title` names
    /// a calendar that is not the whole programme: a room, a speaker, somebody's choice.
    package func programme(
        _ view: ProgrammeView, items: [ProgrammeView.Item]? = nil, cancelled: [Session] = [], title: String? = nil
    ) -> String {
        let shown = items ?? view.items
        let away = cancelled.map { session in
            ProgrammeView.Item(cancelled: session, venue: view.venue, language: language)
        }
        return calendar(
            shown + away, release: view.release, zone: view.venue, title: title ?? event.name.text(language)
        ) { out in
            let identities = ExportIdentities(view.items.map(\.session) + cancelled)
            for item in shown { entry(item, view, identities, "CONFIRMED", &out) }
            for item in away { entry(item, view, identities, "CANCELLED", &out) }
        }
    }

    /// One session to be put into a calendar once: it has no name of its own and is not asked for again.
    package func session(_ item: ProgrammeView.Item, _ view: ProgrammeView) -> String {
        calendar([item], release: view.release, zone: view.venue, title: nil) { out in
            entry(item, view, ExportIdentities(view.items.map(\.session)), "CONFIRMED", &out)
        }
    }

    /// Before the first release: the gathering's days, as one entry without clock times.
    package func announcement(at now: Instant) -> String {
        calendar([], release: nil, zone: nil, title: event.name.text(language)) { out in
            out.line("BEGIN", "VEVENT")
            out.line("UID", "\(event.id)@\(host)")
            out.line("DTSTAMP", now.basic)
            out.line("DTSTART;VALUE=DATE", ICalendarExport.basic(event.first))
            out.line("DTEND;VALUE=DATE", ICalendarExport.basic(event.last.adding(days: 1)))
            out.text("SUMMARY;LANGUAGE=\(event.name.reading(language).tag)", event.name.text(language))
            if let theme = file.theme { out.text("DESCRIPTION", theme.text.text(language)) }
            if !place.isEmpty { out.text("LOCATION", place) }
            out.line("URL", addresses.event)
            out.line("STATUS", "CONFIRMED")
            out.line("TRANSP", "TRANSPARENT")
            out.line("END", "VEVENT")
        }
    }

    private func calendar(
        _ items: [ProgrammeView.Item], release: Release?, zone: Zone?, title: String?, _ entries: (inout CalendarText) -> Void
    ) -> String {
        var out = CalendarText()
        out.reserve(4_096 + 1_024 * items.count)
        out.line("BEGIN", "VCALENDAR")
        out.line("VERSION", "2.0")
        out.line("PRODID", "-//Plenaria//Programme//EN")
        out.line("CALSCALE", "GREGORIAN")
        out.line("METHOD", "PUBLISH")
        if let title {
            out.text("X-WR-CALNAME", title)
            out.line("X-WR-TIMEZONE", event.zone)
            out.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
            out.line("X-PUBLISHED-TTL", "PT1H")
        }
        let years = items.flatMap { [$0.start.wall().date.year, $0.end.wall().date.year] }
        if let zone, let first = years.min(), let last = years.max() {
            ICalendarExport.timezone(ZoneHistory(zone, years: first...last), &out)
        }
        entries(&out)
        out.line("END", "VCALENDAR")
        return out.text
    }

    private func entry(
        _ item: ProgrammeView.Item, _ view: ProgrammeView, _ identities: ExportIdentities, _ status: String,
        _ out: inout CalendarText
    ) {
        let session = item.session
        let at = view.release.at.basic
        out.line("BEGIN", "VEVENT")
        out.line("UID", "\(identities.guid(session))@\(host)")
        out.line("SEQUENCE", String(view.release.number))
        out.line("DTSTAMP", at)
        out.line("LAST-MODIFIED", at)
        out.line("DTSTART;TZID=\(view.venue.name)", view.venue.wall(at: item.start).basic)
        out.line("DTEND;TZID=\(view.venue.name)", view.venue.wall(at: item.end).basic)
        out.text("SUMMARY;LANGUAGE=\(item.title.tag ?? language.rawValue)", item.title.text)
        let about = description(session)
        if !about.isEmpty { out.text("DESCRIPTION", about) }
        let spot = [item.roomName?.text ?? "", place].filter { !$0.isEmpty }.joined(separator: ", ")
        if !spot.isEmpty { out.text("LOCATION", spot) }
        let track = view.release.programme.track(session.track)?.name.text(language) ?? ""
        out.texts("CATEGORIES", [words("kind.\(session.kind.rawValue)"), track].filter { !$0.isEmpty })
        machine(item, track, &out)
        out.line("URL", addresses.session(session))
        out.line("STATUS", status)
        if session.kind.isBreak { out.line("TRANSP", "TRANSPARENT") }
        out.line("END", "VEVENT")
    }

    /// What iCalendar has no property for, so that another programme of ours reads the same again: people are in the
    /// description for everyone else, since an ATTENDEE needs an address and has no place in what is published (RFC 5546 §3.2.1).
    private func machine(_ item: ProgrammeView.Item, _ track: String, _ out: inout CalendarText) {
        let session = item.session
        out.text("X-PENTABARF-TRACK", track.isEmpty ? item.section.text : track)
        let subtitle = session.detail.subtitle.text(language)
        if !subtitle.isEmpty { out.text("X-PENTABARF-SUBTITLE", subtitle) }
        out.text("X-PENTABARF-LANGUAGE", session.languages.joined(separator: " "))
        out.text("X-PLENARIA-KIND", session.kind.rawValue)
        out.text("X-PLENARIA-ROOM", item.roomName?.text ?? "")
        for one in session.appearances where !one.name.isEmpty { out.text("X-PLENARIA-PERSON", one.name) }
    }

    private func description(_ session: Session) -> String {
        let people = session.appearances.map { one in
            let who = one.affiliation.isEmpty ? one.name : "\(one.name) (\(one.affiliation))"
            return "\(words("appearance.role.\(one.role.rawValue)")): \(who)"
        }
        return ([session.abstract.text(language)] + people).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    static func basic(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// One part for the offset at the start and one for each change of the clocks after it.
    static func timezone(_ history: ZoneHistory, _ out: inout CalendarText) {
        out.line("BEGIN", "VTIMEZONE")
        out.line("TZID", history.zone.name)
        // Where clocks first go back within the year, the year begins with daylight saving.
        let startsDaylight = history.changes.first.map { $0.to < $0.from } ?? false
        let start = history.changes.isEmpty ? "19700101T000000" : history.begin.wall(offset: history.offset).basic
        part(startsDaylight, start, history.offset, history.offset, &out)
        for change in history.changes {
            part(change.to > change.from, change.at.wall(offset: change.from).basic, change.from, change.to, &out)
        }
        out.line("END", "VTIMEZONE")
    }

    private static func part(_ isDaylight: Bool, _ start: String, _ from: Int, _ to: Int, _ out: inout CalendarText) {
        out.line("BEGIN", isDaylight ? "DAYLIGHT" : "STANDARD")
        out.line("DTSTART", start)
        out.line("TZOFFSETFROM", offsetText(from).filter { $0 != ":" })
        out.line("TZOFFSETTO", offsetText(to).filter { $0 != ":" })
        out.line("END", isDaylight ? "DAYLIGHT" : "STANDARD")
    }
}

extension ICalendarExport {
    /// What stood in one of the earlier releases and not in this one, as it stood last.
    package static func cancelled(_ release: Release, earlier: [Release]) -> [Session] {
        ProgrammeHistory(release, earlier: earlier).cancelled
    }
}
