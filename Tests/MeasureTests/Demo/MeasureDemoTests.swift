import Base
import CompositeIndex
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct MeasureDemoTests {
    @Test("sixty invented countries, 4, 10 and 18 parts, labelled, the same each time")
    func shape() throws {
        let content = MeasureDemo.content
        let framework = try Framework(content.nodes)
        #expect((1...4).map { level in framework.nodes.count { $0.level == level } } == [18, 10, 4, 1])
        #expect(content.problems.isEmpty)
        let data = try #require(content.data)
        #expect(data.units.count == 60 && Set(data.units.map(\.name)).count == 60)
        #expect((1...80).contains(data.missing))
        #expect(
            content.nodes.allSatisfy { node in Language.allCases.allSatisfy { content.texts[node.code]?.name[$0.rawValue] != nil }
            })
        #expect(json(data).hashValue == json(SampleHash.again).hashValue)
    }

    @Test("it is released, and the next one is being worked on", arguments: Backend.available)
    func filled(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let edition = try await stage.database.write { [administrator = stage.administrator] (tx) throws in
                try MeasureDemo.fill(by: administrator, in: tx)
            }
            #expect(edition.state == .released && edition.isSample)
            let found = try await stage.database.read { (tx) throws in try EditionStore.released(series: "sample", in: tx) }
            #expect(found.map(\.slug) == [MeasureDemo.slug])
            #expect(
                try await stage.database.read { (tx) throws in try EditionStore.find(slug: "sample-2027", in: tx)?.state }
                    == .draft)
        }
    }
}

private enum SampleHash {
    static var again: IndexData? {
        MeasureDemo.content.data.map { SampleTableDemo.data(indicators: $0.columns) }
    }
}
