/// Tables with a row a value: unit, indicator, perhaps period; among them SDMX-CSV.
struct LongReader {
    private var heading: Heading
    private let framework: FrameworkTable?
    private let names: ColumnNames
    private let layout: Layout
    private(set) var problems = ProblemList()
    private(set) var marks: [String: Int] = [:]
    private(set) var groupings: [Heading.Column] = []
    private(set) var panel = Panel([])

    /// A column of values; its period where the header says it.
    private struct Source {
        var number: Int
        var period: String?
    }

    init(_ heading: Heading, framework: FrameworkTable?, names: ColumnNames, layout: Layout) {
        self.heading = heading
        self.framework = framework
        self.names = names
        self.layout = layout
    }

    private var isSDMX: Bool { layout == .sdmx1 || layout == .sdmx2 }

    mutating func run() {
        if heading.roles[.unitCode] == nil {
            let loose = Role.looseUnits.lazy.compactMap { [heading] header in
                heading.columns.first { $0.key == header }
            }.first
            heading.settle(.unitCode, as: heading.roles[.unitName] ?? loose)
        }
        problems.append(heading.problems)
        let needed: [(Role, String)] = [
            (.unitCode, isSDMX ? "REF_AREA" : "uCode"), (.indicator, isSDMX ? "INDICATOR" : "indicator"),
            (.value, isSDMX ? "OBS_VALUE" : "value"),
        ].filter { layout != .years || $0.0 != .value }
        for (role, name) in needed where heading.roles[role] == nil {
            problems.append(
                Problem(
                    "column-missing", [name], at: heading.grid.place(heading.row),
                    "there is no column for “\(name)”: say which one it is"))
        }
        guard needed.allSatisfy({ heading.roles[$0.0] != nil }) else { return }
        groupings = heading.columns.filter { column in
            names.groupings.contains(column.code) || framework?.groupings.contains { $0.code == column.code } ?? false
        }
        readRows()
    }

    private mutating func readRows() {
        let rows = heading.body.filter(isKept)
        let sources = sources(rows)
        let (codes, places) = indicators(rows)
        var units = UnitCells(heading, groupings: groupings)
        var draft = PanelDraft(columns: codes)
        let values = numbers(rows, sources)
        var seen: Set<Int> = []
        for (place, row) in rows.enumerated() {
            guard let (unit, rowPeriod) = units.read(row) else { continue }
            guard let column = places[heading.text(.indicator, row)] else { continue }
            for (offset, source) in sources.enumerated() {
                let period = source.period ?? rowPeriod, value = values[place * sources.count + offset]
                let (draftRow, _) = draft.row(of: unit, period)
                guard seen.insert(draftRow * codes.count + column).inserted else {
                    tellRepeated(unit.code, codes[column], period, heading.grid.place(row.number, source.number))
                    continue
                }
                draft[draftRow, column] = isMissing(row, value) ? .nan : value
            }
        }
        problems.append(units.problems)
        tellOpen(rows)
        tellMultipliers(rows)
        panel = draft.panel()
    }

    private mutating func tellRepeated(_ unit: String, _ code: String, _ period: String, _ place: Problem.Place) {
        problems.append(
            Problem(
                "value-repeated", [unit, code] + (period.isEmpty ? [] : [period]), at: place,
                "\(unit) has two values of \(code)" + (period.isEmpty ? "" : " for \(period)")))
    }

    /// One column, or those of the years for which there is anything at all.
    private mutating func sources(_ rows: [Grid.Row]) -> [Source] {
        guard layout == .years else { return heading.roles[.value].map { [Source(number: $0.number)] } ?? [] }
        heading.settle(.period, as: nil)
        return heading.columns.compactMap { column in
            guard let year = Heading.year(column.code) else { return nil }
            let isFilled = rows.contains { row in
                switch NumberText(row[column.number]) {
                case .empty, .missing: false
                default: true
                }
            }
            return isFilled ? Source(number: column.number, period: year) : nil
        }
    }

    /// A row of SDMX-CSV 2.0 that takes an observation away is none.
    private func isKept(_ row: Grid.Row) -> Bool {
        guard layout == .sdmx2, let action = heading.column("ACTION") else { return true }
        return row[action.number].text != "D"
    }

