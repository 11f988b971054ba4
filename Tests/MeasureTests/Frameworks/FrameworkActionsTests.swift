import Base
import CompositeIndex
import HTTPTypes
import Store
import TestKit
import Testing
import Web

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

    @Test(
        "a new code: a rich edition, its data and its closed round follow; what cannot be is refused",
        arguments: Backend.available)
    func renaming(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            @Sendable func rename(_ code: String, _ new: String, by viewer: Viewer? = administrator) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    try FrameworkActions.rename(code, to: new, of: id, seen: nil, by: viewer, in: tx)
                }
            }
            let (round, secrets) = try await RoundActionsTests.open(stage)
            for secret in secrets {
                try await stage.database.write { (tx) throws in
                    try RoundActions.answer(RoundActionsTests.answer(60, 30), with: secret, in: tx)
                }
            }
            #expect(try await rename("p1", "broadband") == "measure.refusal.codeAsked")
            #expect(try await rename("P", "Access") == "measure.refusal.codeAsked")
            #expect(try await rename("q1", "skills") == nil, "the round does not ask about the only part of Q")
            try await stage.database.write { (tx) throws in try RoundActions.close(round.id, of: id, by: administrator, in: tx) }

            let before = try await stage.content().build()
            #expect(try await rename("p1", "broadband") == nil)
            #expect(try await rename("P", "Access") == nil)
            let content = try await stage.content()
            let after = try content.build()
            #expect(after.scores.cells.map(\.bitPattern) == before.scores.cells.map(\.bitPattern))
            try await stage.database.write { tx in
                try RoundActions.sign(
                    round.id, of: id, as: "experts", byMedian: true, statement: "We", by: administrator, in: tx)
            }
            #expect(
                try await stage.content().weightSets.first?.weights == ["Access": 60, "Q": 40, "broadband": 30, "p2": 70])
            let kept = try await stage.database.read { (tx) throws in
                json(try EditionStore.content(of: id, in: tx)) + json(try RoundStore.all(of: id, in: tx))
                    + json(try RoundStore.answers(of: round.id, in: tx).map(\.answer))
            }
            #expect(!kept.contains("\"p1\"") && !kept.contains("\"P\"") && !kept.contains("\"q1\""))

            #expect(try await rename("broadband", "2nd") == "measure.refusal.code")
            #expect(try await rename("broadband", "p2") == "measure.refusal.codeTaken")
            #expect(try await rename("nobody", "x") == "refusal.notFound")
            #expect(try await rename("broadband", "x", by: MeasureStage.viewer(.editor)) == "refusal.forbidden")
            try await stage.database.write { tx in
                try EditionActions.edit(id, as: "index.imported", seen: nil, by: administrator, in: tx) {
                    $0.data?.columns.append("population")
                    $0.data?.values.append([1, 2, 3, 4])
                }
                try FrameworkActions.remove("p2", of: id, seen: nil, by: administrator, in: tx)
            }
            #expect(try await rename("broadband", "population") == "measure.refusal.codeColumn")
            #expect(try await rename("skills", "p2") == "measure.refusal.codeColumn")
            try await stage.database.write { (tx) throws in
                try EditionActions.edit(id, as: "index.imported", seen: nil, by: administrator, in: tx) {
                    $0.data?.columns.remove(at: 1)
                    $0.data?.values.remove(at: 1)
                }
            }
            #expect(try await rename("skills", "p2") == "measure.refusal.codeOfOld")
            try await stage.database.write { (tx) throws in try EditionActions.freeze(id, by: administrator, in: tx) }
            #expect(try await rename("skills", "digital") == "measure.refusal.frozen")
        }
    }

    @Test("the page of a node changes its code, and says beside the field what is wrong with one")
    func renamingPage() async throws {
        try await MeasureStage.with(.sqlite) { (stage) async throws in
            let path = "/desk/measure/tiny-2026/framework/p1"
            let wrong = try await stage.ask(path + "/rename", post: [("code", "p2")], as: stage.administrator)
            #expect(wrong.status == .unprocessableContent)
            let page = String(decoding: wrong.body, as: UTF8.self)
            #expect(page.contains("Another node has this code") && page.contains("value=\"p2\""))
            let done = try await stage.ask(path + "/rename", post: [("code", "broadband")], as: stage.administrator)
            #expect(done.status == .seeOther)
            #expect(try await stage.content().node("broadband") != nil)
        }
    }
}
