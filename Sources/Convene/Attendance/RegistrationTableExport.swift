import Base

/// The registrations of an event for other programs: a table, and JSON. What was answered in confidence is not in it.
package enum RegistrationTableExport {
    package struct Source: Sendable {
        package let event: Event
        package let categories: [Identifier: PlaceCategory]
        package let rows: [Registration]
        package let attended: [Identifier: Attendance]
        package let marked: Set<Identifier>
        package init(
            event: Event, categories: [Identifier: PlaceCategory], rows: [Registration],
            attended: [Identifier: Attendance] = [:], marked: Set<Identifier> = []
        ) {
            self.event = event
            self.categories = categories
            self.rows = rows
            self.attended = attended
            self.marked = marked
        }
    }

    private static let columns = [
        "number", "state", "category", "kind", "mode", "name", "latin", "email", "organisation", "country", "language", "speaks",
        "registered", "confirmed", "ended", "invoice", "paid", "first_seen", "last_seen", "sessions", "marked_present",
    ]

    /// Each column with its value, in the order of the columns; instants are RFC 3339 in UTC.
    private static func cells(_ one: Registration, _ source: Source, _ language: Language) -> [String] {
        let category = source.categories[one.category]
        let seen = source.attended[one.id]
        let when = { (at: Instant?) in at?.description ?? "" }
        return [
            one.number, one.state.rawValue, category?.name.text(language) ?? "", category?.kind.rawValue ?? "",
            category?.mode.rawValue ?? "", one.holder.name, one.holder.latin, one.holder.email, one.holder.organisation,
            one.holder.country, one.holder.language.rawValue, one.holder.speaks.joined(separator: " "), when(one.createdAt),
            when(one.confirmedAt), when(one.endedAt), one.invoice ?? "", when(one.paidAt), when(seen?.first), when(seen?.last),
            seen.map { String($0.sessions.count) } ?? "", source.marked.contains(one.id) ? "1" : "",
        ]
    }

    package static func table(_ source: Source, _ language: Language) -> String {
        var out = CSVText()
        out.row(columns)
        for one in source.rows { out.row(cells(one, source, language)) }
        return out.text
    }

    package static func text(_ source: Source, _ language: Language) -> String {
        var out = JSONText()
        out.object { out in
            out.member("event", source.event.slug)
            out.list("registrations") { out in
                for one in source.rows {
                    out.object { out in
                        for (name, value) in zip(columns, cells(one, source, language)) { out.orNull(name, value) }
                    }
                }
            }
        }
        return out.text + "\n"
    }
}
