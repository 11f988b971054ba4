import Base
import Testing

@testable import Measure

@Suite struct RankingFilterTests {
    @Test("Only groups and nodes of the edition are taken from the address")
    func reads() throws {
        let view = try IndexSample.view()
        let filter = RankingFilter(
            [("region", "north"), ("income", "High"), ("region", "nowhere"), ("sort", "P"), ("lang", "en")], view)
        #expect(filter == RankingFilter(groups: ["region": "north"], sort: "P"))
        #expect(RankingFilter([("sort", "T")], view).sort == nil && RankingFilter([("sort", "Z")], view).sort == nil)
    }

    @Test("It is written in a fixed order and a change leaves the rest")
    func writes() {
        let filter = RankingFilter(groups: ["region": "a", "income": "b"]).with { $0.sort = "P" }
        #expect(filter.fields.map { "\($0.name)=\($0.value)" } == ["income=b", "region=a", "sort=P"])
    }
}
