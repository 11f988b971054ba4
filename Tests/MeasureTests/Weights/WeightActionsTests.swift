import Base
import CompositeIndex
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct WeightActionsTests {
    private static let path = "/desk/measure/tiny-2026/weights"

    @Test("a set is kept by who may, of the revision that it was computed of, under a free name", arguments: Backend.available)
    func keep(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let revision = try await stage.now().revision
            let computation = try WeightComputation(
                WeightRequest(way: .entropy, scope: .all), MeasureStage.tiny, revision: revision)
            let somebody = try await stage.person("Somebody")
            @Sendable func keep(_ name: String, _ viewer: Viewer) async throws -> String? {
                try await stage.refusal { tx in
                    try WeightActions.keep(computation, as: name, statement: "Tried", of: id, by: viewer, in: tx)
                }
            }
            #expect(try await keep("critic", somebody) != nil)
            #expect(try await keep("Not a name", administrator) == "measure.refusal.setName")
            #expect(try await keep("equal", administrator) == "measure.refusal.setName")
            #expect(try await keep("critic", administrator) == nil)
            // The edition has gone on since.
            #expect(try await keep("other", administrator) == "measure.refusal.overtaken")
            let set = try #require(try await stage.content().weightSets.first)
            #expect(set.weights == computation.weights && set.origins?.first?.revision == revision)
            let rows = try await stage.database.read { tx in
                try tx.rows("SELECT verb FROM audit WHERE verb = 'index.weightsComputed'").count
            }
            #expect(rows == 1)
        }
    }

    @Test("weights that give no index are not kept", arguments: Backend.available)
    func unsound(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            var content = MeasureStage.tiny
            content.data?.values[1] = [1, 2, 3, 4.5]
            let computation = try WeightComputation(
                WeightRequest(way: .component, scope: .node("P")), content, revision: try await stage.now().revision)
            let refusal = try await stage.refusal { tx in
                try WeightActions.keep(computation, as: "pca", statement: "", of: id, by: administrator, in: tx)
            }
            #expect(refusal == "measure.refusal.weightsUnsound")
        }
    }

    @Test("computed, kept, used by the method, published with its provenance; a used one stays", arguments: Backend.available)
    func whole(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            let administrator = stage.administrator
            @Sendable func send(_ end: String, _ fields: [(String, String)]) async throws -> HTTPResponse.Status {
                try await stage.ask(Self.path + end, post: fields.map { (name: $0.0, value: $0.1) }, as: administrator).status
            }
            let shown = try await stage.page(Self.path + "?way=hierarchy&of=node:T", as: administrator)
            #expect(shown.contains("name=\"pair-0-1\"") && !shown.contains("Keep as a set"))
            let result = try await stage.page(Self.path + "?way=hierarchy&of=node:T&pair-0-1=3", as: administrator)
            #expect(result.contains("Consistency ratio") && result.contains("75.0%") && result.contains("Keep as a set"))
            let seen = String(try await stage.now().revision)
            let pairs = [("way", "hierarchy"), ("of", "node:T"), ("base", "framework"), ("pair-0-1", "3")]
            #expect(try await send("", pairs + [("set", "?"), ("seen", seen)]) == .unprocessableContent)
            #expect(try await send("", pairs + [("set", "ahp"), ("statement", "Agreed in May"), ("seen", seen)]) == .seeOther)
            #expect(try await send("", pairs + [("set", "ahp2"), ("seen", seen)]) == .unprocessableContent)
            var fields = MethodForm(MeasureStage.tiny.method, height: 3).fields
            fields["weights"] = "set:ahp"
            let sent = fields.map { (name: $0.key, value: $0.value) }
            #expect(try await stage.ask("/desk/measure/tiny-2026/method", post: sent, as: administrator).status == .seeOther)
            #expect(try await send("/remove", [("name", "ahp")]) == .unprocessableContent)
            let content = try await stage.content()
            let build = try content.build()
            let expected = 0.75 * (build.score(of: "BB", "P") ?? 0) + 0.25 * (build.score(of: "BB", "Q") ?? 0)
            #expect(abs((build.score(of: "BB", "T") ?? 0) - expected) < 1e-9)
            try await stage.release()
            let method = try await stage.page("/index/tiny-2026/method")
            #expect(method.contains("Where the weights come from") && method.contains("analytic hierarchy process"))
            #expect(method.contains("Agreed in May") && method.contains("P against Q: 3 times as much"))
        }
    }

    @Test("a set that is not used can be taken away, a signed one cannot", arguments: Backend.available)
    func remove(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            try await stage.database.write { tx in
                try EditionActions.edit(id, as: "index.imported", seen: nil, by: administrator, in: tx) {
                    $0.weightSets = [WeightSet(name: "signed", weights: ["P": 1], round: 1, at: tx.now)]
                }
            }
            let computation = try WeightComputation(
                WeightRequest(way: .entropy, scope: .node("P")), MeasureStage.tiny, revision: try await stage.now().revision)
            @Sendable func remove(_ name: String) async throws -> String? {
                try await stage.refusal { tx in
                    try WeightActions.remove(name, of: id, seen: nil, by: administrator, in: tx)
                }
            }
            try await stage.database.write { tx in
                try WeightActions.keep(computation, as: "critic", statement: "", of: id, by: administrator, in: tx)
            }
            #expect(try await remove("signed") == "refusal.notFound")
            #expect(try await remove("critic") == nil)
            #expect(try await stage.content().weightSets.map(\.name) == ["signed"])
        }
    }

    @Test("a node that goes takes its weights out of sets and method")
    func forget() throws {
        var content = MeasureStage.tiny
        let set = try WeightComputation(WeightRequest(way: .entropy, scope: .all), content, revision: 1).set(
            "critic", statement: "", at: Instant(seconds: 1))
        content.weightSets = [set]
        content.method.aggregation?.weights = .named(set.name, set.weights)
        content.nodes.removeAll { $0.code == "p2" }
        content.forget(["p2"])
        #expect(content.weightSets[0].weights["p2"] == nil && content.weightSets[0].weights["p1"] != nil)
        #expect(try content.build().score(of: "AA", "P") != nil)
    }
}
