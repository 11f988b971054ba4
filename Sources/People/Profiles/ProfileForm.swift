import Base
import HTML

/// The form of one's own profile: what was typed, and what is made of it.
package struct ProfileForm: Sendable {
    package private(set) var fields: [String: String] = [:]
    package subscript(name: String) -> String { fields[name] ?? "" }
    package static func biography(_ language: Language) -> String { "biography-\(language.rawValue)" }

    /// `line` and `text` give a field's text, cleaned to one line or to many.
    package init(sent line: (String) -> String, text: (String) -> String) {
        for name in ["name", "latin", "languages", "orcid", "website", "reading", "public"] { fields[name] = line(name) }
        for language in Language.allCases { fields[ProfileForm.biography(language)] = text(ProfileForm.biography(language)) }
    }

    package init(_ person: Person, _ profile: Profile) {
        fields = [
            "name": person.name, "latin": person.latin ?? "", "languages": profile.languages.joined(separator: ", "),
            "orcid": profile.orcid?.rawValue ?? "", "website": profile.website ?? "",
            "reading": profile.reading?.rawValue ?? "", "public": profile.isPublic ? "yes" : "",
        ]
        for language in Language.allCases {
            fields[ProfileForm.biography(language)] = profile.biography[language.rawValue] ?? ""
        }
    }

    /// `old` lends the biography's texts in other languages than the seven, which the form does not show.
    package func draft(before old: Profile) throws -> ProfileActions.Draft {
        var complaints = Complaints()
        if self["name"].isEmpty { complaints.add("name", "people.refusal.nameless") }
        for field in ["name", "latin"] where self[field].count > 200 { complaints.add(field, "people.refusal.long") }
        let tags = self["languages"].split(whereSeparator: { ", ;".contains($0) }).map { String($0) }
        if let wrong = tags.first(where: { !FormLines.isTag($0) }) {
            complaints.add("languages", "profile.complaint.language", ["tag": wrong])
        } else if tags.count > Profile.mostLanguages {
            complaints.add("languages", "profile.complaint.languages", ["count": String(Profile.mostLanguages)])
        }
        let orcid = ORCIDIdentifier(rawValue: self["orcid"])
        if orcid == nil, !self["orcid"].isEmpty { complaints.add("orcid", "profile.complaint.orcid") }
        if !self["website"].isEmpty, !Profile.isWebsite(self["website"]) {
            complaints.add("website", "profile.complaint.website")
        }
        for language in Language.allCases where self[ProfileForm.biography(language)].count > Profile.longestBiography {
            complaints.add(
                ProfileForm.biography(language), "profile.complaint.biography", ["count": String(Profile.longestBiography)])
        }
        guard complaints.isEmpty else { throw complaints }
        return ProfileActions.Draft(
            name: self["name"], latin: self["latin"].isEmpty ? nil : self["latin"], biography: biography(old.biography),
            languages: tags, orcid: orcid, website: self["website"].isEmpty ? nil : self["website"],
            reading: Language(rawValue: self["reading"]), isPublic: self["public"] == "yes")
    }

    private func biography(_ old: Localized) -> Localized {
        var texts = old.texts
        for language in Language.allCases { texts[language.rawValue] = self[ProfileForm.biography(language)] }
        let written = Localized(texts)
        let authentic = written[old.authentic] != nil ? old.authentic : written.tags.first ?? "en"
        return Localized(texts, authentic: authentic)
    }
}
