import CompositeIndex
import Foundation
import Testing

@testable import Measure

@Suite struct IndexFileTests {
    private func read(_ text: String, _ name: String = "data.csv") -> IndexFile { IndexFile(name: name, bytes: Array(text.utf8)) }

    @Test("a table with a row for each country")
    func wide() throws {
        let file = read("uCode,uName,a,b\nAA,Aland,1.5,2\nBB,Beland,,4\n")
        let data = try #require(file.data)
        #expect(data.units.map(\.code) == ["AA", "BB"])
        #expect(data.value("AA", "a") == 1.5 && data.value("BB", "a") == nil)
        #expect(!file.problems.contains { $0.gravity == .error })
    }

    @Test("a framework as COINr has it")
    func framework() throws {
        let file = read(
            "Level,iCode,Parent,Weight,Direction,Type\n1,a,I,1,1,Indicator\n1,b,I,1,-1,Indicator\n2,I,NA,1,1,Aggregate\n")
        #expect(file.nodes?.map(\.code) == ["a", "b", "I"])
        #expect(file.nodes?[1].direction == .negative)
    }

    @Test("of several periods the one that is asked for, else the last; one that is not there is told")
    func periods() throws {
        let bytes = Array("uCode,Time,p1\nAA,2020,1\nBB,2020,2\nAA,2021,3\nBB,2021,4\n".utf8)
        let last = IndexFile(name: "t.csv", bytes: bytes)
        #expect(last.data?.periods == IndexData.Periods(taken: "2021", count: 2) && last.data?.value("AA", "p1") == 3)
        #expect(last.problems.map(\.rule) == ["periods-many"])
        #expect(IndexFile(name: "t.csv", bytes: bytes, period: "2020").data?.value("AA", "p1") == 1)
        let none = IndexFile(name: "t.csv", bytes: bytes, period: "1999")
        #expect(none.data == nil && none.problems.map(\.rule) == ["period-unknown"])
        let plain = IndexFile(name: "t.csv", bytes: Array("uCode,p1\nAA,1\nBB,2\n".utf8), period: "2020")
        #expect(plain.data?.value("AA", "p1") == 1 && plain.data?.periods == nil)
    }

    @Test("the periods before are kept if that is asked for, none after the one that was named")
    func earlier() throws {
        let bytes = Array(PanelSample.file.utf8)
        let all = IndexFile(name: "t.csv", bytes: bytes, keepsEarlier: true)
        #expect(all.problems.isEmpty && all.data?.earlier?.map(\.period) == ["2024", "2025"])
        #expect(all.data?.periods?.taken == "2026" && all.data?.panel.editions.map(\.period) == ["2024", "2025", "2026"])
        let middle = IndexFile(name: "t.csv", bytes: bytes, period: "2025", keepsEarlier: true)
        #expect(middle.data?.earlier?.map(\.period) == ["2024"] && middle.data?.periods?.taken == "2025")
        let first = IndexFile(name: "t.csv", bytes: bytes, period: "2024", keepsEarlier: true)
        #expect(first.data?.earlier == nil && first.problems.map(\.rule) == ["periods-many"])
    }

    @Test("periods before that are no tables of the same columns are told")
    func crookedPeriods() throws {
        var data = try #require(PanelSample.content(.together).data)
        data.periods = nil
        data.earlier?[0].values.removeLast()
        data.earlier?[1].period = "2024"
        data.earlier?[1].units[0].code = "BB"
        let found = IndexFile.problems(of: data, table: "t").map(\.rule)
        #expect(Set(found) == ["period-nameless", "period-shape", "period-repeated", "period-units"])
    }

    @Test("JSON of ours comes back whole, and what is wrong in other JSON is told by its place")
    func json() throws {
        struct Whole: Encodable {
            let nodes: [Node]
            let data: IndexData?
        }
        let whole = try JSONEncoder().encode(Whole(nodes: MeasureStage.tiny.nodes, data: MeasureStage.tiny.data))
        let file = IndexFile(name: "index.json", bytes: Array(whole))
        #expect(file.nodes == MeasureStage.tiny.nodes && file.data == MeasureStage.tiny.data && file.problems.isEmpty)
        #expect(read("{}", "index.json").problems.map(\.rule) == ["file-empty"])
        #expect(read("{", "index.json").problems.map(\.rule) == ["file-json"])
        #expect(read(#"{"data":{"units":[]}}"#, "index.json").problems.first?.message.contains("columns") == true)
    }

    @Test("all that is wrong comes at once, by cell")
    func problems() {
        let data = IndexData(
            units: [IndexUnit(code: "AA"), IndexUnit(code: "AA"), IndexUnit(code: "")], columns: ["a", "a"],
            values: [[1, 2, 3], [1, 2]])
        let found = IndexFile.problems(of: data, table: "t")
        #expect(found.map(\.rule) == ["data-rows", "unit-repeated", "unit-without-code", "column-repeated"])
        #expect(found.compactMap { $0.place?.description } == ["t column C", "t A3", "t A4", "t C1"])
        #expect(read("uCode,a\nAA,one\n").problems.contains { $0.place != nil })
    }
}