    /// Codes in the order in which they first occur, and their places; what the framework does not know is left out.
    private mutating func indicators(_ rows: [Grid.Row]) -> (codes: [String], places: [String: Int]) {
        let known = framework.map { Set($0.indicators.map(\.code)).union($0.denominatorCodes) }
        var codes: [String] = []
        var places: [String: Int] = [:]
        var unknown: Set<String> = []
        for row in rows {
            let code = heading.text(.indicator, row)
            guard places[code] == nil, !unknown.contains(code) else { continue }
            if code.isEmpty {
                problems.append(
                    Problem(
                        "indicator-missing", [], at: heading.place(.indicator, row),
                        "row \(row.number) does not say which indicator it is of"))
            } else if let known, !known.contains(code) {
                unknown.insert(code)
                problems.append(
                    Problem(
                        "indicator-unknown", [code], at: heading.place(.indicator, row), gravity: .warning,
                        "“\(code)” is not in the framework; it is left out"))
            } else {
                places[code] = codes.count
                codes.append(code)
            }
        }
        return (codes, places)
    }

    /// Row by row, the sources of each.
    private mutating func numbers(_ rows: [Grid.Row], _ sources: [Source]) -> [Double] {
        var cells = NumberColumn(heading.roles[.value]?.code ?? "")
        for row in rows {
            for source in sources { cells.append(row[source.number], at: heading.grid.place(row.number, source.number)) }
        }
        problems.append(NumberColumn.decimalWarnings([cells], file: cells.signs))
        return cells.numbers(file: cells.signs, told: &problems, marks: &marks)
    }

    /// Codes of the SDMX list CL_OBS_STATUS that say that there is no value.
    private static let missing: Set<String> = ["H", "L", "M", "O", "Q"]

    private mutating func isMissing(_ row: Grid.Row, _ value: Double) -> Bool {
        guard isSDMX, let status = heading.roles[.status], LongReader.missing.contains(heading.text(.status, row)) else {
            return false
        }
        if !value.isNaN {
            problems.append(
                Problem(
                    "status-missing", [heading.text(.status, row)], at: heading.grid.place(row.number, status.number),
                    gravity: .warning, "the status says that the value is missing, but there is one; it is left out"))
        }
        return true
    }

    /// Where values repeat, dimensions that have several values (sex, age) are most often why.
    private mutating func tellOpen(_ rows: [Grid.Row]) {
        guard isSDMX, problems.has("value-repeated") else { return }
        let roles = Set(heading.roles.values.map(\.number))
        let end = heading.roles[.value]?.number ?? 0
        for column in heading.columns where column.number < end && !roles.contains(column.number) {
            var values: [String] = []
            for row in rows where values.count < 20 {
                let text = NumberText.trimmed(row[column.number].text)
                if !values.contains(text) { values.append(text) }
            }
            guard values.count > 1, names.slice[column.code] == nil else { continue }
            problems.append(
                Problem(
                    "dimension-open", [column.code] + values, at: heading.grid.place(heading.row, column.number),
                    "“\(column.code)” has several values (\(values.joined(separator: ", "))): say which one is meant"))
        }
    }

    /// UNIT_MULT is the power of ten that the values are in; within an indicator it must be one.
    private mutating func tellMultipliers(_ rows: [Grid.Row]) {
        guard isSDMX, let column = heading.column("UNIT_MULT") else { return }
        var powers: [String: String] = [:]
        var told: Set<String> = []
        for row in rows {
            let code = heading.text(.indicator, row)
            let power = heading.hasLabels ? Heading.coded(row[column.number].text) : row[column.number].text
            guard let first = powers[code], first != power else {
                powers[code] = power
                continue
            }
            if told.insert(code).inserted {
                problems.append(
                    Problem(
                        "unit-multiplier-mixed", [code, first, power], at: heading.grid.place(row.number, column.number),
                        "values of \(code) are in different powers of ten (UNIT_MULT \(first) and \(power))"))
            }
        }
    }
}
