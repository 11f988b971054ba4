import Base
import HTML

/// The form of a person: what was typed, and what is made of it.
package struct PersonForm: Sendable {
    package var name = ""
    package var latin = ""
    package var sortKey = ""
    package var email = ""

    package init() {}
    package init(_ fields: [(name: String, value: String)]) {
        let line = FormLines(fields)
        name = line["name"]
        latin = line["latin"]
        sortKey = line["sort"]
        email = line["email"]
    }
    package init(_ person: Person) {
        name = person.name
        latin = person.latin ?? ""
        sortKey = person.sortKey ?? ""
        email = person.email ?? ""
    }

    package func draft() throws -> PersonDraft {
        var complaints = Complaints()
        if name.isEmpty { complaints.add("name", "people.refusal.nameless") }
        for (field, value) in [("name", name), ("latin", latin), ("sort", sortKey)] where value.count > 200 {
            complaints.add(field, "people.refusal.long")
        }
        if !email.isEmpty, !Person.isEmail(email) { complaints.add("email", "people.refusal.email") }
        guard complaints.isEmpty else { throw complaints }
        return PersonDraft(
            name: name, latin: latin.isEmpty ? nil : latin, sortKey: sortKey.isEmpty ? nil : sortKey,
            email: email.isEmpty ? nil : email)
    }
}

/// The form of an affiliation.
package struct AffiliationForm: Sendable {
    package struct Draft: Hashable, Sendable {
        package let organisation: Identifier
        package let title: String
        package let from: CalendarDate?
        package let until: CalendarDate?
    }
    package var organisation = ""
    package var title = ""
    package var from = ""
    package var until = ""

    package init() {}
    package init(_ fields: [(name: String, value: String)]) {
        let line = FormLines(fields)
        organisation = line["organisation"]
        title = line["title"]
        from = line["from"]
        until = line["until"]
    }

    package func draft() throws -> Draft {
        var complaints = Complaints()
        let chosen = Identifier(organisation)
        if chosen == nil { complaints.add("organisation", "people.refusal.organisation") }
        if title.count > 200 { complaints.add("title", "people.refusal.long") }
        for (field, value) in [("from", from), ("until", until)] where !value.isEmpty && CalendarDate(value) == nil {
            complaints.add(field, "people.refusal.date")
        }
        guard complaints.isEmpty, let chosen else { throw complaints }
        return Draft(organisation: chosen, title: title, from: CalendarDate(from), until: CalendarDate(until))
    }
}
