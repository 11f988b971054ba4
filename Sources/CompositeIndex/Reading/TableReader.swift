/// Files into grids: XLSX by its sheets, everything else as a text table.
public struct TableReader {
    /// Throws where nothing can be read at all; what is wrong with single cells stands in each grid's `problems`.
    public static func read(
        _ file: [UInt8], name: String, limits: ReadingLimits = ReadingLimits()
    ) throws(Problems) -> [Grid] {
        func refusal(_ rule: String, _ message: String) -> Problems {
            Problems([Problem(rule, [name], at: Problem.Place(table: name), message)])
        }
        guard file.count <= limits.fileBytes else {
            throw refusal("file-too-large", "the file has \(file.count) bytes; at most \(limits.fileBytes) are read")
        }
        if file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw isEncrypted(file)
                ? refusal("file-encrypted", "the workbook is protected by a password: save it without one")
                : refusal("file-xls", "this is a workbook of the old kind (.xls): save it as .xlsx or CSV")
        }
        if file.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return try XLSXGridReader.read(file, name: name, limits: limits)
        }
        if name.lowercased().hasSuffix(".xlsx") {
            throw refusal(
                "xlsx-not-zip", "the file is named .xlsx, but is no workbook: it may be cut short, or be another kind of file")
        }
        if let kind = foreign(file) { throw refusal("file-kind", "this is \(kind), not a table: save it as .xlsx or CSV") }
        let grid = try CSVGridReader.read(file, name: name, limits: limits)
        guard !grid.rows.isEmpty else { throw refusal("file-empty", "there is nothing in the file") }
        return [grid]
    }

    /// The name of the stream in which Office keeps an encrypted workbook, in UTF-16.
    private static func isEncrypted(_ file: [UInt8]) -> Bool {
        var mark: [UInt8] = []
        for byte in "EncryptedPackage".utf8 { mark += [byte, 0] }
        // Entries of the directory begin at multiples of 128 bytes.
        for place in stride(from: 512, to: file.count - mark.count, by: 128) where file[place...].starts(with: mark) {
            return true
        }
        return false
    }

    private static func foreign(_ file: [UInt8]) -> String? {
        let start = String(decoding: file.prefix(200), as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("%pdf") { return "a PDF file" }
        if ["<html", "<!doctype", "<table"].contains(where: start.hasPrefix) { return "a page of HTML" }
        if start.hasPrefix("<?xml") { return "an XML file" }
        if start.hasPrefix("{") || start.hasPrefix("[{") { return "a JSON file" }
        return nil
    }
}
