import Base
import Mail
import Store
import Web

/// Makes the files that go with letters: each kind by the module that named it.
struct LetterFiles: Sendable {
    /// A file that could not be made. Its description is shown to administrators and quotes nothing of the letter.
    struct Missing: Error, Hashable, CustomStringConvertible {
        let kind: String
        let cause: String
        var description: String { "\(kind): \(cause)" }
    }

    private let hall: Hall
    private let makers: [String: Module.Maker]

    init(_ hall: Hall, _ modules: [Module]) {
        self.hall = hall
        makers = modules.reduce(into: [:]) { $0.merge($1.attachments) { first, _ in first } }
    }

    func all(of letter: Letter) async throws -> [MailMessage.Attachment] {
        var made: [MailMessage.Attachment] = []
        for one in letter.attachments {
            guard let bytes = try await bytes(of: one) else { continue }
            made.append(MailMessage.Attachment(name: try HeaderText(one.name), type: one.type, bytes: bytes))
        }
        return made
    }

    /// Nil where the file no longer holds.
    func bytes(of one: LetterAttachment) async throws -> [UInt8]? {
        guard let maker = makers[one.kind] else { throw Missing(kind: one.kind, cause: "nobody makes it") }
        do { return try await maker(one.key, hall) } catch let error as CancellationError { throw error } catch {
            throw Missing(kind: one.kind, cause: FailureKind.of(error))
        }
    }
}
