/// What rows say of their units: code, name, kind, groups, period.
struct UnitCells {
    let heading: Heading
    let groupings: [Heading.Column]
    private(set) var problems = ProblemList()
    private var suggested: Set<String> = []
    private var blank: Set<String> = []

    init(_ heading: Heading, groupings: [Heading.Column]) {
        self.heading = heading
        self.groupings = groupings
    }

    /// nil for a row that has no code or no period where there should be one; told.
    mutating func read(_ row: Grid.Row) -> (unit: IndexUnit, period: String)? {
        let code = heading.text(.unitCode, row)
        let place = heading.place(.unitCode, row)
        guard !code.isEmpty else {
            problems.append(Problem("unit-without-code", [], at: place, "row \(row.number) has no code of a unit"))
            return nil
        }
        var unit = IndexUnit(code: code)
        tellBlanks(code, row, place)
        let name = heading.text(.unitName, row)
        if !name.isEmpty { unit.name = name }
        unit.kind = kind(code, row, place)
        for grouping in groupings {
            let group = NumberText.trimmed(row[grouping.number].text)
            if !group.isEmpty { unit.groups[grouping.code] = group }
        }
        guard heading.roles[.period] != nil else { return (unit, "") }
        let period = heading.text(.period, row)
        guard !period.isEmpty else {
            problems.append(
                Problem("period-missing", [code], at: heading.place(.period, row), "row \(row.number) has no period"))
            return nil
        }
        return (unit, period)
    }

    /// Names that serve as codes may have blanks within.
    private mutating func tellBlanks(_ code: String, _ row: Grid.Row, _ place: Problem.Place) {
        guard let column = heading.roles[.unitCode] else { return }
        let isName = heading.roles[.unitName].map { $0.number == column.number } ?? true
        let isTrimmed = row[column.number].text != code && !heading.hasLabels
        guard isTrimmed || (!isName && code.contains(where: \.isWhitespace)), blank.insert(code).inserted else { return }
        problems.append(
            Problem("code-blanks", [code], at: place, gravity: .warning, "the code “\(code)” has blanks in or around it"))
    }

    private mutating func kind(_ code: String, _ row: Grid.Row, _ place: Problem.Place) -> IndexUnit.Kind {
        let written = heading.text(.kind, row)
        if let kind = IndexUnit.Kind(rawValue: written.lowercased()) { return kind }
        if !written.isEmpty {
            problems.append(
                Problem(
                    "unit-kind", [code, written], at: heading.place(.kind, row),
                    "“\(written)” is no kind of unit: expected unit or aggregate"))
        } else if code.hasPrefix("_"), suggested.insert(code).inserted {
            problems.append(
                Problem(
                    "unit-maybe-aggregate", [code], at: place, gravity: .warning,
                    "\(code) may be a region or group: if so, say “aggregate” in a column uKind; it is taken as a unit"))
        }
        return .unit
    }
}
