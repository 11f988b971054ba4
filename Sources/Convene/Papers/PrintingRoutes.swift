import Base
import HTTPTypes
import Paper
import Web

/// A paper as an answer: for this reader alone, shown or saved under a name that says what it is.
enum PrintingRoutes {
    static func answer(_ work: some PaperWork, name: String) async throws -> Answer {
        file(try await bytes(work), name: name)
    }

    static func bytes(_ work: some PaperWork) async throws -> [UInt8] {
        do { return try await PaperPress.shared.print(work).bytes } catch let fault as PaperFault { throw refusal(fault) }
    }

    static func file(_ bytes: [UInt8], name: String) -> Answer {
        var answer = Answer(type: "application/pdf", body: bytes)
        answer.fields[.contentDisposition] = Answer.disposition(name, isInline: true)
        answer.fields[HTTPField.Name("X-Robots-Tag") ?? .server] = "noindex"
        answer.fields[HTTPField.Name("Referrer-Policy") ?? .server] = "no-referrer"
        return answer
    }

    /// What people are told when something cannot be printed: mostly they can mend it.
    static func refusal(_ fault: PaperFault) -> Refusal {
        switch fault {
        case .missingGlyph(let text): Refusal(.conflict, "papers.refusal.glyph", ["text": short(text)])
        case .doesNotFit(let text): Refusal(.conflict, "papers.refusal.long", ["text": short(text)])
        case .tooMany(let most): Refusal(.conflict, "papers.refusal.many", ["count": String(most)])
        case .busy: Refusal(.tooMany, "papers.refusal.busy")
        case .unfitForCode, .failed: Refusal(.conflict, "papers.refusal.failed")
        }
    }

    private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
}
