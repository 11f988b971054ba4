/// `B7`: a cell as workbooks name it.
struct CellReference: Hashable {
    var row: Int
    var column: Int

    /// nil for what is no cell of a sheet: beyond XFD1048576, or no name at all. Dollar signs are passed over.
    init?(_ text: some StringProtocol) {
        var row = 0, column = 0
        for byte in text.utf8 {
            switch byte {
            case 0x24: break
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 64
            case 0x61...0x7A where row == 0: column = column * 26 + Int(byte) - 96
            case 0x30...0x39 where column > 0: row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard row <= 1_048_576, column <= 16_384 else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.row = row
        self.column = column
    }

    /// Both corners of `A1:C4`, or of a lone cell.
    static func range(_ text: String) -> (first: CellReference, last: CellReference)? {
        let corners = text.split(separator: ":")
        guard let first = corners.first.flatMap({ CellReference($0) }), corners.count <= 2 else { return nil }
        guard let last = corners.last.flatMap({ CellReference($0) }), last.row >= first.row, last.column >= first.column else {
            return nil
        }
        return (first, last)
    }
}
