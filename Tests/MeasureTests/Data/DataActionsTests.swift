import Base
import CompositeIndex
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct DataActionsTests {
    @Test("data with an error leave all as it was", arguments: Backend.available)
    func refused(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let bad = IndexData(units: [IndexUnit(code: "AA"), IndexUnit(code: "AA")], columns: ["p1"], values: [[1, 2]])
            #expect(
                try await stage.refusal { (tx) throws in
                    try DataActions.replace(bad, of: id, seen: nil, by: administrator, in: tx)
                }
                    == "measure.refusal.data")
            #expect(try await stage.content() == MeasureStage.tiny)
        }
    }

    @Test("which period of a file was taken stays said", arguments: Backend.available)
    func period(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let text = "uCode,Time,p1,p2,q1\nAA,2020,1,5,3\nBB,2020,2,4,6\nAA,2021,3,5,3\nBB,2021,4,4,6\n"
            let file = UploadedFile(field: "file", name: "data.csv", bytes: Array(text.utf8))
            let path = "/desk/measure/tiny-2026/data"
            let answer = try await stage.ask(
                path, post: [(name: "period", value: "2020")], files: [file], as: stage.administrator)
            #expect(answer.status == .seeOther)
            #expect(try await stage.content().data?.value("AA", "p1") == 1)
            #expect(try await stage.page(path, as: stage.administrator).contains("that of 2020 is here"))
        }
    }

    @Test("a file is read at the desk; one with an error is answered with its cells", arguments: Backend.available)
    func desk(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            @Sendable func send(_ text: String) async throws -> Answer {
                let file = UploadedFile(field: "file", name: "data.csv", bytes: Array(text.utf8))
                return try await stage.ask("/desk/measure/tiny-2026/data", post: [], files: [file], as: stage.administrator)
            }
            let wrong = try await send("uCode,p1,p2,q1\nAA,1,x,3\nBB,1,2,3\n")
            #expect(wrong.status == .unprocessableContent)
            #expect(String(decoding: wrong.body, as: UTF8.self).contains("C2"))
            #expect(try await stage.content() == MeasureStage.tiny)
            #expect(try await send("uCode,p1,p2,q1\nAA,1,5,3\nBB,2,4,6\n").status == .seeOther)
            #expect(try await stage.content().data?.units.map(\.code) == ["AA", "BB"])
        }
    }
}
