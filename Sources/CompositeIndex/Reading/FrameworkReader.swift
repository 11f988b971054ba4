/// COINr's `iMeta` (Level, iCode, iName, Parent, Direction, Weight, Type, Unit, Target, Denominator, goalposts) into nodes.
public struct FrameworkReader {
    enum Field: CaseIterable {
        case level, code, name, parent, direction, weight, type, unit, target, denominator, low, high

        var headers: [String] {
            switch self {
            case .level: ["level"]
            case .code: ["icode", "code", "indicatorcode", "nodecode"]
            case .name: ["iname", "name", "indicatorname", "indicator", "label"]
            case .parent: ["parent", "parentcode"]
            case .direction: ["direction", "polarity"]
            case .weight: ["weight"]
            case .type: ["type"]
            case .unit: ["unit", "units", "measurementunit"]
            case .target: ["target"]
            case .denominator: ["denominator"]
            case .low: ["goalpostlow", "goalpostlo", "goalpostlower", "goalpostmin", "lowgoalpost", "lowerbound", "lo"]
            case .high: ["goalposthigh", "goalposthi", "goalpostupper", "goalpostmax", "highgoalpost", "upperbound", "hi"]
            }
        }
    }

    private let heading: Heading
    private var columns: [Field: Int] = [:]
    private var table = FrameworkTable()
    private var nodeRows: [Grid.Row] = []
    private var problems = ProblemList()
    /// Rows of every code, nodes and columns alike.
    private var codes: Set<String> = []

    /// Everything that was found, errors and warnings, each with its cell.
    public static func read(_ grid: Grid) -> (table: FrameworkTable, problems: [Problem]) {
        let found = placed(grid)
        return (found.table, found.problems)
    }

    /// With the places of the nodes' codes and of the denominators that they name.
    static func placed(
        _ grid: Grid
    ) -> (table: FrameworkTable, problems: [Problem], codes: [String: Problem.Place], denominators: [String: Problem.Place]) {
        var reader = FrameworkReader(grid)
        reader.run()
        func places(_ field: Field) -> [String: Problem.Place] {
            Dictionary(
                zip(reader.table.nodes.map(\.code), reader.nodeRows.map { reader.place(field, $0) }),
                uniquingKeysWith: { first, _ in first })
        }
        return (reader.table, grid.problems + reader.problems.closed(at: grid.place()), places(.code), places(.denominator))
    }

    /// Whether a table looks like a framework.
    public static func recognises(_ grid: Grid) -> Bool {
        let reader = FrameworkReader(grid)
        return reader.columns[.code] != nil && reader.columns[.level] != nil && reader.columns[.parent] != nil
    }

    private init(_ grid: Grid) {
        heading = Heading(grid, ColumnNames())
        for field in Field.allCases {
            columns[field] = heading.number(of: field.headers)
        }
    }

    private mutating func run() {
        problems = heading.problems
        for (field, name) in [(Field.code, "iCode"), (.level, "Level"), (.parent, "Parent")] where columns[field] == nil {
            tell("column-missing", [name], heading.grid.place(heading.row), "the framework has no column “\(name)”")
        }
        guard columns[.code] != nil, columns[.level] != nil, columns[.parent] != nil else { return }
        for row in heading.body where !row.isEmpty { read(row) }
        placed(Framework.problems(of: table.nodes))
        tellLevels()
    }

    private mutating func tell(
        _ rule: String, _ subjects: [String], _ place: Problem.Place, gravity: Problem.Gravity = .error, _ message: String
    ) {
        problems.append(Problem(rule, subjects, at: place, gravity: gravity, message))
    }

    private func text(_ field: Field, _ row: Grid.Row) -> String {
        columns[field].map { NumberText.trimmed(row[$0].text) } ?? ""
    }

    private func place(_ field: Field, _ row: Grid.Row) -> Problem.Place { heading.grid.place(row.number, columns[field] ?? 0) }

    private mutating func read(_ row: Grid.Row) {
        let code = text(.code, row)
        guard !code.isEmpty else {
            return tell("node-without-code", [text(.name, row)], place(.code, row), "row \(row.number) has no code")
        }
        if code.contains(where: \.isWhitespace) || columns[.code].map({ row[$0].text }) != code {
            tell("code-blanks", [code], place(.code, row), gravity: .warning, "the code “\(code)” has blanks in or around it")
        }
        if !codes.insert(code).inserted {
            return tell("node-repeated", [code], place(.code, row), "the code \(code) is used twice")
        }
        let column = FrameworkTable.Column(code: code, name: filled(.name, row), unit: filled(.unit, row))
        let type = text(.type, row).lowercased()
        switch type {
        case "group", "grouping": table.groupings.append(column)
        case "denominator", "denom": table.denominators.append(column)
        case "other": table.others.append(column)
        case "", "indicator", "aggregate": readNode(column, type, row)
        default:
            tell(
                "node-type", [code, text(.type, row)], place(.type, row),
                "“\(text(.type, row))” is no type: expected Indicator, Aggregate, Group, Denominator or Other")
            readNode(column, "", row)
        }
    }

