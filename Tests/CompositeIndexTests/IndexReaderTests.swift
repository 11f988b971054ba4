import CompositeIndex
import Foundation
import Testing

@Suite struct IndexReaderTests {
    @Test("COINr's two tables are read as they are, to the last bit", .enabled(if: ReadingStage.hasCorpus))
    func asem() throws {
        let data = try ReadingStage.grid("asem/iData.csv")
        let reading = IndexReader.read(data: data, framework: try ReadingStage.grid("asem/iMeta.csv"))
        #expect(reading.problems.map(\.description) == [])
        #expect(reading.layout == .wide)
        #expect(reading.indicators.count == 49)
        #expect(reading.denominators == ["Area", "Energy", "GDP", "Population"])
        #expect(reading.groupings == ["GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"])
        let edition = try #require(reading.panel.editions.first)
        #expect(reading.panel.editions.map(\.period) == ["2018"])
        #expect(edition.data.units.count == 51)
        #expect(
            edition.data.units[0]
                == IndexUnit(
                    code: "AUT", name: "Austria",
                    groups: ["GDP_group": "L", "GDPpc_group": "XL", "Pop_group": "M", "EurAsia_group": "Europe"]))
        let framework = try Framework(reading.nodes)
        #expect(framework.nodes.count == 60)
        #expect(framework.height == 4)
        let flights = try #require(reading.nodes.first { $0.code == "Flights" })
        #expect(flights.denominator == "Population")
        #expect(flights.target == 200.33265549999999)
        let cells = reading.indicators.flatMap { Array(edition.data.column($0) ?? []) }
        #expect(cells.count == 2499)
        #expect(cells.count { $0.isNaN } == 63)
        try expectBits(edition.data, data)
    }

    /// Every number against the C library's reading of the same text.
    private func expectBits(_ dataset: Dataset, _ grid: Grid) throws {
        let header = try #require(grid.rows.first)
        var compared = 0
        for (place, code) in dataset.columns.enumerated() {
            let column = try #require((1...header.width).first { header[$0].text == code })
            for (unit, row) in grid.rows.dropFirst().enumerated() {
                guard case .text(let text) = row[column] else { continue }
                if dataset.values[unit, place].bitPattern == strtod(text, nil).bitPattern { compared += 1 }
            }
        }
        #expect(compared == dataset.values.cells.count { !$0.isNaN })
        #expect(compared == 2639)
    }

    @Test("A panel has an edition a year, in order", .enabled(if: ReadingStage.hasCorpus))
    func panel() throws {
        let reading = IndexReader.read(
            data: try ReadingStage.grid("asem/iData_panel.csv"), framework: try ReadingStage.grid("asem/iMeta.csv"))
        #expect(reading.problems.map(\.description) == [])
        #expect(reading.panel.editions.map(\.period) == ["2018", "2019", "2020", "2021", "2022"])
        #expect(reading.panel.editions.allSatisfy { $0.data.units.count == 51 })
    }

    @Test("Every table of the corpus is read without an error", .enabled(if: ReadingStage.hasCorpus))
    func corpus() throws {
        for (path, units, indicators) in [
            ("asem/WorldDenoms.csv", 249, 4), ("compind/bli2017.csv", 35, 11), ("compind/bli2017-compind.csv", 35, 4),
            ("hdi/hdi-2022.csv", 206, 11), ("asem/step-Raw.csv", 51, 49), ("asem/norm/rank.csv", 51, 49),
        ] {
            let reading = IndexReader.read(data: try ReadingStage.grid(path))
            #expect(reading.problems.map(\.description) == [], "\(path)")
            #expect(reading.panel.editions.first?.data.units.count == units, "\(path)")
            #expect(reading.indicators.count == indicators, "\(path): \(reading.indicators)")
        }
        let series = IndexReader.read(data: try ReadingStage.grid("hdi/hdi-series.csv"))
        #expect(series.problems.map(\.description) == [])
        #expect(series.panel.editions.count == 33)
        #expect(series.groupings == ["hdicode", "region"])
        #expect(series.panel["1990"]?.column("le")?.first == 45.967)
        #expect(series.panel["1990"]?.units.first?.groups == ["hdicode": "Low", "region": "SA"])
    }

    @Test(
        "Every CSV file of the corpus becomes a grid without a problem, its numbers to the last bit",
        .enabled(if: ReadingStage.hasCorpus))
    func grids() throws {
        var count = 0, numbers = 0, wrong = 0
        let files = try #require(FileManager.default.enumerator(at: ReadingStage.corpus, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "csv" {
            let grid = try #require(try TableReader.read(Array(try Data(contentsOf: file)), name: file.lastPathComponent).first)
            #expect(grid.problems.isEmpty, "\(file.lastPathComponent)")
            #expect(Set(grid.rows.map(\.width)).count == 1, "\(file.lastPathComponent)")
            for cell in grid.rows.flatMap(\.cells) {
                guard let number = NumberText(cell).number else { continue }
                numbers += 1
                if number.bitPattern != strtod(cell.text, nil).bitPattern { wrong += 1 }
            }
            count += 1
        }
        #expect(count > 60)
        #expect(numbers > 200_000)
        #expect(wrong == 0)
    }

    @Test("Denominators of a table of their own are added by the code of the unit")
    func denominators() throws {
        let meta = "Level,iCode,Parent,Direction,Weight,Denominator\n1,a,I,1,1,Pop\n1,b,I,1,1,\n2,I,,1,1,\n"
        let reading = IndexReader.read(
            data: try ReadingStage.grid(text: "uCode,a,b\nX,1,2\nY,3,4\n"),
            framework: try ReadingStage.grid(text: meta, name: "meta.csv"),
            denominators: try ReadingStage.grid(text: "uName,uCode,Pop,GDP\nYland,Y,7,8\nXland,X,5,6\n", name: "denoms.csv"))
        #expect(reading.problems.map(\.description) == [])
        #expect(reading.denominators == ["Pop"])
        #expect(reading.panel.editions.first?.data.column("Pop").map { Array($0) } == [5, 7])
    }

    @Test("Long tables become the same panel as wide ones")
    func long() throws {
        let wide = try ReadingStage.reading("uCode,Year,MYS,b\nMYS,2020,1,2\nMYS,2021,3,\nZ,2020,5,6\n")
        let long = try ReadingStage.reading(
            "unit_code;indicator;year;value\nMYS;MYS;2020;1\nMYS;b;2020;2\nMYS;MYS;2021;3\n"
                + "Z;MYS;2020;5\nZ;b;2020;6\nMYS;b;2021;..\n"
        )
        #expect(long.layout == .long)
        #expect(long.problems.map(\.description) == [])
        #expect(long.indicators == ["MYS", "b"])
        for period in ["2020", "2021"] {
            let one = try #require(wide.panel[period]), other = try #require(long.panel[period])
            #expect(one.units == other.units)
            #expect(one.values.isIdentical(to: other.values))
        }
        #expect(long.notes.contains { $0.rule == "missing-marks" && $0.subjects == [".."] })
    }

    @Test("SDMX-CSV 1.0 and 2.0 are told apart, with labels or without, and missing observations are missing")
    func sdmx() throws {
        let one = try ReadingStage.reading(
            """
            DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS
            UN:DF(1.0),A,FRA,SE.PRM,2020,1.25,A
            UN:DF(1.0),A,DEU,SE.PRM,2020,,M
            UN:DF(1.0),A,ITA,SE.PRM,2020,3,O
            """)
        #expect(one.layout == .sdmx1)
        #expect(ReadingStage.told(one.problems) == ["status-missing data.csv G4"])
        #expect(one.panel["2020"]?.units.map(\.code) == ["FRA", "DEU", "ITA"])
        #expect(one.panel["2020"]?.column("SE.PRM").map { $0.map { $0.isNaN ? -1 : $0 } } == [1.25, -1, -1])
        let two = try ReadingStage.reading(
            """
            STRUCTURE: S;STRUCTURE_ID: Id;ACTION: Action;GEO: Area;INDICATOR: Indicator;TIME_PERIOD: Time;OBS_VALUE: Value
            dataflow;UN:DF(1.0);I;FRA: France;X1: Trees, per head;2020;1.5
            dataflow;UN:DF(1.0);D;DEU: Germany;X1: Trees, per head;2020;2.5
            """)
        #expect(two.layout == .sdmx2)
        #expect(two.problems.map(\.description) == [])
        #expect(two.indicators == ["X1"])
        // ACTION D takes an observation away.
        #expect(two.panel["2020"]?.units.map(\.code) == ["FRA"])
    }

    @Test("A dimension with several values is named where values repeat, and a slice settles it")
    func slice() throws {
        let text =
            "DATAFLOW,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE\nx,FRA,a,F,2020,1\nx,FRA,a,M,2020,2\nx,FRA,a,_T,2020,3\n"
        let open = try ReadingStage.reading(text)
        #expect(
            ReadingStage.told(open.problems) == [
                "value-repeated data.csv F3", "value-repeated data.csv F4", "dimension-open data.csv D1",
            ])
        let cut = try ReadingStage.reading(text, names: ColumnNames(slice: ["SEX": "_T"]))
        #expect(cut.problems.isEmpty)
        #expect(cut.panel["2020"]?.column("a")?.first == 3)
    }

    @Test("Tables with a column a year are unfolded, and titles above the header passed over with a warning")
    func years() throws {
        let reading = try ReadingStage.reading(
            "\"Data Source\",\"World\"\n\n\"Country Name\",\"Country Code\",\"Series Code\",\"2020 [YR2020]\",2021,2022\n"
                + "France,FRA,a,1,2,..\nFrance,FRA,b,x,4,\nItaly,ITA,a,5,,\n")
        #expect(reading.layout == .years)
        #expect(ReadingStage.told(reading.problems) == ["rows-above-header data.csv row 1", "number-text data.csv D5"])
        #expect(reading.panel.editions.map(\.period) == ["2020", "2021"])
        #expect(
            reading.panel["2020"]?.units == [IndexUnit(code: "FRA", name: "France"), IndexUnit(code: "ITA", name: "Italy")])
        #expect(reading.panel["2020"]?.column("a").map { Array($0) } == [1, 5])
        #expect(reading.panel["2021"]?.column("b")?.first == 4)
    }

    @Test("Columns that the user names are used, whatever they are called")
    func names() throws {
        let reading = try ReadingStage.reading(
            "Wer,Wann,Was,Wieviel,Art\nA,2020,x,1,aggregate\nB,2020,x,2,unit\n",
            names: ColumnNames(layout: .long, unitCode: "Wer", kind: "Art", period: "Wann", indicator: "Was", value: "Wieviel"))
        #expect(reading.problems.isEmpty)
        #expect(reading.panel["2020"]?.units.map(\.kind) == [.aggregate, .unit])
        let cut = try ReadingStage.reading(
            "uCode,sex,a,b\nX,f,1,2\nX,m,3,4\n", names: ColumnNames(unused: ["b"], slice: ["sex": "m"]))
        #expect(cut.panel.editions.first?.data.values.cells == [3])
        let wrong = try ReadingStage.reading("uCode,a\nX,1\n", names: ColumnNames(unitCode: "iso", unused: ["c"]))
        #expect(
            ReadingStage.told(wrong.problems).prefix(2) == ["column-missing data.csv row 1", "column-missing data.csv row 1"])
        #expect(wrong.problems.flatMap(\.subjects).contains("iso"))
    }

    @Test("Rows whose code begins with _ are suggested as aggregates, and taken as units")
    func suggested() throws {
        let reading = try ReadingStage.reading("iso3,a\nFRA,1\n_Africa,2\n")
        #expect(ReadingStage.told(reading.problems) == ["unit-maybe-aggregate data.csv A3"])
        #expect(reading.panel.editions.first?.data.units.map(\.kind) == [.unit, .unit])
    }

    @Test("Namibia's code NA is a code, no mark for a missing one")
    func namibia() throws {
        let reading = try ReadingStage.reading("iso2,a\nNA,1\nFR,NA\n")
        #expect(reading.panel.editions.first?.data.units.map(\.code) == ["NA", "FR"])
        #expect(reading.problems.isEmpty)
    }

    @Test("Decimal commas are found by column, also where a column alone would leave a doubt")
    func commas() throws {
        let reading = try ReadingStage.reading("uCode;a;b;c\nX;1,5;1,234;7\nY;2,25;2,345;8\n")
        #expect(reading.panel.editions.first?.data.values.cells == [1.5, 2.25, 1.234, 2.345, 7, 8])
        #expect(ReadingStage.told(reading.problems) == ["decimal-comma data.csv B2"])
        let doubtful = try ReadingStage.reading("uCode;a\nX;1,234\nY;2,345\n")
        #expect(ReadingStage.told(doubtful.problems) == ["number-thousands data.csv B2", "number-thousands data.csv B3"])
        #expect(doubtful.panel.editions.first?.data.values.hasGaps == true)
        let points = try ReadingStage.reading("uCode;a;b\nX;1,5;1.234\nY;2,5;2.345\n")
        #expect(ReadingStage.told(points.problems).contains("number-thousands data.csv C2"))
    }
}
