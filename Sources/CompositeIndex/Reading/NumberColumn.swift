/// Cells of one column as numbers. Which sign is the decimal one shows only over the whole column, and sometimes only over
/// the whole file.
struct NumberColumn {
    /// How often which sign was seen; what may be a thousands separator is counted apart.
    struct Signs {
        var points = 0, commas = 0, groupedPoints = 0, groupedCommas = 0

        static func + (one: Signs, other: Signs) -> Signs {
            Signs(
                points: one.points + other.points, commas: one.commas + other.commas,
                groupedPoints: one.groupedPoints + other.groupedPoints, groupedCommas: one.groupedCommas + other.groupedCommas)
        }
    }

    struct Cell {
        var place: Problem.Place
        var source: String
        var found: NumberText
    }

    var code: String
    var cells: [Cell] = []
    private(set) var signs = Signs()

    init(_ code: String) { self.code = code }

    mutating func append(_ cell: Grid.Cell, at place: Problem.Place) {
        let found = NumberText(cell)
        switch found {
        case .point(_, false): signs.points += 1
        case .point(_, true): signs.groupedPoints += 1
        case .comma(_, false): signs.commas += 1
        case .comma(_, true): signs.groupedCommas += 1
        default: break
        }
        cells.append(Cell(place: place, source: cell.text, found: found))
    }

    /// Cells that are or should be numbers (errors come of calculations), and cells that hold anything but a mark for missing.
    var tally: (numbers: Int, filled: Int) {
        var tally = (numbers: 0, filled: 0)
        for cell in cells {
            switch cell.found {
            case .empty, .missing: break
            case .whole, .point, .comma, .infinite, .thousands, .percent, .error: tally = (tally.numbers + 1, tally.filled + 1)
            default: tally.filled += 1
            }
        }
        return tally
    }

    enum Decimal { case point, comma, doubtful }

    func decimal(file: Signs) -> Decimal {
        let isCommaFile = file.commas > file.points
        let points = signs.points + signs.groupedPoints, commas = signs.commas + signs.groupedCommas
        if commas == 0 { return points > 0 && signs.points == 0 && isCommaFile ? .doubtful : .point }
        if points == 0 { return signs.commas > 0 || isCommaFile ? .comma : .point }
        return signs.commas > signs.points ? .comma : .point
    }

    /// NaN where there is no number; `told` hears of every cell that is not understood, `marks` of every sign for missing.
    func numbers(file: Signs, told: inout ProblemList, marks: inout [String: Int]) -> [Double] {
        let decimal = decimal(file: file)
        return cells.map { cell in
            switch cell.found {
            case .empty: return .nan
            case .whole(let number): return number
            case .missing(let mark):
                marks[mark, default: 0] += 1
                return .nan
            case .point(let number, _) where decimal == .point: return number
            case .comma(let number, _) where decimal == .comma: return number
            default:
                told.append(problem(cell, decimal))
                return .nan
            }
        }
    }

    private func problem(_ cell: Cell, _ decimal: Decimal) -> Problem {
        func told(_ rule: String, gravity: Problem.Gravity = .error, _ message: String) -> Problem {
            Problem(rule, [code, cell.source], at: cell.place, gravity: gravity, message)
        }
        let text = "“\(cell.source)”"
        switch cell.found {
        case .comma(_, true) where signs.commas == 0, .point(_, true) where signs.points == 0, .thousands:
            return told("number-thousands", "\(text): write numbers without thousands separators")
        case .comma, .point:
            return told("number-mixed-signs", "\(text): the column has numbers with decimal points and with decimal commas")
        case .infinite: return told("number-infinite", "\(text) is no number that can be computed with")
        case .percent: return told("number-percent", "\(text): write the number without the percent sign")
        case .date: return told("number-date", "\(text) is a date, not a number")
        case .truth: return told("number-truth", "\(text) is no number: write 1 or 0")
        case .error(let word) where word.uppercased() == "#N/A":
            return told("cell-error", gravity: .warning, "the cell shows the error #N/A; it is taken as missing")
        case .error(let word): return told("cell-error", "the cell shows the error \(word)")
        default: return told("number-text", "\(text) is not a number")
        }
    }

    /// The first cell that was read with a decimal comma.
    func firstComma(file: Signs) -> Cell? {
        guard decimal(file: file) == .comma else { return nil }
        return cells.first { if case .comma = $0.found { true } else { false } }
    }
}

extension NumberColumn {
    /// That decimal commas were read, and that a file has columns of both kinds: once a file.
    static func decimalWarnings(_ columns: [NumberColumn], file: Signs) -> [Problem] {
        let commas = columns.filter { $0.firstComma(file: file) != nil }
        guard let first = commas.first, let cell = first.firstComma(file: file) else { return [] }
        var found = [
            Problem(
                "decimal-comma", commas.map(\.code), at: cell.place, gravity: .warning,
                "“\(cell.source)”: read with a decimal comma, in \(commas.count) of \(columns.count) columns of numbers")
        ]
        let points = columns.filter { $0.signs.points > 0 && $0.decimal(file: file) == .point }
        if let other = points.first, let cell = other.cells.first(where: { if case .point = $0.found { true } else { false } }) {
            found.append(
                Problem(
                    "number-mixed-columns", points.map(\.code), at: cell.place, gravity: .warning,
                    "“\(cell.source)”: some columns have decimal points, others decimal commas"))
        }
        return found
    }
}
