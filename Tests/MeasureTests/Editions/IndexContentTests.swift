import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct IndexContentTests {
    @Test("problems of framework and data come together")
    func problems() {
        #expect(MeasureStage.tiny.problems.isEmpty && MeasureStage.tiny.isComputable)
        var content = MeasureStage.tiny
        content.nodes.append(Node(code: "q2", level: 1, parent: "Q"))
        #expect(content.problems.map(\.rule) == ["indicator-without-data"])
        content.data = nil
        #expect(content.problems.map(\.rule) == ["data-none"])
        #expect(IndexContent().problems.map(\.rule) == ["framework-empty", "data-none"])
    }

    @Test("names are those that were written, else those of the table; weights are argued about where there are two")
    func names() {
        var content = MeasureStage.tiny
        content.texts["P"] = IndexContent.Texts(name: Localized(["en": "Pillar", "fr": "Pilier"]))
        #expect(content.node("P").map { content.name(of: $0).text(.fr) } == "Pilier")
        #expect(content.node("Q").map { content.name(of: $0).text(.fr) } == "Q")
        #expect(content.wholes.map(\.code) == ["T", "P"])
        #expect(content.top?.code == "T")
    }
}
