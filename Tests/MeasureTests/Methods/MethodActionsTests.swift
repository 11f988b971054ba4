import Base
import CompositeIndex
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct MethodActionsTests {
    @Test("a score set by hand needs a reason, a country and a node, and replaces an earlier one", arguments: Backend.available)
    func overrides(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            @Sendable func set(_ unit: String, _ node: String, _ score: Double?, _ reason: String) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    try MethodActions.override(
                        Override(unit: unit, node: node, score: score, reason: reason), of: id, seen: nil, by: administrator,
                        in: tx)
                }
            }
            #expect(try await set("AA", "P", 50, "") == "measure.refusal.reason")
            #expect(try await set("ZZ", "P", 50, "Agreed") == "measure.refusal.unit")
            #expect(try await set("AA", "Z", 50, "Agreed") == "measure.refusal.node")
            #expect(try await set("AA", "P", 50, "Agreed") == nil)
            #expect(try await set("AA", "P", 60, "Agreed again") == nil)
            #expect(try await stage.content().method.overrides.map(\.score) == [60])
            #expect(try await stage.content().build().score(of: "AA", "P") == 60)
            try await stage.database.write { (tx) throws in
                try MethodActions.removeOverride("AA", "P", of: id, seen: nil, by: administrator, in: tx)
            }
            #expect(try await stage.content().method.overrides.isEmpty)
        }
    }

    @Test("conflicts are shown before the run", arguments: Backend.available)
    func conflicts(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let path = "/desk/measure/tiny-2026/method"
            #expect(try await stage.page(path, as: stage.administrator).contains("no conflict"))
            var fields = MethodForm(MeasureStage.tiny.method, height: 3).fields
            fields["rule2"] = "geometric"
            let sent = fields.map { (name: $0.key, value: $0.value) }
            #expect(try await stage.ask(path, post: sent, as: stage.administrator).status == .seeOther)
            let page = try await stage.page(path, as: stage.administrator)
            #expect(page.contains("let the scale begin at 1"))
            #expect(page.contains("With these choices it cannot be computed"))
        }
    }
}
