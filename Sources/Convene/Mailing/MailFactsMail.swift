import Base
import HTML

/// What the fields of a letter to somebody who registered say, in one language.
struct MailFacts: Sendable {
    let event: Event
    let category: PlaceCategory
    let one: Registration
    /// How many are before her in the queue.
    var ahead = 0
    /// Of somebody who does not exist: her page opens nothing.
    var isSample = false
    let baseURL: String
    let address: RegistrationAddress
    let words: Words

    private var language: Language { words.language }

    func value(_ field: MailField) -> String {
        switch field {
        case .name: MailFacts.unlinked(one.holder.name)
        case .organisation: MailFacts.unlinked(one.holder.organisation)
        case .event: event.name.text(language)
        case .dates: words.dates(event.first, event.last)
        case .place: place
        case .category: category.name.text(language)
        case .number: one.number
        case .invoice: one.invoice ?? ""
        case .price: one.invoice == nil || one.paidAt != nil ? "" : category.price
        case .until: one.heldUntil.map { MailFacts.moment($0, event, words) } ?? ""
        case .position: words.number(ahead + 1)
        case .page: page()
        case .take: page("#take")
        case .pass: page("#pass")
        case .programme: "\(baseURL)\(event.path)/programme?lang=\(language.rawValue)"
        }
    }

    /// Also its buttons: a link in a letter only shows; what is done is done by who presses there.
    func page(_ part: String = "") -> String {
        if isSample { return "\(baseURL)/r/…?lang=\(language.rawValue)\(part)" }
        return "\(baseURL)\(address.path(one.id, generation: one.generation))?lang=\(language.rawValue)\(part)"
    }

    private var place: String {
        if category.mode == .online { return words("places.mode.online") }
        return MailFacts.place(event, words)
    }

    static func place(_ event: Event, _ words: Words) -> String {
        let country = event.country.isEmpty ? "" : words.country(event.country)
        return [event.venue.text(words.language), event.city.text(words.language), country].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    /// An instant in the event's zone, which it names.
    static func moment(_ at: Instant, _ event: Event, _ words: Words) -> String {
        event.moment(at, words)
    }

    /// What somebody typed into a public form stands in a letter to an address that she typed too: no mail program may make a
    /// link of it, or the form would send anybody's advertisement to anybody.
    static func unlinked(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }) else {
            return text
        }
        var out = ""
        let letters = Array(text)
        for (index, letter) in letters.enumerated() {
            let next = index + 1 < letters.count ? letters[index + 1] : " "
            switch letter {
            case "." where next.isLetter || next.isNumber: out += ". "
            case ":" where next == "/": out += ": "
            case "@": out += " @ "
            default: out.append(letter)
            }
        }
        return singleLine(out)
    }
}
