import Base
import HTML
import Store

/// The letter that tells somebody that a way into her account has changed: so that she hears of it if it was not she.
enum WayInMail {
    enum Kind: String {
        case passwordSet, passwordChanged, passwordRemoved, providerLinked, providerUnlinked
    }

    /// Nil for somebody without an address.
    static func letter(
        _ kind: Kind, detail: String = "", to person: Person, siteName: String, baseURL: String, words: Words
    ) -> LetterDraft? {
        guard let address = person.email else { return nil }
        let text = [
            words("account.mail.\(kind.rawValue)", ["site": siteName, "detail": detail]), words("account.mail.warning"),
            "\(baseURL)/account/sessions?lang=\(words.language.rawValue)",
        ].joined(separator: "\n\n")
        return LetterDraft(
            to: address, subject: words("account.mail.subject", ["site": siteName]), text: text + "\n",
            language: words.language, purpose: "wayIn")
    }
}
