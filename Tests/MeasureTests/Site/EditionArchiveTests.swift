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
            #expect((bytes?.count ?? 0 > 20) == ![.reproduce, .series].contains(name), "\(name)")
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

    @Test("Of several periods computed together the bundle holds all, and what must come out of each")
    func panel() throws {
        let content = PanelSample.content(.together)
        let series = try content.series()
        var view = IndexView(IndexSample.edition(), content, build: series.own)
        #expect(!EditionArchive.names(view).contains(.series))
        view.series = series.points
        #expect(EditionArchive.names(view).contains(.series))
        let archive = EditionArchive(view)
        let files = Dictionary(
            uniqueKeysWithValues: try archive.bundle().map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
        #expect(files.keys.contains("expected/scores-2024.csv") && files.keys.contains("expected/scores-2025.csv"))
        #expect(files["README.md"]?.contains("--period 2024 --check expected/scores-2024.csv") == true)
        let again = IndexFile(
            name: "data.csv", bytes: Array(try #require(files["data.csv"]).utf8), period: "2026", keepsEarlier: true)
        #expect(again.data?.earlier == content.data?.earlier && again.data?.values == content.data?.values)
        let lines = String(decoding: try #require(try archive.bytes(.series)), as: UTF8.self).split(
            whereSeparator: \.isNewline)
        #expect(lines.count == 13 && lines[0].hasPrefix("Time,uCode,uName,Rank,T") && lines[1].hasPrefix("2024,"))
        let all = try #require(try archive.bytes(.all))
        let everything = try #require(try JSONSerialization.jsonObject(with: Data(all)) as? [String: Any])
        #expect((everything["earlier"] as? [[String: Any]])?.map { $0["period"] as? String } == ["2024", "2025"])
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
