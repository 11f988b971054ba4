import Base
import Mail
import Store

/// Takes letters out of the database and hands them to SMTP.
struct PostOffice: Sendable {
    private let sender: SMTPSender
    private let from: MailAddress
    private let fromName: HeaderText
    private let files: LetterFiles

    /// Nil where no server is set: mails then stay in the outbox page.
    init?(_ settings: Settings, _ files: LetterFiles) throws {
        guard !settings.smtpURL.isEmpty else { return nil }
        self.files = files
        from = try MailAddress(settings.mailFrom)
        fromName = try HeaderText(settings.mailFromName)
        sender = try SMTPSender(url: settings.smtpURL, user: settings.smtpUser, password: settings.smtpPassword)
    }

    /// A letter that cannot become a mail is never tried again. One whose file could not be made waits for it: the press may be
    /// busy.
    func deliver(_ letter: Letter) async -> OutboxRunner.Step {
        do {
            let to = try MailAddress(letter.to)
            let message = MailMessage(
                id: letter.id, from: from, fromName: fromName, to: to,
                // An answer that goes to the sender is better than a letter that does not go.
                replyTo: letter.replyTo.flatMap { try? MailAddress($0) }, subject: try HeaderText(letter.subject),
                text: letter.text,
                language: letter.language, date: letter.createdAt, attachments: try await files.all(of: letter),
                mayBeDuplicate: letter.doubts > 0)
            let bytes = try MailComposer.compose(message)
            return .ready { await hand(bytes, to: to) }
        } catch let missing as LetterFiles.Missing {
            return .settled(.later(missing.description))
        } catch is CancellationError {
            return .settled(.later("the program ended"))
        } catch { return .settled(.refused("\(error)")) }
    }

    /// What the server refuses for good is never tried again.
    private func hand(_ bytes: [UInt8], to: MailAddress) async -> OutboxRunner.Outcome {
        do {
            try await sender.send(bytes, from: from, to: [to])
            return .sent
        } catch let failure as MailFailure {
            if failure.isOfAddress { return .unreachable(failure.description, status: failure.status) }
            if failure.isPermanent { return .refused(failure.description) }
            return failure.isUnsure ? .unsure(failure.description) : .later(failure.description)
        } catch { return .later("\(type(of: error))") }
    }
}
