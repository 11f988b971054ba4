import Base
import HTML
import Store

/// Letters as they would arrive, for somebody who does not exist.
package enum LetterSample {
    package struct Letter: Hashable, Sendable {
        package let subject: String
        package let text: String
        package let language: Language
    }

    private static let names: [Language: String] = [
        .en: "Ada Example", .es: "Ana Ejemplo", .fr: "Anne Exemple", .zh: "王示例", .ar: "ليلى مثال", .ru: "Анна Пример",
        .pt: "Ana Exemplo",
    ]

    /// In a state in which every field of the letter says something.
    static func registration(_ event: Event, _ category: PlaceCategory, _ language: Language, at now: Instant) -> Registration {
        let id = Identifier(digest: Array("sample \(event.id)".utf8))
        var one = Registration(category, at: now, id: id)
        one.number = "K3XM-9PQ2"
        one.generation = 1
        one.holder = RegistrationHolder(
            name: names[language] ?? "Ada", email: "ada@example.org", organisation: "Example University", language: language)
        one.heldUntil = now.adding(minutes: category.offerMinutes)
        one.confirmedAt = now
        if category.fee == .invoiced { one.invoice = one.number }
        return one
    }

    static func category(_ event: Event, _ known: [PlaceCategory], _ words: Words) -> PlaceCategory {
        known.first
            ?? PlaceCategory(
                id: event.id, event: event.id, name: Localized(words("places.mode.room"), words.language.rawValue), text: .empty,
                kind: .general, mode: .room, position: 0, needsCode: false, needsApproval: false, hasWaitingList: true,
                fee: .free,
                price: "", holdMinutes: 15, offerMinutes: 1440)
    }

    static func facts(_ pen: LetterPen, _ event: Event, _ categories: [PlaceCategory], _ language: Language, at now: Instant)
        -> MailFacts
    {
        let words = pen.book.words(language)
        let category = category(event, categories, words)
        var facts = MailFacts(
            event: event, category: category, one: registration(event, category, language, at: now), baseURL: pen.baseURL,
            address: pen.address, words: words)
        facts.ahead = 11
        // Nobody's page: what stands there must open nothing.
        facts.isSample = true
        return facts
    }

    /// In every language that is written.
    static func letters(
        _ wording: MailWording, _ occasion: MailOccasion, _ pen: LetterPen, _ event: Event, _ categories: [PlaceCategory],
        at now: Instant
    ) -> [Letter] {
        wording.languages.map { language in
            let read = RegistrationLetters.reading(wording, occasion, language, pen.book)
            let facts = facts(pen, event, categories, language, at: now)
            return Letter(
                subject: read.subject.line(facts.value), text: read.text.text(facts.value), language: read.language)
        }
    }

    /// To the organiser herself.
    static func test(
        _ wording: MailWording, _ occasion: MailOccasion, in language: Language, _ pen: LetterPen, _ event: Event,
        _ categories: [PlaceCategory], at now: Instant
    ) -> @Sendable (String) -> LetterDraft {
        let read = RegistrationLetters.reading(wording, occasion, language, pen.book)
        let facts = facts(pen, event, categories, read.language, at: now)
        return { address in
            LetterDraft(
                to: address, subject: read.subject.line(facts.value), text: read.text.text(facts.value) + "\n",
                language: read.language, purpose: Mailing.testPurpose)
        }
    }
}
