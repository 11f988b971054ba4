import Base
import Store
import Web

/// Files that came with answers: which registration and question a kept file belongs to.
package enum AnswerFileStore {
    package struct Place: Hashable, Sendable {
        package let registration: Identifier
        package let question: Identifier
        package let purpose: QuestionSection.Purpose
    }

    /// Keeps what was uploaded and takes away what no answer names any more; the answers with their files' identifiers.
    static func settle(
        _ answers: Answers, _ uploads: [UploadedFile], _ content: QuestionnaireContent, of registration: Identifier,
        in tx: Writer
    ) throws -> Answers {
        var settled = answers
        var named: Set<Identifier> = []
        for (question, value) in answers.values {
            guard case .file(var file) = value else { continue }
            if file.id == nil {
                let field = AnswerForm.field(question)
                guard let upload = uploads.first(where: { $0.field == field }), let purpose = content.purpose(of: question) else {
                    settled[question] = nil
                    continue
                }
                let id = try StoredFileStore.insert(upload, in: tx).id
                file.id = id
                settled[question] = .file(file)
                try tx.execute(
                    """
                    INSERT INTO registration_file (file_id, registration_id, question_id, purpose)
                    VALUES (\(id), \(registration), \(question), \(purpose.rawValue))
                    """)
            }
            if let id = file.id { named.insert(id) }
        }
        let there = try tx.rows("SELECT file_id FROM registration_file WHERE registration_id = \(registration)")
        try remove(there.map { try $0.id("file_id") }.filter { !named.contains($0) }, in: tx)
        return settled
    }

    package static func place(_ file: Identifier, in tx: Reader) throws -> Place? {
        try tx.first("SELECT registration_id, question_id, purpose FROM registration_file WHERE file_id = \(file)").map {
            Place(registration: try $0.id("registration_id"), question: try $0.id("question_id"), purpose: try $0.raw("purpose"))
        }
    }

    /// All files of a registration, or those of one purpose.
    static func remove(of registration: Identifier, purpose: QuestionSection.Purpose? = nil, in tx: Writer) throws {
        let rows = try tx.rows("SELECT file_id, purpose FROM registration_file WHERE registration_id = \(registration)")
        try remove(
            rows.filter { try purpose == nil || $0.text("purpose") == purpose?.rawValue }.map { try $0.id("file_id") }, in: tx)
    }

    private static func remove(_ files: [Identifier], in tx: Writer) throws {
        for file in files {
            try tx.execute("DELETE FROM registration_file WHERE file_id = \(file)")
            try StoredFileStore.delete(file, in: tx)
        }
    }
}
