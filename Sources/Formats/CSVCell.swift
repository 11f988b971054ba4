/// What a cell of a table says. Careful writers put an apostrophe before what a spreadsheet would take for a formula.
package enum CSVCell {
    package static let formulas: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]

    /// With an apostrophe before it if something else than apostrophes begins like a formula.
    package static func defused(_ cell: String) -> String { looksDefused(cell) ? "'" + cell : cell }

    /// The same without that apostrophe; other texts stay as they are.
    package static func text(_ cell: String) -> String {
        cell.unicodeScalars.first == "'" && looksDefused(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    /// Apostrophes at the beginning count for nothing, so that taking off one gives back exactly what was there.
    private static func looksDefused(_ cell: String) -> Bool {
        cell.unicodeScalars.first { $0 != "'" }.map { formulas.contains($0) } ?? false
    }
}
