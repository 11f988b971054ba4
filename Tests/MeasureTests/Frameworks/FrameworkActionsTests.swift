import Base
import CompositeIndex
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct FrameworkActionsTests {
    @Test("nodes are added, changed, moved and removed; what spoke of them forgets them", arguments: Backend.available)
    func whole(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let texts = IndexContent.Texts(name: Localized(["en": "New", "ru": "Новый"]))
            let node = Node(code: "q2", level: 1, parent: nil, weight: 2)
            try await stage.database.write { tx in
                try FrameworkActions.add(node, texts, under: "Q", to: id, seen: nil, by: administrator, in: tx)
                try FrameworkActions.move("q2", .up, of: id, seen: nil, by: administrator, in: tx)
            }
            var content = try await stage.content()
            #expect(content.parts(of: "Q").map(\.code) == ["q2", "q1"])
            #expect(content.texts["q2"] == texts)
            try await stage.database.write { tx in
                try EditionActions.edit(id, as: "index.methodSet", seen: nil, by: administrator, in: tx) {
                    $0.weightSets = [WeightSet(name: "experts", weights: ["q2": 60, "q1": 40], at: tx.now)]
                    var aggregation = $0.method.aggregation ?? Aggregation([])
                    aggregation.weights = .named("experts", ["q2": 60, "q1": 40])
                    $0.method.aggregation = aggregation
                }
                try FrameworkActions.remove("q2", of: id, seen: nil, by: administrator, in: tx)
            }
            content = try await stage.content()
            #expect(content.node("q2") == nil && content.texts["q2"] == nil)
            #expect(content.weightSets.first?.weights == ["q1": 40])
            #expect(content.method.aggregation?.weights == .named("experts", ["q1": 40]))
            #expect(content.isComputable)
        }
    }

    @Test("what does not fit is refused with its field", arguments: Backend.available)
    func refusals(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            @Sendable func add(_ code: String, under whole: String?) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    try FrameworkActions.add(
                        Node(code: code, level: 1, parent: nil), IndexContent.Texts(), under: whole, to: id, seen: nil,
                        by: administrator, in: tx)
                }
            }
            #expect(try await add("2nd", under: "P") == "measure.refusal.code")
            #expect(try await add("p1", under: "P") == "measure.refusal.codeTaken")
            #expect(try await add("p3", under: "Z") == "measure.refusal.whole")
            let bad = try await stage.refusal { (tx) throws in
                try FrameworkActions.replace(
                    [Node(code: "I", level: 2, parent: nil)], of: id, seen: nil, by: administrator, in: tx)
            }
            #expect(bad == "measure.refusal.framework")
            let nobody = try await stage.refusal { (tx) throws in
                try FrameworkActions.remove("p1", of: id, seen: nil, by: MeasureStage.viewer(.editor), in: tx)
            }
            #expect(nobody == "refusal.forbidden")
        }
    }
}
