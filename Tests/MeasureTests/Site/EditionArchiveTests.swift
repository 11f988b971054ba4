import Base
import CompositeIndex
import Foundation
import Testing

@testable import Measure

@Suite struct EditionArchiveTests {
    @Test("Every file but the bundle has bytes; workbook and bundle begin as ZIP files do")
    func files() throws {
        let archive = EditionArchive(try IndexSample.view(MeasureDemo.content))
        for name in EditionArchive.Name.allCases {
            let bytes = try archive.bytes(name)
            #expect((bytes?.count ?? 0 > 20) == (name != .reproduce), "\(name)")
            if name == .workbook { #expect(bytes?.prefix(2) == [0x50, 0x4B]) }
        }
    }

    @Test("The bundle holds inputs, the one command, and what must come out; sample data say so")
    func bundle() throws {
        let archive = EditionArchive(try IndexSample.view(MeasureDemo.content))
        let files = Dictionary(
            uniqueKeysWithValues: try archive.bundle().map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
        #expect(Set(files.keys) == ["README.md", "data.csv", "framework.csv", "method.json", "expected/scores.csv"])
        let readme = try #require(files["README.md"])
        #expect(
            readme.contains(EditionArchive.command) && readme.contains("sample data") && readme.contains(FrozenInputs.program))
        let method = try JSONDecoder().decode(Method.self, from: Data(try #require(files["method.json"]).utf8))
        #expect(method == MeasureDemo.content.method)
    }

    @Test("A name that a spreadsheet would run is a text")
    func formulas() throws {
        var content = MeasureStage.tiny
        content.data?.units[0].name = "=HYPERLINK(1)"
        let text = String(decoding: try #require(try EditionArchive(IndexSample.view(content)).bytes(.scores)), as: UTF8.self)
        #expect(text.contains("'=HYPERLINK(1)") && !text.contains(",=HYPERLINK"))
    }

    @Test("All of it in one file reads as JSON, with gaps as null")
    func everything() throws {
        let bytes = try #require(try EditionArchive(IndexSample.view(corrections: [IndexSample.correction()])).bytes(.all))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect((object["results"] as? [Any])?.count == 4 && (object["corrections"] as? [Any])?.count == 1)
        #expect(object["isSample"] as? Bool == true)
    }
}