    private func filled(_ field: Field, _ row: Grid.Row) -> String? {
        let text = text(field, row)
        if text.isEmpty || NumberText.isMissing(text) { return nil }
        return text
    }

    private mutating func readNode(_ column: FrameworkTable.Column, _ type: String, _ row: Grid.Row) {
        guard let level = level(column.code, type, row) else { return }
        var node = Node(
            code: column.code, name: column.name, level: level, parent: filled(.parent, row), unit: column.unit,
            target: number(.target, row), denominator: filled(.denominator, row))
        node.direction = direction(node.code, row)
        if let weight = number(.weight, row) {
            node.weight = weight
        } else if columns[.weight] == nil || text(.weight, row).isEmpty || NumberText.isMissing(text(.weight, row)) {
            if columns[.weight] != nil, node.parent != nil {
                tell(
                    "node-weight-missing", [node.code], place(.weight, row), gravity: .warning,
                    "\(node.code) has no weight; it is taken as 1")
            }
        }
        switch (number(.low, row), number(.high, row)) {
        case (let low?, let high?): node.goalposts = Node.Goalposts(low: low, high: high)
        case (nil, nil): break
        case (let low, _):
            tell(
                "node-goalposts", [node.code], place(low == nil ? .low : .high, row),
                "\(node.code) has only one of two goalposts"
            )
        }
        table.nodes.append(node)
        nodeRows.append(row)
    }

    /// nil where there is none to be had; told.
    private mutating func level(_ code: String, _ type: String, _ row: Grid.Row) -> Int? {
        let written = text(.level, row)
        guard let number = NumberText(written).number, let level = Int(exactly: number), level < 1000 else {
            if type == "indicator", filled(.level, row) == nil {
                tell("node-level", [code], place(.level, row), "the indicator \(code) has no level; it is taken as 1")
                return 1
            }
            tell("node-level", [code, written], place(.level, row), "“\(written)” is no level: expected 1, 2, 3, …")
            // Most nodes are indicators; as one it does not make its column an unknown one.
            return type == "aggregate" ? nil : 1
        }
        if type == "indicator" && level != 1 || type == "aggregate" && level == 1 {
            tell(
                "node-type", [code], place(.type, row),
                "\(code) is of level \(level): indicators, and only they, are of level 1")
        }
        return level
    }

    private mutating func direction(_ code: String, _ row: Grid.Row) -> Node.Direction {
        let written = text(.direction, row)
        switch written.lowercased() {
        case "1", "+1", "1.0", "positive", "+": return .positive
        case "-1", "-1.0", "\u{2212}1", "negative": return .negative
        default: break
        }
        if filled(.direction, row) == nil, written != "-" {
            if columns[.direction] != nil {
                tell(
                    "node-direction-missing", [code], place(.direction, row), gravity: .warning,
                    "\(code) has no direction; more is taken as better")
            }
        } else {
            tell(
                "node-direction", [code, written], place(.direction, row),
                "the direction of \(code) is “\(written)”: expected 1 or -1")
        }
        return .positive
    }

    private mutating func number(_ field: Field, _ row: Grid.Row) -> Double? {
        guard let column = columns[field] else { return nil }
        var cells = NumberColumn(heading.columns.first { $0.number == column }?.code ?? "")
        cells.append(row[column], at: place(field, row))
        var marks: [String: Int] = [:]
        let number = cells.numbers(file: NumberColumn.Signs(), told: &problems, marks: &marks)[0]
        return number.isNaN ? nil : number
    }

    // MARK: What the tree as a whole has against it

    private static let fields: [String: Field] = [
        "node-level": .level, "node-orphan": .parent, "node-below-itself": .parent, "node-weight": .weight,
        "node-goalposts": .low, "framework-many-indices": .parent, "framework-flat": .parent,
    ]

    private mutating func placed(_ found: [Problem]) {
        let rows = Dictionary(zip(table.nodes.map(\.code), nodeRows), uniquingKeysWith: { first, _ in first })
        for var problem in found {
            let field = FrameworkReader.fields[problem.rule] ?? .code
            problem.place = problem.subjects.first.flatMap { rows[$0] }.map { place(field, $0) } ?? heading.grid.place()
            problems.append(problem)
        }
    }

    /// Levels without nodes, and parts more than one level below their whole: both can be built, and are most often slips.
    private mutating func tellLevels() {
        let levels = Set(table.nodes.map(\.level))
        let height = levels.max() ?? 0
        for (node, row) in zip(table.nodes, nodeRows) where node.level > 1 && !levels.contains(node.level - 1) {
            tell(
                "level-gap", [node.code], place(.level, row), gravity: .warning,
                "\(node.code) is of level \(node.level), but there is nothing of level \(node.level - 1)")
        }
        let byCode = Dictionary(table.nodes.map { ($0.code, $0.level) }, uniquingKeysWith: { first, _ in first })
        for (node, row) in zip(table.nodes, nodeRows) where height > 2 {
            guard let parent = node.parent, let above = byCode[parent], above > node.level + 1 else { continue }
            tell(
                "level-skipped", [node.code, parent], place(.parent, row), gravity: .warning,
                "\(node.code) of level \(node.level) is a part of \(parent) of level \(above)")
        }
    }
}
