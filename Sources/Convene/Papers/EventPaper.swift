import Base
import HTML
import Paper

/// What an event's papers have in common.
enum EventPaper {
    /// In the language that is asked for, else in the text's own.
    static func text(_ text: Localized, _ language: Language) -> PaperText {
        let (words, tag) = text.reading(language)
        return PaperText(words, tag)
    }

    /// Words of the house in their language.
    static func said(_ words: Words, _ key: String, _ arguments: [String: String] = [:]) -> PaperText {
        PaperText(words(key, arguments), words.language.rawValue)
    }

    /// The name from which the event's strip is drawn: the same on its pages.
    static func band(_ event: Event) -> String { event.name.texts[event.name.authentic] ?? event.slug }

    static func info(_ event: Event, _ title: String, _ words: Words, at now: Instant) -> PaperInfo {
        PaperInfo(
            title: title + " · " + event.name.text(words.language), author: event.name.text(words.language),
            language: words.language.rawValue, created: now)
    }

    static func name(_ holder: RegistrationHolder) -> PaperName {
        PaperName(PaperText(holder.name), latin: holder.latin.isEmpty ? nil : PaperText(holder.latin))
    }

    static func when(_ event: Event, _ words: Words) -> PaperText {
        PaperText(words.dates(event.first, event.last), words.language.rawValue)
    }

    /// Venue, then city and country; on line for those who take part there.
    static func place(_ event: Event, _ mode: PlaceCategory.Mode, _ words: Words) -> [PaperText] {
        let language = words.language
        let country = event.country.isEmpty ? "" : words.country(event.country)
        if mode == .online || event.city.isEmpty && country.isEmpty { return [said(words, "places.mode.online")] }
        let town = [event.city.text(language), country].filter { !$0.isEmpty }
        let joined = Set(town).count == 1 ? town[0] : town.joined(separator: language == .ar ? "، " : ", ")
        return [text(event.venue, language), PaperText(joined, language.rawValue)].filter { !$0.text.isEmpty }
    }
}
