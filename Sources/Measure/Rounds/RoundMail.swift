import Base
import HTML
import Store

/// The letter that asks an expert, with a link of her own.
enum RoundMail {
    static func letter(
        _ invited: RoundActions.Invited, _ round: ExpertRound, _ edition: IndexEdition, siteName: String, baseURL: String,
        words: Words
    ) -> LetterDraft {
        let name = edition.name.text(words.language)
        let text = [
            words("measure.mail.greeting", ["name": invited.expert.name]),
            words("measure.mail.text", ["index": name, "number": words.number(round.number), "site": siteName]),
            round.question.text(words.language),
            "\(baseURL)/experts/\(invited.secret)?lang=\(words.language.rawValue)",
            words("measure.mail.warning"),
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
        return LetterDraft(
            to: invited.expert.email,
            subject: words("measure.mail.subject", ["index": name, "number": words.number(round.number)]),
            text: text + "\n", language: words.language, purpose: RoundActions.purpose, about: invited.expert.id)
    }
}
