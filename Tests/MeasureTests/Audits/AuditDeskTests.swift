import Base
import CompositeIndex
import HTML
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct AuditDeskTests {
    private static let path = "/desk/measure/tiny-2026/audit"

    @Test("the audit is there in every state, with public links only after the release", arguments: Backend.available)
    func states(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            let draft = try await stage.page(Self.path, as: stage.administrator)
            for title in [
                "Coverage", "Between which ranks", "Importance and weight", "What goes with what",
                "Do the parts measure one thing?", "Treatment of outliers", "Indicators as measured", "Share of the index",
                "First component",
            ] {
                #expect(draft.contains(title), "\(title)")
            }
            #expect(!draft.contains("href=\"/index/tiny") && draft.contains("/desk/measure/tiny-2026/framework/P"))
            #expect(draft.contains("Before the release nobody but the desk sees this page"))
            try await stage.database.write { [administrator = stage.administrator, id = stage.edition.id] tx in
                try EditionActions.openPreview(id, by: administrator, in: tx)
            }
            #expect(!(try await stage.page(Self.path, as: stage.administrator)).contains("href=\"/index/tiny"))
            try await stage.release()
            let released = try await stage.page(Self.path, as: stage.administrator)
            #expect(released.contains("href=\"/index/tiny-2026/audit\"") && released.contains("href=\"/index/tiny-2026/u/AA\""))
        }
    }

    @Test("a change is audited at once")
    func change() async throws {
        try await MeasureStage.with(.sqlite) { stage in
            let before = try await stage.page(Self.path, as: stage.administrator)
            try await stage.database.write { [administrator = stage.administrator, id = stage.edition.id] tx in
                try EditionActions.edit(id, as: "index.imported", seen: nil, by: administrator, in: tx) {
                    $0.data?.values[2] = [8, 6, 4, 2]
                }
            }
            let after = try await stage.page(Self.path, as: stage.administrator)
            #expect(before != after && after.contains("against each other"))
            try await stage.database.write { [administrator = stage.administrator] tx in
                try MeasureDemo.fill(by: administrator, in: tx)
            }
            let demo = try await stage.page("/desk/measure/sample-2027/audit", as: stage.administrator)
            #expect(demo.contains("What the ranking depends on") && demo.contains("What other choices would do"))
            #expect(!demo.contains("href=\"/index/sample-2027"))
        }
    }

    @Test("what keeps it from being computed is listed; nobody else is shown anything")
    func problems() async throws {
        try await MeasureStage.with(.sqlite) { stage in
            try await stage.database.write { [administrator = stage.administrator, id = stage.edition.id] tx in
                try EditionActions.edit(id, as: "index.imported", seen: nil, by: administrator, in: tx) {
                    $0.nodes.append(Node(code: "q2", level: 1, parent: "Q"))
                }
            }
            let page = try await stage.page(Self.path, as: stage.administrator)
            #expect(page.contains("There are no data for q2") && page.contains("nothing to audit"))
            let person = try await stage.person("Somebody")
            await #expect(throws: Refusal.self) { try await stage.page(Self.path, as: person) }
        }
    }

    @Test("every rule of an audit has its sentence")
    func sentences() {
        let words = MeasureStage.book.words(.en)
        let rules = [
            "audit-alpha", "audit-adequacy", "audit-sphericity", "audit-failed", "audit-redundant", "audit-low", "audit-tradeOff",
            "audit-coverage-unit", "audit-coverage-indicator", "audit-flat", "audit-outliers", "audit-importance",
            "adequacy-alone", "adequacy-dependent", "components-few-units", "components-flat", "components-none",
            "components-unsolved",
        ]
        #expect(rules.filter { !words.has("measure.problem.\($0)") } == [])
    }
}
