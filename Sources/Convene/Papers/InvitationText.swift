import Base

/// A letter of invitation as it is frozen: the organiser's text with its fields filled, in one language.
package struct InvitationText: Hashable, Sendable {
    /// How a language writes dates and names of countries; words of pages are no business of a noun.
    package struct Voice: Sendable {
        package let dates: String
        package let place: String
        package let country: String
        package init(dates: String, place: String, country: String) {
            self.dates = dates
            self.place = place
            self.country = country
        }
    }

    package let language: Language
    package let paragraphs: [String]
    package let address: [String]

    /// In the holder's language where the organiser wrote it, else as `Localized` reads. Consulates read what she brings; so the
    /// fields are filled in the language of the text and not in hers.
    package init(
        _ text: Localized, for one: Registration, event: Event, category: PlaceCategory, words: (Language) -> Voice
    ) {
        let (body, tag) = text.reading(one.holder.language)
        let language = Language(tag: tag) ?? one.holder.language
        let voice = words(language)
        self.language = language
        let filled = MailTemplate(lenient: body).text { field in
            switch field {
            case .name: InvitationText.name(one.holder)
            case .organisation: one.holder.organisation
            case .event: event.name.text(language)
            case .dates: voice.dates
            case .place: voice.place
            case .category: category.name.text(language)
            case .number: one.number
            default: ""
            }
        }
        paragraphs = filled.split(separator: "\n").map { singleLine(String($0)) }.filter { !$0.isEmpty }
        address = [one.holder.latin, one.holder.organisation, voice.country].filter { !$0.isEmpty }
    }

    /// Both forms: a passport has the Latin one.
    static func name(_ holder: RegistrationHolder) -> String {
        holder.latin.isEmpty ? holder.name : "\(holder.latin) (\(holder.name))"
    }
}
