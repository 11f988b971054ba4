import Base
import CompositeIndex
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for the framework of an edition.
package enum FrameworkDeskRoutes {
    private static let base = "/desk/measure/:edition/framework"
    package static let routes: [Route] = [
        Route(.get, base, .role(.secretariat), handler: { try await tree($0) }),
        Route(.post, base, .role(.secretariat), handler: add),
        Route(
            .post, base + "/import", .role(.secretariat), bodyLimit: IndexFile.limit + 65_536, rate: 60, takesFiles: true,
            handler: replace),
        Route(.get, base + "/:node", .role(.secretariat), handler: { try await edit($0) }),
        Route(.post, base + "/:node", .role(.secretariat), handler: change),
        Route(.post, base + "/:node/move", .role(.secretariat), handler: move),
        Route(.post, base + "/:node/rename", .role(.secretariat), handler: rename),
        Route(.post, base + "/:node/remove", .role(.secretariat), handler: remove),
    ]

    private static func view(_ exchange: Exchange) async throws -> FrameworkDeskPage.View {
        try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return FrameworkDeskPage.View(edition, try EditionStore.content(of: edition.id, in: tx))
        }
    }

    private static func tree(
        _ exchange: Exchange, typed: NodeForm? = nil, _ complaints: Complaints = Complaints(), problems: [IndexProblem] = []
    ) async throws -> Answer {
        var view = try await view(exchange)
        if let typed { view.form = typed }
        view.whole = exchange.form.line("whole")
        view.complaints = complaints
        view.problems = problems
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.framework"), FrameworkDeskPage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func edit(
        _ exchange: Exchange, typed: NodeForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        var view = try await view(exchange)
        guard let node = view.content.node(exchange.parameters["node"] ?? "") else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        var texts = view.content.texts[node.code] ?? IndexContent.Texts()
        if texts.name.isEmpty { texts.name = Localized(node.name) }
        view.form = typed ?? NodeForm(node, texts)
        view.code = exchange.form.line("code").isEmpty ? node.code : exchange.form.line("code")
        view.complaints = complaints
        return MeasureDeskRoutes.page(
            exchange, view.content.name(of: node).text(exchange.language),
            FrameworkDeskPage.node(exchange.scene(withForms: true), view, node), isFaulty: !complaints.isEmpty)
    }

    private static func add(_ exchange: Exchange) async throws -> Answer {
        let form = NodeForm(sent: exchange.form.fields)
        let (seen, whole) = (MeasureDeskRoutes.seen(exchange), exchange.form.line("whole"))
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/framework#n-\(form["code"])" }) { edition, tx in
            let (node, texts) = try form.node()
            try FrameworkActions.add(
                node, texts, under: whole.isEmpty ? nil : whole, to: edition.id, seen: seen, by: exchange.viewer, in: tx)
        } otherwise: {
            try await tree(exchange, typed: form, $0)
        }
    }

    private static func change(_ exchange: Exchange) async throws -> Answer {
        let form = NodeForm(sent: exchange.form.fields)
        let (seen, code) = (MeasureDeskRoutes.seen(exchange), exchange.parameters["node"] ?? "")
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/framework#n-\(code)" }) { edition, tx in
            let (node, texts) = try form.node(code: code)
            try FrameworkActions.change(node, texts, of: edition.id, seen: seen, by: exchange.viewer, in: tx)
        } otherwise: {
            try await edit(exchange, typed: form, $0)
        }
    }

    private static func rename(_ exchange: Exchange) async throws -> Answer {
        let (seen, code) = (MeasureDeskRoutes.seen(exchange), exchange.parameters["node"] ?? "")
        let new = exchange.form.line("code")
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/framework#n-\(new)" }) { edition, tx in
            try FrameworkActions.rename(code, to: new, of: edition.id, seen: seen, by: exchange.viewer, in: tx)
        } otherwise: {
            try await edit(exchange, $0)
        }
    }

    private static func move(_ exchange: Exchange) async throws -> Answer {
        let (seen, code) = (MeasureDeskRoutes.seen(exchange), exchange.parameters["node"] ?? "")
        let verb = exchange.form.line("do")
        let move = FrameworkTree.Move(rawValue: verb) ?? .up
        let drop = FrameworkTree.Drop(verb, exchange.form.line("beside"))
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/framework#n-\(code)" }) { edition, tx in
            if let drop {
                try FrameworkActions.drop(code, drop, of: edition.id, seen: seen, by: exchange.viewer, in: tx)
            } else {
                try FrameworkActions.move(code, move, of: edition.id, seen: seen, by: exchange.viewer, in: tx)
            }
        } otherwise: {
            try await tree(exchange, $0)
        }
    }

    private static func remove(_ exchange: Exchange) async throws -> Answer {
        let (seen, code) = (MeasureDeskRoutes.seen(exchange), exchange.parameters["node"] ?? "")
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/framework" }) { edition, tx in
            try FrameworkActions.remove(code, of: edition.id, seen: seen, by: exchange.viewer, in: tx)
        } otherwise: {
            try await tree(exchange, $0)
        }
    }

    private static func replace(_ exchange: Exchange) async throws -> Answer {
        _ = try exchange.viewer.demand(.secretariat)
        guard let file = exchange.file("file") else {
            return try await tree(exchange, Complaints("file", "measure.refusal.file"))
        }
        let reading = IndexFile(name: file.name, bytes: file.bytes)
        let seen = MeasureDeskRoutes.seen(exchange)
        guard let nodes = reading.nodes, !reading.problems.contains(where: { $0.gravity == .error }) else {
            return try await tree(exchange, Complaints("file", "measure.refusal.framework"), problems: reading.problems)
        }
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/framework" }) { edition, tx in
            try FrameworkActions.replace(nodes, of: edition.id, seen: seen, by: exchange.viewer, in: tx)
        } otherwise: {
            try await tree(exchange, $0, problems: Framework.problems(of: nodes))
        }
    }
}
