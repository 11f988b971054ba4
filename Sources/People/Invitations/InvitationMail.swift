import Base
import HTML
import Store

/// The letter that invites.
enum InvitationMail {
    /// `place` names the event, in the letter's language; nil for everywhere. `part` is what the role is bound to.
    static func letter(
        _ invited: InvitationActions.Invited, inviter: String, place: String?, part: Reference?, siteName: String,
        baseURL: String,
        words: Words
    ) -> LetterDraft {
        let role = RolePage.name(invited.invitation.grant, part, words)
        let venue = place ?? siteName
        let text = [
            words("invitation.mail.text", ["inviter": inviter, "role": role, "place": venue]),
            words("invitation.mail.link", ["date": words.date(invited.invitation.expiresAt.wall().date)]),
            "\(baseURL)/invitation/\(invited.token)?lang=\(words.language.rawValue)",
            words("invitation.mail.warning"),
        ].joined(separator: "\n\n")
        return LetterDraft(
            to: invited.invitation.email, subject: words("invitation.mail.subject", ["place": venue]), text: text + "\n",
            language: words.language, purpose: InvitationActions.purpose)
    }
}
