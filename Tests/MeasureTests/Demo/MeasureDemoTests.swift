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
            #expect(found.map(\.slug) == [MeasureDemo.slug, EarlierDemo.slug])
            #expect(try #require(found.last?.releasedAt) < (try #require(found.first?.releasedAt)))
            #expect(
                try await stage.database.read { (tx) throws in try EditionStore.find(slug: "sample-2027", in: tx)?.state }
                    == .draft)
        }
    }
}

@Suite struct EarlierDemoTests {
    @Test("the edition before differs in its values and in one respect of its method: the time line breaks, the parts compare")
    func history() throws {
        let (before, now) = (EarlierDemo.content, MeasureDemo.content)
        #expect(before.nodes == now.nodes && before.method != now.method)
        #expect(before.method.steps.dropLast() == now.method.steps.dropLast())
        let (one, other) = (try #require(before.data), try #require(now.data))
        #expect(one.units == other.units && one.missing == other.missing && one.values != other.values)
        let history = EditionHistory([
            (IndexSample.edition("sample-2025", period: "2025", number: 2), before, try before.build()),
            (IndexSample.edition("sample-2026"), now, try now.build()),
        ])
        let points = history.points(of: "X07")
        #expect(points.map(\.isBreak) == [false, true])
        #expect(points.allSatisfy { $0.score != nil })
    }

    @Test("the profile shows the time line, the list the archive, the ranking what can be compared")
    func pages() async throws {
        try await MeasureStage.with(.sqlite) { (stage) async throws in
            try await stage.database.write { [administrator = stage.administrator] (tx) throws in
                _ = try MeasureDemo.fill(by: administrator, in: tx)
            }
            let profile = try await stage.page("/index/sample-2026/u/X07")
            #expect(profile.contains("ix-break") && profile.contains("/index/sample-2025/u/X07"))
            let list = try await stage.page("/index")
            #expect(list.contains("/index/sample-2025") && list.contains("geometrically"))
            #expect(try await stage.page("/index/sample-2026").contains("averaged geometrically"))
            #expect(try await stage.page("/index/sample-2025").contains("/index/sample-2026"))
        }
    }
}

private enum SampleHash {
    static var again: IndexData? {
        MeasureDemo.content.data.map { SampleTableDemo.data(indicators: $0.columns) }
    }
}
