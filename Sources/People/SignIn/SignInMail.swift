import Base
import HTML
import Store

/// The letter with the way in.
enum SignInMail {
    static func letter(_ asked: SignInActions.Asked, siteName: String, baseURL: String, words: Words) -> LetterDraft {
        let link = "\(baseURL)/sign-in/\(asked.token)?lang=\(words.language.rawValue)"
        let text = [
            words("signin.mail.text", ["site": siteName, "minutes": words.number(SignInLink.minutes)]),
            link,
            words("signin.mail.code", ["code": asked.code.prefix(4) + " " + asked.code.suffix(4)]),
            words("signin.mail.warning"),
        ].joined(separator: "\n\n")
        return LetterDraft(
            to: asked.address, subject: words("signin.mail.subject", ["site": siteName]), text: text + "\n",
            language: words.language, purpose: "signIn")
    }
}
