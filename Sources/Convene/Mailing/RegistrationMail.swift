import Base
import HTML
import Store

/// What every letter of this house is written with.
package struct LetterPen: Sendable {
    package let book: WordBook
    package let baseURL: String
    package let address: RegistrationAddress
    package init(book: WordBook, baseURL: String, address: RegistrationAddress) {
        self.book = book
        self.baseURL = baseURL
        self.address = address
    }

    func facts(_ one: Registration, _ event: Event, _ category: PlaceCategory, _ language: Language) -> MailFacts {
        MailFacts(
            event: event, category: category, one: one, baseURL: baseURL, address: address, words: book.words(language))
    }
}

/// The letters about registrations, in their holders' languages.
package enum RegistrationLetters {
    package static let calendarKind = "registration.ics"
    package static let ticketKind = "registration.ticket"
    package static let purpose = "registration"

    /// Puts a letter into the outbox in the verb's own transaction: one statement to read, one to write.
    package static func teller(book: WordBook, baseURL: String, address: RegistrationAddress) -> RegistrationTeller {
        teller(LetterPen(book: book, baseURL: baseURL, address: address))
    }
    package static func teller(_ pen: LetterPen) -> RegistrationTeller {
        RegistrationTeller { occasion, one, tx in
            let about = MailOccasion(occasion)
            guard let ground = try MailTemplateStore.ground(of: one, about, in: tx) else { return }
            let wording = reading(ground.wording, about, one.holder.language, pen.book)
            var facts = pen.facts(one, ground.event, ground.category, wording.language)
            if wording.names(.position) { facts.ahead = try QueueStore.ahead(of: one, in: tx) }
            var letter = letter(about, wording, facts)
            letter.replyTo = ground.replyTo
            try tx.post(letter)
        }
    }

    /// The letters of a mailing.
    package static func composer(_ pen: LetterPen) -> MailingActions.Compose {
        { mailing, one, event, category in
            let wording = reading(mailing.wording, mailing.occasion, one.holder.language, pen.book)
            let facts = pen.facts(one, event, category, wording.language)
            return letter(mailing.occasion, wording, facts, purpose: Mailing.purpose)
        }
    }

    /// A letter's two parts in the language in which it is sent.
    package struct Wording: Sendable {
        package let subject: MailTemplate
        package let text: MailTemplate
        package let language: Language
        func names(_ field: MailField) -> Bool { text.fields.contains(field) || subject.fields.contains(field) }
    }

    /// The organiser's wording, else that of the house.
    package static func reading(
        _ wording: MailWording?, _ occasion: MailOccasion, _ language: Language, _ book: WordBook
    ) -> Wording {
        let read = (wording.flatMap { $0.isEmpty ? nil : $0 } ?? standard(occasion, book.words(language))).reading(language)
        return Wording(subject: .kept(read.subject), text: .kept(read.text), language: read.language)
    }

    /// The wording of the house in one language.
    package static func standard(_ occasion: MailOccasion, _ words: Words) -> MailWording {
        guard occasion != .bulk else { return MailWording() }
        let tag = words.language.rawValue
        return MailWording(
            subject: Localized(words("mailing.default.\(occasion.rawValue).subject"), tag),
            text: Localized(words("mailing.default.\(occasion.rawValue).text"), tag))
    }

    /// The wording of the house in all languages.
    package static func standard(_ occasion: MailOccasion, _ book: WordBook) -> MailWording {
        Language.allCases.reduce(into: MailWording()) { all, language in
            let one = standard(occasion, book.words(language))
            all.subject[language.rawValue] = one.subject[language.rawValue]
            all.text[language.rawValue] = one.text[language.rawValue]
        }
    }

    static func letter(_ occasion: MailOccasion, _ wording: Wording, _ facts: MailFacts, purpose: String = purpose) -> LetterDraft
    {
        LetterDraft(
            to: facts.one.holder.email, subject: wording.subject.line(facts.value),
            text: wording.text.text(facts.value) + "\n", language: wording.language, purpose: purpose,
            attachments: attachments(occasion, facts.one, facts.event), about: facts.one.id)
    }

    /// An entry is taken out of a calendar only where one was put in.
    static func attachments(_ occasion: MailOccasion, _ one: Registration, _ event: Event) -> [LetterAttachment] {
        var found: [LetterAttachment] = []
        let key = RegistrationFileKey(one, isEnded: occasion.endsCalendar).text
        if occasion.hasTicket {
            found.append(
                LetterAttachment(kind: ticketKind, name: "\(event.slug)-ticket.pdf", type: "application/pdf", key: key))
        }
        if occasion.hasTicket || occasion.endsCalendar && one.confirmedAt != nil {
            found.append(LetterAttachment(kind: calendarKind, name: "\(event.slug).ics", type: "text/calendar", key: key))
        }
        return found
    }
}
