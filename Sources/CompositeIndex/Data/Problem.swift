/// Something wrong, or to be thought about, in what was handed in. Problems come as a list, all of them at once.
public struct Problem: Error, Hashable, Sendable, Codable {
    public enum Gravity: String, Sendable, Codable, Hashable {
        /// Nothing can be built.
        case error
        /// It can be built; somebody should look.
        case warning
    }

    /// Where in the input. Rows and columns count from 1, as in a spreadsheet; 0 where there is none.
    public struct Place: Hashable, Sendable, Codable, CustomStringConvertible {
        /// The file or sheet, as the reader was told.
        public var table: String
        public var row: Int
        public var column: Int

        public init(table: String, row: Int = 0, column: Int = 0) {
            self.table = table
            self.row = row
            self.column = column
        }

        /// `data.csv B7`, as spreadsheets name cells; `data.csv row 7`, `data.csv column B`.
        public var description: String {
            switch (row, column) {
            case (0, 0): table
            case (0, _): "\(table) column \(Place.letters(column))"
            case (_, 0): "\(table) row \(row)"
            default: "\(table) \(Place.letters(column))\(row)"
            }
        }

        /// 1 is A, 27 is AA.
        public static func letters(_ column: Int) -> String {
            var rest = column, text = ""
            while rest > 0 {
                let digit = (rest - 1) % 26
                text = String(UnicodeScalar(UInt8(65 + digit))) + text
                rest = (rest - 1) / 26
            }
            return text
        }
    }

    public var gravity: Gravity
    /// Which rule: a fixed word, so that a page may say it in another language.
    public var rule: String
    /// The codes and values that the sentence speaks of.
    public var subjects: [String]
    public var place: Place?
    /// The sentence, in English: what was found, and what was expected.
    public var message: String

    public init(
        _ rule: String, _ subjects: [String], at place: Place? = nil, gravity: Gravity = .error, _ message: String
    ) {
        self.gravity = gravity
        self.rule = rule
        self.subjects = subjects
        self.place = place
        self.message = message
    }
}

extension Problem: CustomStringConvertible {
    public var description: String { (place.map { "\($0): " } ?? "") + message }
}

/// Why something was not done: every reason that was found.
public struct Problems: Error, Sendable, CustomStringConvertible {
    public var list: [Problem]

    public init(_ list: [Problem]) { self.list = list }

    public var description: String { list.map(\.description).joined(separator: "\n") }
}
