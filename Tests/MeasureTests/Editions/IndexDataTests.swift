import CompositeIndex
import Foundation
import Testing

@testable import Measure

@Suite struct IndexDataTests {
    @Test("to the engine's table and back; a gap stays a gap")
    func table() throws {
        let data = try #require(MeasureStage.tiny.data)
        #expect(data.dataset.values[3, 1].isNaN)
        #expect(IndexData(data.dataset) == data)
        #expect(data.missing == 1 && data.cells == 12 && data.groupings == ["region"])
    }

    @Test("a row from before there were periods is read")
    func old() throws {
        let old = #"{"units":[{"code":"AA","name":"AA","kind":"unit","groups":{}}],"columns":["a"],"values":[[null]]}"#
        let data = try JSONDecoder().decode(IndexData.self, from: Data(old.utf8))
        #expect(data.earlier == nil && data.missing == 1)
        let panel = try #require(PanelSample.content(.together).data)
        #expect(try JSONDecoder().decode(IndexData.self, from: JSONEncoder().encode(panel)) == panel)
    }

    @Test("one cell is set, and none that there is not")
    func cells() throws {
        var data = try #require(MeasureStage.tiny.data)
        let done = data.set(6.5, "DD", "p2")
        #expect(done && data.value("DD", "p2") == 6.5)
        #expect(!data.set(1, "ZZ", "p2") && !data.set(1, "DD", "zz"))
    }
}
