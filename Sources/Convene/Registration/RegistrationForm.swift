import Base
import HTML
import People

/// The first part of every registration: who it is for. Text in → a holder or complaints.
package struct RegistrationForm: Sendable {
    package var name: String
    package var latin: String
    package var email: String
    package var organisation: String
    package var country: String
    package var language: String
    package var speaks: String

    /// `line` gives a field's cleaned text.
    package init(sent line: (String) -> String) {
        name = line("name")
        latin = line("latin")
        email = line("email")
        organisation = line("organisation")
        country = line("country").uppercased()
        language = line("language")
        speaks = line("speaks")
    }

    package init(_ holder: RegistrationHolder) {
        name = holder.name
        latin = holder.latin
        email = holder.email
        organisation = holder.organisation
        country = holder.country
        language = holder.language.rawValue
        speaks = holder.speaks.joined(separator: ", ")
    }

    /// The most letters of a name, as people count them; Sri Lankan and Portuguese names need more than a hundred.
    package static let longest = 200

    package func holder(reading page: Language) throws -> RegistrationHolder {
        var complaints = Complaints()
        if name.isEmpty { complaints.add("name", "registration.refusal.nameless") }
        for (field, value) in [("name", name), ("latin", latin), ("organisation", organisation)]
        where value.count > RegistrationForm.longest {
            complaints.add(field, "people.refusal.long")
        }
        if !latin.isEmpty, !RegistrationForm.isLatin(latin) { complaints.add("latin", "registration.refusal.latin") }
        if email.isEmpty || !Person.isEmail(email) { complaints.add("email", "people.refusal.email") }
        if !country.isEmpty, Country(rawValue: country) == nil { complaints.add("country", "registration.refusal.country") }
        let spoken = RegistrationForm.tags(speaks)
        if spoken == nil { complaints.add("speaks", "registration.refusal.speaks") }
        guard complaints.isEmpty else { throw complaints }
        return RegistrationHolder(
            name: name, latin: latin == name ? "" : latin, email: email, organisation: organisation, country: country,
            language: Language(rawValue: language) ?? page, speaks: spoken ?? [])
    }

    /// Letters of the Latin script with their marks, and what stands between the parts of a name.
    static func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            let value = scalar.value
            return value < 0x250
                ? scalar.properties.isAlphabetic || " .'’-,()".unicodeScalars.contains(scalar)
                : (0x1E00...0x1EFF).contains(value) || (0x300...0x36F).contains(value) || " .'’-".unicodeScalars.contains(scalar)
        }
    }

    /// BCP 47 tags of a list of languages, written as names or as tags; nil if one is neither. At most ten.
    package static func tags(_ text: String) -> [String]? {
        let parts = text.split { ",;،、，؛".contains($0) }.map { singleLine(String($0)) }.filter { !$0.isEmpty }
        var tags: [String] = []
        for part in parts {
            // A name may have spaces, and spaces may stand between tags.
            let found =
                SpokenLanguage.tag(of: part).map { [$0] }
                ?? part.split(separator: " ").map { SpokenLanguage.tag(of: String($0)) ?? "" }
            guard !found.contains("") else { return nil }
            tags += found.filter { !tags.contains($0) }
        }
        return tags.count <= 10 ? tags : nil
    }
}
