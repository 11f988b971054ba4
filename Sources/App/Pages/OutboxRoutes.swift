import Base
import HTML
import HTTPTypes
import Store
import Web

/// `/outbox`: open to everyone in the demo, where no mail is real; elsewhere to administrators.
enum OutboxRoutes {
    enum Kind {
        /// The demo.
        case open
        /// No mail server is set: letters stay here.
        case kept
        /// Letters go out; those that do not are shown without their texts, which hold other people's ways in.
        case sent
    }

    static func routes(_ kind: Kind, _ files: LetterFiles) -> [Route] {
        let access = kind == .open ? Route.Access.anyone : .role(.administrator)
        return [
            Route(.get, "/outbox", access) { exchange in
                if kind != .open { _ = try exchange.viewer.demand(.administrator) }
                let letters = try await exchange.database.read { tx in
                    kind == .sent ? try LetterStore.troubled(100, in: tx) : try LetterStore.recent(100, in: tx)
                }
                let scene = exchange.scene()
                return exchange.page(
                    title: scene.words("outbox.title"), wing: .reach,
                    main: kind == .sent ? OutboxPage.troubles(scene, letters) : OutboxPage.list(scene, letters))
            },
            Route(.get, "/outbox/:letter/files/:number", access, rate: 60) { exchange in
                if kind != .open { _ = try exchange.viewer.demand(.administrator) }
                return try await file(exchange, isKept: kind != .sent, files)
            },
        ]
    }

    private static func file(_ exchange: Exchange, isKept: Bool, _ files: LetterFiles) async throws -> Answer {
        let id = try exchange.id("letter")
        guard isKept, let letter = try await exchange.database.read({ try LetterStore.find(id, in: $0) }),
            let number = Int(exchange.parameters["number"] ?? ""), letter.attachments.indices.contains(number - 1)
        else { throw Refusal(.notFound, "refusal.notFound") }
        let one = letter.attachments[number - 1]
        guard let bytes = try await files.bytes(of: one) else { throw Refusal(.gone, "outbox.refusal.gone") }
        var answer = Answer(type: one.type, body: bytes, keeping: .personal)
        answer.fields[.contentDisposition] = Answer.disposition(one.name, isInline: false)
        return answer
    }
}
