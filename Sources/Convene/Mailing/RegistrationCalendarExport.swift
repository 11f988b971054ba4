import Base
import HTML

/// The entry for somebody's calendar that goes with her registration (RFC 5545): from the first session to the last in the
/// event's zone with its rules; before a programme is released, its days. Whoever imports a later one has the first changed,
/// not a second one beside it.
package struct RegistrationCalendarExport: Sendable {
    package let event: Event
    package let registration: Registration
    /// Of the released programme; nil before it.
    package let hours: ProgrammeHours?
    package let isOnline: Bool
    /// Of the holder's own page; nil where it is not the reader's any more.
    package let page: String?
    package let baseURL: String
    package let words: Words

    /// The name of the site's host makes the UID unique in the world.
    private var host: String {
        let rest = baseURL.split(separator: "/").dropFirst().first ?? "localhost"
        return rest.split(separator: ":").first.map(String.init) ?? "localhost"
    }

    package func text(isEnded: Bool, at now: Instant) -> String {
        let language = words.language
        var out = CalendarText()
        out.line("BEGIN", "VCALENDAR")
        out.line("VERSION", "2.0")
        out.line("PRODID", "-//Plenaria//Registration//EN")
        out.line("CALSCALE", "GREGORIAN")
        out.line("METHOD", "PUBLISH")
        if let hours { zone(hours, &out) }
        out.line("BEGIN", "VEVENT")
        out.line("UID", "\(registration.id)@\(host)")
        // Both only rise, and either may change what the entry says.
        out.line("SEQUENCE", String(registration.revision + (hours?.release ?? 0)))
        out.line("DTSTAMP", now.basic)
        time(&out)
        out.text("SUMMARY;LANGUAGE=\(event.name.reading(language).tag)", event.name.text(language))
        out.text("DESCRIPTION", description)
        let place = isOnline ? words("places.mode.online") : MailFacts.place(event, words)
        if !place.isEmpty { out.text("LOCATION", place) }
        out.line("URL", page ?? "\(baseURL)\(event.path)")
        out.line("STATUS", isEnded ? "CANCELLED" : "CONFIRMED")
        if event.first != event.last { out.line("TRANSP", "TRANSPARENT") }
        out.line("END", "VEVENT")
        out.line("END", "VCALENDAR")
        return out.text
    }

    private var description: String {
        let number = "\(words("registration.number")): \(registration.number)"
        return ([number] + (page.map { ["\(words("registration.own")): \($0)"] } ?? [])).joined(separator: "\n")
    }

    private func zone(_ hours: ProgrammeHours, _ out: inout CalendarText) {
        let years = hours.start.wall().date.year...max(hours.start.wall().date.year, hours.end.wall().date.year)
        ICalendarExport.timezone(ZoneHistory(hours.zone, years: years), &out)
    }

    private func time(_ out: inout CalendarText) {
        guard let hours else {
            out.line("DTSTART;VALUE=DATE", ICalendarExport.basic(event.first))
            return out.line("DTEND;VALUE=DATE", ICalendarExport.basic(max(event.first, event.last).adding(days: 1)))
        }
        out.line("DTSTART;TZID=\(hours.zone.name)", hours.zone.wall(at: hours.start).basic)
        out.line("DTEND;TZID=\(hours.zone.name)", hours.zone.wall(at: hours.end).basic)
    }
}
