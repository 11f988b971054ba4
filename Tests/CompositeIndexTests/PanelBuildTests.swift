import CompositeIndex
import Testing

@Suite("An index over several periods", .enabled(if: AsemIndex.isThere))
struct PanelBuildTests {
    static func panel() throws -> Panel {
        let data = try AsemIndex.data("iData_panel.csv")
        let years = try #require(AsemCorpus.file("iData_panel.csv")).texts("Time")
        return Panel(
            Set(years).sorted().map { year in
                let rows = years.indices.filter { years[$0] == year }
                return Panel.Edition(
                    period: year,
                    data: Dataset(
                        units: rows.map { data.units[$0] }, columns: data.columns, values: data.values.keeping(rows: rows)))
            })
    }

    /// What COINr's own example of a panel does.
    private static let steps: [Step] = [
        .screen(Screening(leastPresent: 0.9)), .treat(Treatment()), AsemIndex.steps[4], AsemIndex.steps[5],
    ]

    @Test("one scale for all years: COINr's panel to 1e-10")
    func together() throws {
        let build = try PanelBuild(
            PanelBuildTests.panel(), framework: AsemIndex.framework(), method: Method(PanelBuildTests.steps))
        let file = try #require(AsemCorpus.file("panel-Aggregated.csv"))
        #expect(build.periods == ["2018", "2019", "2020", "2021", "2022"])
        for (year, built) in zip(build.periods, build.builds) {
            var part = file
            part.rows = zip(file.rows, file.texts("Time")).filter { $1 == year }.map { $0.0 }
            try expectCells(built.scores, rows: built.units.map(\.code), columns: built.nodeCodes, as: part, tolerance: 1e-10)
        }
    }
}
