import Base
import CompositeIndex
import HTML
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct DeskPagesTests {
    private static let tabs = [
        "", "/framework", "/data", "/method", "/weights", "/audit", "/rounds", "/previews", "/release", "/corrections",
    ]

    @Test("every page of the desk in every state, labelled where the data are invented")
    func pages() async throws {
        try await MeasureStage.with(.sqlite) { (stage) async throws in
            try await stage.database.write { [administrator = stage.administrator] (tx) throws in
                try MeasureDemo.fill(by: administrator, in: tx)
            }
            for slug in ["sample-2026", "sample-2027", "tiny-2026"] {
                for tab in Self.tabs {
                    let page = try await stage.page("/desk/measure/\(slug)\(tab)", as: stage.administrator)
                    #expect(page.contains("Invented sample data") == (slug != "tiny-2026"), "\(slug)\(tab)")
                    #expect(!page.replacing("measure.css", with: "").contains("measure."), "\(slug)\(tab) shows a key")
                }
            }
            let list = try await stage.page("/desk/measure", as: stage.administrator)
            #expect(list.contains("/desk/measure/sample-2027") && list.contains("/desk/measure/tiny-2026"))
            #expect(try await stage.page("/desk/measure/new", as: stage.administrator).contains("name=\"slug\""))
            #expect(
                try await stage.page("/desk/measure/sample-2027/framework/A11", as: stage.administrator).contains(
                    "Schools with broadband"))
        }
    }

    @Test("an edition made by hand, without a file: index, parts, order, weight", arguments: Backend.available)
    func byHand(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            @Sendable func send(_ path: String, _ fields: [(String, String)]) async throws -> Int {
                let sent = fields.map { (name: $0.0, value: $0.1) }
                return try await stage.ask("/desk/measure" + path, post: sent, as: stage.administrator).status.code
            }
            #expect(try await send("/new", [("slug", "hand-2026"), ("series", "hand"), ("period", "2026")]) == 422)
            #expect(
                try await send("/new", [("slug", "hand-2026"), ("series", "hand"), ("period", "2026"), ("name_en", "By hand")])
                    == 303)
            let tree = "/hand-2026/framework"
            #expect(try await send(tree, [("code", "I"), ("name_en", "Index"), ("weight", "1"), ("direction", "1")]) == 303)
            for code in ["a", "b"] {
                #expect(
                    try await send(
                        tree, [("code", code), ("whole", "I"), ("name_en", code), ("weight", "1"), ("direction", "-1")]) == 303)
            }
            #expect(try await send(tree + "/b/move", [("do", "up")]) == 303)
            #expect(try await send(tree + "/a/move", [("do", "before"), ("beside", "b")]) == 303)
            #expect(try await send(tree + "/b/move", [("do", "before"), ("beside", "a")]) == 303)
            await #expect(throws: Refusal.self) { try await send(tree + "/b/move", [("do", "into"), ("beside", "Z")]) }
            #expect(try await send(tree + "/a", [("name_en", "Alpha"), ("weight", "x")]) == 422)
            #expect(
                try await send(tree + "/a", [("name_en", "Alpha"), ("weight", "2,5"), ("gloss_ar", "شرح"), ("direction", "1")])
                    == 303)
            let content = try await stage.database.read { tx in
                try EditionStore.find(slug: "hand-2026", in: tx).map { try EditionStore.content(of: $0.id, in: tx) }
            }
            #expect(content?.parts(of: "I").map(\.code) == ["b", "a"])
            #expect(content?.node("a")?.weight == 2.5 && content?.texts["a"]?.gloss["ar"] == "شرح")
            #expect(content?.node("b")?.direction == .negative)
            #expect(try await send("/hand-2026/state", [("do", "freeze")]) == 422)
        }
    }

    @Test("lists take as many statements for one row as for many")
    func statements() async throws {
        try await MeasureStage.with(.sqlite) { (stage) async throws in
            let id = stage.edition.id
            @Sendable func count() async throws -> [Int] {
                try await stage.database.read { (tx) throws in
                    let works: [(Reader) throws -> Void] = [
                        { _ = try EditionStore.all(in: $0) }, { _ = try EditionStore.released(in: $0) },
                        { _ = try RoundStore.experts(of: id, in: $0) }, { _ = try RoundStore.answers(ofAll: id, in: $0) },
                        { _ = try PreviewStore.comments(of: id, in: $0) }, { _ = try CorrectionStore.all(of: id, in: $0) },
                    ]
                    return try works.map { work in
                        let before = tx.statements
                        try work(tx)
                        return tx.statements - before
                    }
                }
            }
            #expect(try await count() == [1, 1, 1, 1, 1, 1])
            try await stage.database.write { [administrator = stage.administrator] (tx) throws in
                try MeasureDemo.fill(by: administrator, in: tx)
            }
            #expect(try await count() == [1, 1, 1, 1, 1, 1])
        }
    }
}
