import Base
import Foundation
import HTML

/// The form of an organisation: what was typed, and what is made of it.
package struct OrganisationForm: Sendable {
    package var slug = ""
    package var names = Localized.empty
    package var kind = Organisation.Kind.university.rawValue
    package var country = ""
    package var ror = ""
    package var website = ""

    package init() {}
    package init(_ fields: [(name: String, value: String)]) {
        let line = FormLines(fields)
        slug = line["slug"]
        names = line.texts("name")
        kind = line["kind"]
        country = line["country"].uppercased()
        ror = line["ror"]
        website = line["website"]
    }
    package init(_ organisation: Organisation) {
        slug = organisation.slug
        names = organisation.names
        kind = organisation.kind.rawValue
        country = organisation.country.code
        ror = organisation.ror?.rawValue ?? ""
        website = organisation.website ?? ""
    }

    /// The draft, or all complaints at once. `isNew` asks for an address and a name, too.
    package func draft(isNew: Bool = true) throws -> OrganisationDraft {
        var complaints = Complaints()
        if isNew, !Organisation.isSlug(slug) { complaints.add("slug", "people.refusal.slug") }
        if isNew, names.isEmpty { complaints.add("name_en", "people.refusal.nameless") }
        if names.texts.values.contains(where: { $0.count > 300 }) { complaints.add("name_en", "people.refusal.long") }
        if !ror.isEmpty, RORIdentifier(rawValue: ror) == nil { complaints.add("ror", "people.refusal.ror") }
        if !website.isEmpty, !OrganisationForm.isWebsite(website) { complaints.add("website", "people.refusal.website") }
        let chosen = Country(rawValue: country)
        if chosen == nil { complaints.add("country", "people.refusal.country") }
        guard complaints.isEmpty, let chosen else { throw complaints }
        return OrganisationDraft(
            slug: slug, names: names, kind: Organisation.Kind(rawValue: kind) ?? .other, country: chosen,
            ror: RORIdentifier(rawValue: ror), website: website.isEmpty ? nil : website)
    }

    static func isWebsite(_ text: String) -> Bool {
        guard text.utf8.count <= 300, text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
        return URL(string: text)?.host?.contains(".") == true && !text.contains(" ")
    }
}
