import Base
import HTML
import People

/// The desk's forms about an event: fields in, drafts or complaints out.
package enum EventForm {
    package static func event(_ form: FormLines) throws -> EventDraft {
        var complaints = Complaints()
        let first = CalendarDate(form["first"])
        let last = CalendarDate(form["last"])
        if first == nil { complaints.add("first", "event.refusal.date") }
        if last == nil { complaints.add("last", "event.refusal.date") }
        let draft = EventDraft(
            slug: form["slug"], kind: EventKind(rawValue: form["kind"]) ?? .conference, name: form.texts("name"),
            shortName: form["shortName"], zone: form["zone"], first: first ?? CalendarDate(dayNumber: 0),
            last: last ?? first ?? CalendarDate(dayNumber: 0), venue: form.texts("venue"), city: form.texts("city"),
            country: form["country"].uppercased(), isPublic: form["isPublic"] == "yes")
        for fault in draft.faults { complaints.add(fault) }
        guard complaints.isEmpty else { throw complaints }
        return draft
    }

    /// The rows of organisers, hosts and partners; a row with neither organisation nor name is left out. A name that was
    /// not touched keeps its other languages.
    package static func parties(_ form: FormLines, before: [EventParty]) throws -> [PartyDraft] {
        (0..<rows(before)).compactMap { index in
            let name = form["name-\(index)"]
            let organisation = Identifier(form["organisation-\(index)"])
            guard !name.isEmpty || organisation != nil else { return nil }
            let role = PartyRole(rawValue: form["role-\(index)"]) ?? .partner
            let old = before.indices.contains(index) ? before[index].name : .empty
            let kept = old.texts[old.authentic] == name ? old : Localized(name)
            return PartyDraft(role, organisation: organisation, name: kept)
        }
    }
    /// Those that are there and three more.
    package static func rows(_ before: [EventParty]) -> Int { before.count + 3 }

    package static func figure(_ form: FormLines) throws -> FigureDraft {
        var complaints = Complaints()
        let value = Int(form["value"].filter { $0 != " " && $0 != "," })
        let asOf = CalendarDate(form["asOf"])
        if asOf == nil, !form["asOf"].isEmpty { complaints.add("asOf", "event.refusal.date") }
        let draft = FigureDraft(
            EventFigure.Standing(rawValue: form["standing"]) ?? .planned,
            EventFigure.Qualifier(rawValue: form["qualifier"]) ?? .exact, value ?? -1, form["unit"], asOf: asOf,
            source: form["source"])
        for fault in draft.faults { complaints.add(fault) }
        guard complaints.isEmpty else { throw complaints }
        return draft
    }

    package static func theme(_ form: FormLines) throws -> (text: Localized, announced: CalendarDate?, source: String) {
        let text = form.texts("theme")
        let announced = CalendarDate(form["announced"])
        var complaints = Complaints()
        if text.isEmpty { complaints.add("theme_en", "event.refusal.themeless") }
        if announced == nil, !form["announced"].isEmpty { complaints.add("announced", "event.refusal.date") }
        guard complaints.isEmpty else { throw complaints }
        return (text, announced, form["themeSource"])
    }
}

extension Complaints {
    /// What a rule refused, shown beside its field.
    mutating func add(_ fault: Refusal) { add(fault.field ?? "slug", fault.words, fault.arguments) }
}
