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

    @Test("an exemption needs a reason, a part and countries, and replaces an earlier one", arguments: Backend.available)
    func exemptions(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            @Sendable func exempt(_ node: String, _ units: [String], _ reason: String) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    try MethodActions.exempt(
                        Exemption(node: node, units: units, reason: reason), of: id, seen: nil, by: administrator, in: tx)
                }
            }
            #expect(try await exempt("P", ["AA"], "") == "measure.refusal.reason")
            #expect(try await exempt("P", [], "No coast") == "measure.refusal.unitsNone")
            #expect(try await exempt("P", ["AA", "ZZ"], "No coast") == "measure.refusal.units")
            #expect(try await exempt("Z", ["AA"], "No coast") == "measure.refusal.node")
            #expect(try await exempt("T", ["AA"], "No coast") == "measure.refusal.node")
            #expect(try await exempt("P", ["AA", "BB"], "No coast") == nil)
            #expect(try await exempt("P", ["AA"], "No harbour") == nil)
            #expect(try await stage.content().method.exemptions.map(\.units) == [["BB"], ["AA"]])
            try await stage.database.write { (tx) throws in
                try MethodActions.removeExemption("P", ["BB"], of: id, seen: nil, by: administrator, in: tx)
            }
            #expect(try await stage.content().method.exemptions.map(\.reason) == ["No harbour"])
            #expect(try await stage.content().build().score(of: "AA", "P") == nil)
        }
    }

    @Test("exemptions by the form of the page; what is refused is still there", arguments: Backend.available)
    func exemptionForm(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let path = "/desk/measure/tiny-2026/method"
            @Sendable func send(_ end: String, _ units: String, _ reason: String) async throws -> Answer {
                try await stage.ask(
                    path + end,
                    post: [
                        (name: "exemptNode", value: "P"), (name: "exemptUnits", value: units),
                        (name: "exemptReason", value: reason), (name: "exemptIsGap", value: "yes"),
                    ], as: stage.administrator)
            }
            let refused = try await send("/exemptions", "AA, XX", "No coast")
            let page = String(decoding: refused.body, as: UTF8.self)
            #expect(refused.status == .unprocessableContent && page.contains("XX") && page.contains("value=\"No coast\""))
            #expect(try await send("/exemptions", "AA BB", "No coast").status == .seeOther)
            #expect(try await stage.content().method.exemptions.first?.isGap == true)
            #expect(try await stage.page(path, as: stage.administrator).contains("P · AA, BB"))
            #expect(try await send("/exemptions/remove", "AA, BB", "").status == .seeOther)
            #expect(try await stage.content().method.exemptions.isEmpty)
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
