import Base
import Mail
import Store

/// Takes letters out of the database and hands them to SMTP.
struct PostOffice: Sendable {
    private let sender: SMTPSender
    private let from: MailAddress
    private let fromName: HeaderText

    /// Nil where no server is set: mails then stay in the outbox page.
    init?(_ settings: Settings) throws {
        guard !settings.smtpURL.isEmpty else { return nil }
        from = try MailAddress(settings.mailFrom)
        fromName = try HeaderText(settings.mailFromName)
        sender = try SMTPSender(url: settings.smtpURL, user: settings.smtpUser, password: settings.smtpPassword)
    }

    /// A letter that cannot become a mail, or that the server refuses for good, is never tried again.
    func deliver(_ letter: Letter) async -> OutboxRunner.Outcome {
        do {
            let to = try MailAddress(letter.to)
            let message = MailMessage(
                id: letter.id, from: from, fromName: fromName, to: to, subject: try HeaderText(letter.subject), text: letter.text,
                language: letter.language, date: letter.createdAt)
            try await sender.send(try MailComposer.compose(message), from: from, to: [to])
            return .sent
        } catch let failure as MailFailure {
            return failure.isPermanent ? .refused(failure.description) : .later(failure.description)
        } catch { return .refused("\(error)") }
    }
}
