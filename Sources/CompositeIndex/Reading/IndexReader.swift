/// Grids into what the engine computes with: a panel of units by columns, and the nodes of the framework.
public struct IndexReader {
    /// Everything that was found is in the result's `problems`; nothing is thrown. `denominators`: a table of units by
    /// columns, of which those are added that the framework names and the data lack.
    public static func read(
        data: Grid, framework: Grid? = nil, denominators: Grid? = nil, names: ColumnNames = ColumnNames()
    ) -> Reading {
        let found = framework.map { FrameworkReader.placed($0) }
        // Of a framework that cannot be read at all nothing is held against the data.
        let table = found.flatMap { $0.table == FrameworkTable() ? nil : $0.table }
        let heading = Heading(data, names, taken: table?.columnCodes ?? [])
        let layout = names.layout ?? layout(of: heading)
        var reading = reading(heading, layout, table, names)
        if let denominators { add(denominators, to: &reading, names) }
        if let found {
            reading.problems += found.problems
            settle(&reading, found.codes, found.denominators)
        }
        reading.problems = ProblemList(data.problems + reading.problems).closed(at: data.place())
        return reading
    }

    /// A workbook or file that holds data and framework as sheets (COINr: iData and iMeta). The framework is the first sheet
    /// that looks like one, the data the first other that is not hidden.
    public static func read(workbook grids: [Grid], names: ColumnNames = ColumnNames()) -> Reading? {
        let frame = grids.firstIndex { FrameworkReader.recognises($0) }
        let others = grids.indices.filter { $0 != frame && !grids[$0].rows.isEmpty }
        guard let data = others.first(where: { !grids[$0].isHidden }) ?? others.first else { return nil }
        return read(data: grids[data], framework: frame.map { grids[$0] }, names: names)
    }

    /// Says which layout a table has.
    static func layout(of heading: Heading) -> Layout {
        let first = heading.columns.first?.code
        if heading.column("OBS_VALUE") != nil {
            if first == "STRUCTURE" { return .sdmx2 }
            if first == "DATAFLOW" { return .sdmx1 }
        }
        guard heading.roles[.indicator] != nil else { return .wide }
        if heading.roles[.value] != nil { return .long }
        return heading.columns.count { Heading.year($0.code) != nil } > 1 ? .years : .wide
    }

    private static func reading(
        _ heading: Heading, _ layout: Layout, _ framework: FrameworkTable?, _ names: ColumnNames
    ) -> Reading {
        var reading = Reading(
            layout: layout, panel: Panel([]), framework: framework ?? FrameworkTable(), indicators: [], denominators: [],
            groupings: [], problems: [], notes: [])
        let marks: [String: Int]
        if layout == .wide {
            var reader = WideReader(heading, framework: framework, names: names)
            reader.run()
            (reading.panel, reading.problems, marks) = (
                reader.panel, reader.problems.closed(at: heading.grid.place()), reader.marks
            )
            reading.groupings = reader.groupings.map(\.code)
        } else {
            var reader = LongReader(heading, framework: framework, names: names, layout: layout)
            reader.run()
            (reading.panel, reading.problems, marks) = (
                reader.panel, reader.problems.closed(at: heading.grid.place()), reader.marks
            )
            reading.groupings = reader.groupings.map(\.code)
        }
        sort(&reading, framework)
        note(&reading, heading, marks)
        return reading
    }

    private static func sort(_ reading: inout Reading, _ framework: FrameworkTable?) {
        let indicators = framework.map { Set($0.indicators.map(\.code)) }
        let columns = reading.panel.editions.first?.data.columns ?? []
        reading.indicators = columns.filter { indicators?.contains($0) ?? true }
        reading.denominators = columns.filter { framework?.denominatorCodes.contains($0) ?? false }
    }

    private static func note(_ reading: inout Reading, _ heading: Heading, _ marks: [String: Int]) {
        let place = heading.grid.place(heading.row)
        reading.notes.append(
            Problem(
                "layout", [reading.layout.rawValue], at: place, gravity: .warning,
                "the table was read as \(reading.layout.rawValue)"))
        if heading.grid.formulas > 0 {
            reading.notes.append(
                Problem(
                    "formulas", [String(heading.grid.formulas)], at: heading.grid.place(), gravity: .warning,
                    "\(heading.grid.formulas) cells have the values that formulas gave when the file was last saved"))
        }
        guard !marks.isEmpty else { return }
        let words = marks.keys.sorted()
        let said = words.map { "“\($0)” \(marks[$0] ?? 0) times" }.joined(separator: ", ")
        reading.notes.append(
            Problem("missing-marks", words, at: heading.grid.place(), gravity: .warning, "taken as missing: \(said)"))
    }

    /// What data and framework say of each other.
    private static func settle(_ reading: inout Reading, _ codes: [String: Problem.Place], _ places: [String: Problem.Place]) {
        let columns = Set(reading.panel.editions.first?.data.columns ?? [])
        for node in reading.framework.nodes where node.level == 1 {
            if !columns.contains(node.code) {
                reading.problems.append(
                    Problem(
                        "indicator-without-data", [node.code], at: codes[node.code],
                        "there are no data for the indicator \(node.code)"))
            }
            if let denominator = node.denominator, !columns.contains(denominator) {
                reading.problems.append(
                    Problem(
                        "denominator-without-data", [node.code, denominator], at: places[node.code],
                        "\(node.code) is divided by \(denominator), for which there are no data"))
            }
        }
    }

    private static func add(_ grid: Grid, to reading: inout Reading, _ names: ColumnNames) {
        let present = Set(reading.panel.editions.first?.data.columns ?? [])
        let wanted = reading.framework.denominatorCodes.subtracting(present)
        let heading = Heading(grid, ColumnNames(), taken: wanted)
        let other = Self.reading(heading, .wide, nil, ColumnNames())
        reading.problems += grid.problems + other.problems
        let added = other.indicators.filter(wanted.contains)
        for place in reading.panel.editions.indices {
            let edition = reading.panel.editions[place]
            guard let source = other.panel[edition.period] ?? other.panel.editions.last?.data else { continue }
            var columns = (0..<edition.data.columns.count).map { Array(edition.data.values.column($0)) }
            let rows = Dictionary(source.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
            for code in added {
                guard let column = source.column(code) else { continue }
                columns.append(
                    edition.data.units.map { unit in rows[unit.code].map { column[column.startIndex + $0] } ?? .nan })
            }
            reading.panel.editions[place].data = Dataset(
                units: edition.data.units, columns: edition.data.columns + added, values: Table(columns: columns))
        }
        reading.denominators += added
    }
}
