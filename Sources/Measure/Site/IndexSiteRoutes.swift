import Base
import CompositeIndex
import HTML
import HTTPTypes
import Store
import Web

/// The public pages of an edition. All of it comes from what was released; drafts and frozen editions have no way here.
package enum IndexSiteRoutes {
    package static let routes: [Route] = [
        Route(.get, "/index", .anyone, handler: list),
        Route(.get, "/index/:edition", .anyone, query: RankingFilter.query, handler: ranking),
        Route(.get, "/index/:edition/u/:unit", .anyone, query: ["by"], handler: profile),
        Route(.get, "/index/:edition/compare", .anyone, handler: compare),
        Route(.get, "/index/:edition/matrix", .anyone, handler: matrix),
        Route(.get, "/index/:edition/map", .anyone, handler: map),
        Route(.get, "/index/:edition/sliders", .anyone, handler: sliders),
        Route(.get, "/index/:edition/method", .anyone, handler: method),
        Route(.get, "/index/:edition/audit", .anyone, handler: audit),
        Route(.get, "/index/:edition/corrections", .anyone, handler: corrections),
        Route(.get, "/index/:edition/downloads", .anyone, handler: downloads),
    ]

    package static let place = PageFrame.Place("index.place", path: "/index")

    /// The block of the start page.
    package static let panel = Module.Panel(order: 20, topics: [IndexEdition.listTopic]) { tx, scene in
        IndexListPage.panel(scene, try EditionStore.released(in: tx))
    }

    /// The edition that the address names, computed; what is not released is not found.
    static func view(_ exchange: Exchange) async throws -> IndexView {
        let slug = exchange.parameters["edition"] ?? ""
        let (released, archive) = try await exchange.database.read { tx in
            guard let released = try EditionStore.released(slug: slug, in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            return (released, try EditionStore.released(series: released.edition.series, in: tx))
        }
        let series = try BuildShelf.shared.series(of: released.edition, released.content)
        var view = IndexView(released.edition, released.content, released.corrections, archive: archive, build: series.own)
        view.series = series.points
        return view
    }

    /// A page holds until its edition, or the list of editions, changes.
    static func keeping(_ view: IndexView) -> Answer.Keeping {
        .shared(topics: [view.edition.topic, IndexEdition.listTopic], until: nil)
    }

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let editions = try await exchange.database.read { try EditionStore.released(in: $0) }
        let scene = exchange.scene()
        return exchange.page(
            title: exchange.words("index.title"), wing: .measure, current: place.path, masthead: IndexListPage.masthead(scene),
            main: IndexListPage.main(scene, editions), keeping: .shared(topics: [IndexEdition.listTopic], until: nil))
    }

    private static func page(
        _ exchange: Exchange, _ view: IndexView, title: String?, masthead: Markup? = nil, keeping: Answer.Keeping? = nil,
        main: (Scene) -> Markup
    ) -> Answer {
        let scene = exchange.scene()
        let name = "\(view.edition.name.text(exchange.language)) \(view.edition.period)"
        let head =
            masthead
            ?? IndexFramePage.masthead(
                scene, view, title: title.map { "\($0)" } ?? IndexFramePage.name(scene, view.edition),
                lede: title == nil ? scene.text(view.edition.description) : .empty, isTop: title == nil)
        return exchange.page(
            title: title.map { "\($0) · \(name)" } ?? name, wing: .measure, current: place.path, masthead: head,
            main: main(scene),
            footnote: IndexFramePage.footnote(scene, view), keeping: keeping ?? IndexSiteRoutes.keeping(view))
    }

    private static func ranking(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        let filter = RankingFilter(exchange.query.fields, view)
        let ranges = await AuditShelf.shared.ranges(view)
        return page(exchange, view, title: nil) { IndexRankingPage.main($0, view, filter, ranges) }
    }

    private static func profile(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        guard let row = view.build.row(of: exchange.parameters["unit"] ?? "") else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        let profile = UnitProfile(view, row: row, grouping: exchange.query["by"])
        let history = try await history(exchange, view)
        let ranges = await AuditShelf.shared.ranges(view)
        let report = try await exchange.database.read { tx in
            try ReportStore.published(of: view.edition.id, in: tx).first { $0.kind == .country }
        }
        return page(
            exchange, view, title: profile.unit.name,
            masthead: IndexProfilePage.masthead(exchange.scene(), view, profile, ranges),
            keeping: .shared(
                topics: Set(view.archive.map(\.topic)).union([view.edition.topic, IndexEdition.listTopic]), until: nil)
        ) { IndexProfilePage.main($0, view, profile, history, report: report?.title) }
    }

    private static func history(_ exchange: Exchange, _ view: IndexView) async throws -> EditionHistory {
        guard view.archive.count > 1 else { return EditionHistory([]) }
        let contents = try await exchange.database.read { try EditionHistoryStore.contents(of: view.edition.series, in: $0) }
        return EditionHistory(
            try view.archive.compactMap { edition in
                try contents[edition.id].map { (edition, $0, try BuildShelf.shared.build(of: edition, $0)) }
            })
    }

    private static func compare(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        var rows: [Int] = []
        for code in exchange.query.all("u") {
            guard let row = view.build.row(of: code), view.counted.contains(row), !rows.contains(row) else { continue }
            rows.append(row)
        }
        let shown = Array(rows.prefix(IndexComparePage.most))
        return page(exchange, view, title: exchange.words("index.tab.compare")) { IndexComparePage.main($0, view, shown) }
    }

    private static func matrix(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        return page(exchange, view, title: exchange.words("index.tab.matrix")) { IndexMatrixPage.main($0, view) }
    }

    private static func map(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        return page(exchange, view, title: exchange.words("index.tab.map")) { IndexMapPage.main($0, view) }
    }

    /// The plain form's fields become one part of the address, which can be passed on.
    private static func sliders(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        let nodes = view.framework.nodes
        if let asked = WeightAddress(fields: exchange.query.fields, nodes: nodes) {
            // What could not be read goes along, so that the page can name it.
            let text = ([asked.text(nodes, published: view.build.weights)] + asked.unread.prefix(5).map { String($0.prefix(40)) })
                .filter { !$0.isEmpty }.joined(separator: ",")
            let path = IndexFramePage.Tab.sliders.path(view.edition)
            // Colons and commas stay as they are: the address is to be read.
            let weights = percentEncoded(text).replacing("%3A", with: ":").replacing("%2C", with: ",")
            return exchange.seeOther(text.isEmpty ? path : "\(path)?w=\(weights)")
        }
        let address = WeightAddress(exchange.query["w"] ?? "", nodes: nodes)
        let build = address.weights.isEmpty ? view.build : try? view.content.weighted(address.weights, over: nodes).build()
        let state = IndexSlidersPage.State(address: address, build: build)
        return page(exchange, view, title: exchange.words("index.tab.sliders")) { IndexSlidersPage.main($0, view, state) }
    }

    private static func method(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        return page(exchange, view, title: exchange.words("index.tab.method")) { IndexMethodPage.main($0, view) }
    }

    private static func audit(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        let audit = try? Audit(view.build)
        let robustness = await AuditShelf.shared.robustness(view)
        let ranges = await AuditShelf.shared.ranges(view)
        return page(exchange, view, title: exchange.words("index.tab.audit")) {
            IndexAuditPage.main($0, view, audit, ranges, robustness)
        }
    }

    private static func corrections(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        return page(exchange, view, title: exchange.words("index.tab.corrections")) { IndexCorrectionsPage.main($0, view) }
    }

    private static func downloads(_ exchange: Exchange) async throws -> Answer {
        let view = try await view(exchange)
        return page(exchange, view, title: exchange.words("index.tab.downloads")) { IndexDownloadsPage.main($0, view) }
    }
}
