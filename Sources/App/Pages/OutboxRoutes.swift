import Base
import HTML
import HTTPTypes
import Store
import Web

/// `/outbox`: open to everyone in the demo, where no mail is real; elsewhere to administrators.
enum OutboxRoutes {
    static func routes(isOpen: Bool) -> [Route] {
        [
            Route(.get, "/outbox", isOpen ? .anyone : .role(.administrator)) { exchange in
                if !isOpen { _ = try exchange.viewer.demand(.administrator) }
                let letters = try await exchange.database.read { try LetterStore.recent(100, in: $0) }
                let scene = exchange.scene()
                return exchange.page(
                    title: scene.words("outbox.title"), wing: .reach, main: OutboxPage.list(scene, letters))
            }
        ]
    }
}
