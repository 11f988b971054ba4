import Base
import CompositeIndex
import HTML
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

    @Test("Groupings that the data bring stand under one name, and old addresses go on leading there")
    func others() throws {
        var content = MeasureStage.tiny
        content.data?.units[0].groups["OECD: member"] = "yes"
        content.data?.units[1].groups["OECD: member"] = "no: never"
        content.data?.units[1].groups["OECD"] = "never"
        let view = try IndexSample.view(content)
        let filter = RankingFilter(groups: ["OECD: member": "no: never", "region": "north"], sort: "P")
        #expect(
            filter.fields.map { "\($0.name)=\($0.value)" } == ["group=OECD: member:no: never", "region=north", "sort=P"])
        #expect(RankingFilter([("region", "north"), ("OECD: member", "yes")], view).groups["OECD: member"] == "yes")
        #expect(
            RankingFilter([("group", "OECD: member:yes"), ("group", "nothing:yes"), ("group", "region:x")], view).groups
                == ["OECD: member": "yes"])
        #expect(RankingFilter(filter.fields, view).groups["OECD: member"] == "no: never")
        #expect(RankingFilter([("group", "region:south")], view) == RankingFilter(groups: ["region": "south"]))
    }

    @Test("Every filter and every order that the ranking links to is one that the front door keeps")
    func kept() throws {
        var content = MeasureDemo.content
        for place in content.data?.units.indices ?? 0..<0 {
            content.data?.units[place].groups["bloc"] = ["Alpha", "Beta & Co", "Gamma"][place % 3]
            content.data?.units[place].groups["district"] = "District \(place % 20)"
            content.data?.units[place].groups["own"] = "Only \(place)"
        }
        let view = try IndexSample.view(content)
        let page = IndexRankingPage.main(IndexSample.scene(), view, RankingFilter(groups: ["bloc": "Alpha"]), nil).text
        let queries = page.matches(of: /href="\/index\/tiny-2026\?([^"]*)"/).map(\.output.1)
        let names = Set(
            queries.flatMap { $0.replacing("&amp;", with: "&").split(separator: "&").map { $0.prefix { $0 != "=" } } })
        #expect(names == ["group", "income", "region", "sort"] && names.isSubset(of: RankingFilter.query.map { Substring($0) }))
        #expect(page.contains("group=bloc%3AAlpha&amp;group=district%3ADistrict%2019"))
        #expect(page.contains("<summary>All</summary>") && !page.contains("group=own"))
    }
}
