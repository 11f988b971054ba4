/// A sheet as it stands in a file: cells by row and column, nothing of what they mean. Only cells that hold something are
/// kept, so that a lone cell at XFD1048576 costs no more than one at A1.
public struct Grid: Sendable {
    public enum Cell: Hashable, Sendable {
        case empty
        /// Everything of a CSV file: what is a number there depends on the column.
        case text(String)
        case number(Double)
        case truth(Bool)
        /// `#N/A`, `#DIV/0!`.
        case error(String)

        /// As a person would type it; codes and names are read by it. Whole numbers have no point.
        public var text: String {
            switch self {
            case .empty: ""
            case .text(let text): text
            case .number(let number): NumberText.shortest(number)
            case .truth(let truth): truth ? "TRUE" : "FALSE"
            case .error(let word): word
            }
        }

        public var isEmpty: Bool {
            switch self {
            case .empty: true
            case .text(let text): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            default: false
            }
        }
    }

    public struct Row: Sendable {
        /// From 1, as a spreadsheet counts: a quoted line break does not begin a row.
        public var number: Int
        /// Cells that the file wrote for this row, empty ones too; 0 where a file does not say (XLSX).
        public var width: Int
        public var isHidden = false
        /// Rising, from 1; one for each of `cells`.
        public private(set) var columns: [Int32] = []
        public private(set) var cells: [Cell] = []

        public init(number: Int, width: Int = 0) {
            self.number = number
            self.width = width
        }

        /// Columns must come in rising order; an empty cell is passed over.
        mutating func append(_ cell: Cell, column: Int) {
            if case .empty = cell { return }
            columns.append(Int32(column))
            cells.append(cell)
        }

        mutating func remove(columns gone: ClosedRange<Int>) {
            let kept = columns.indices.filter { !gone.contains(Int(columns[$0])) }
            cells = kept.map { cells[$0] }
            columns = kept.map { columns[$0] }
        }

        /// The cell of a column, from 1.
        public subscript(column: Int) -> Cell {
            // Where nothing is missing to the left a cell stands at its own number.
            if column >= 1, column <= columns.count, columns[column - 1] == Int32(column) { return cells[column - 1] }
            var low = 0
            var high = columns.count
            while low < high {
                let middle = (low + high) / 2
                if Int(columns[middle]) < column { low = middle + 1 } else { high = middle }
            }
            return low < columns.count && Int(columns[low]) == column ? cells[low] : .empty
        }

        public var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
        public var lastColumn: Int { columns.last.map { Int($0) } ?? 0 }
    }

    /// The file, or `file.xlsx!Sheet` where a file has several sheets.
    public var name: String
    /// As the workbook says it; empty for CSV.
    public var sheet = ""
    public var isHidden = false
    /// Rising by number; rows without cells are left out.
    public var rows: [Row] = []
    public var hiddenColumns: [ClosedRange<Int>] = []
    /// Cells whose value a formula gave, when the file was last calculated.
    public var formulas = 0
    /// What was found while the sheet was read: all of it, each with its cell.
    public var problems: [Problem] = []

    public init(name: String) { self.name = name }

    /// The cell of a row and a column, both from 1.
    public subscript(row: Int, column: Int) -> Cell {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < row { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].number == row ? rows[low][column] : .empty
    }

    public func place(_ row: Int = 0, _ column: Int = 0) -> Problem.Place {
        Problem.Place(table: name, row: row, column: column)
    }
}
