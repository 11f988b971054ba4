import Base
import HTML
import HTTPTypes
import Store
import Web

/// The start page: the blocks that the modules offer, in their order.
enum HomeRoutes {
    static func routes(panels: [Module.Panel]) -> [Route] {
        let ordered = panels.sorted { $0.order < $1.order }
        return [
            Route(.get, "/", .anyone) { exchange in
                let scene = exchange.scene()
                let blocks = try await exchange.database.read { tx in
                    try ordered.map { (order: $0.order, markup: try $0.markup(tx, scene)) }
                }
                // Blocks before 10 stand above the page's main part: they are mastheads.
                let topics = ordered.reduce(into: Set<String>()) { $0.formUnion($1.topics) }
                return exchange.page(
                    title: exchange.hall.siteName, wing: .convene, current: "/",
                    masthead: each(blocks.filter { $0.order < 10 }) { $0.markup },
                    main: each(blocks.filter { $0.order >= 10 }) { $0.markup },
                    // Which event comes next depends on the hour as well.
                    keeping: .shared(topics: topics, until: exchange.now.adding(minutes: 60)))
            }
        ]
    }
}
