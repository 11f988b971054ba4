import Base
import HTML
import People

/// The fields of the first part of every registration.
package enum HolderPage {
    /// `asksAddress`: she may say where letters go; later that would make it somebody else's.
    package static func fields(_ words: Words, _ parts: FormParts, _ form: RegistrationForm, asksAddress: Bool) -> Markup {
        """
        \(parts.input(
            "name", label: words("registration.name"), value: form.name, help: words("registration.name.help"), required: true,
            autocomplete: "name"))\
        \(parts.input("latin", label: words("registration.latin"), value: form.latin, help: words("registration.latin.help")))\
        \(parts.input(
            "email", label: words("registration.email"), value: form.email, type: "email", help: words("registration.email.help"),
            required: true, autocomplete: "email"), if: asksAddress)\
        \(parts.input(
            "organisation", label: words("registration.organisation"), value: form.organisation, autocomplete: "organization"))\
        \(parts.choice("country", label: words("registration.country"), options: countries(words), selected: form.country))\
        \(parts.choice(
            "language", label: words("registration.language"), options: languages, selected: form.language,
            help: words("registration.language.help")))\
        \(parts.input("speaks", label: words("registration.speaks"), value: spoken(words, form.speaks), help: words("registration.speaks.help")))
        """
    }

    /// What was kept as tags is shown in words that are understood when they come back.
    private static func spoken(_ words: Words, _ typed: String) -> String {
        guard let tags = RegistrationForm.tags(typed) else { return typed }
        return tags.map { tag in
            let name = words.languageName(tag)
            return SpokenLanguage.tag(of: name) == tag ? name : tag
        }.joined(separator: ", ")
    }

    private static func countries(_ words: Words) -> [(value: String, label: String)] {
        [(value: "", label: "—")] + words.sorted(Country.codes.map { (value: $0, label: words.country($0)) }) { $0.label }
    }
    private static let languages = Language.allCases.map { (value: $0.rawValue, label: $0.autonym) }
}
