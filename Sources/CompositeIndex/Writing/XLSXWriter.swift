import CXlsxWriter
import Foundation

/// Sheets as one workbook: header rows bold and frozen, numbers exact. The same sheets give the same bytes.
public enum XLSXWriter {
    /// Throws where a sheet is larger than a workbook takes, or where the disk does not take the file on its way.
    public static func bytes(_ sheets: [Sheet]) throws(Problems) -> [UInt8] {
        let problems = refusals(sheets)
        guard problems.isEmpty else { throw Problems(problems) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "book.xlsx").path
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false) } catch {
            throw failed("\(error)")
        }
        try write(sheets, to: path, folder: folder.path)
        guard let data = FileManager.default.contents(atPath: path) else { throw failed("the file is not there") }
        let numbers = sheets.map { $0.rows.flatMap { $0.compactMap(number) } }
        guard let exact = ExactNumbers.put(numbers, into: Array(data)) else { throw failed("its numbers could not be set") }
        return exact
    }

    private static func failed(_ why: String) -> Problems {
        Problems([Problem("xlsx-not-written", [why], "the workbook could not be written: \(why)")])
    }

    private static func refusals(_ sheets: [Sheet]) -> [Problem] {
        guard !sheets.isEmpty else { return [Problem("xlsx-empty", [], "a workbook needs a sheet")] }
        return sheets.compactMap { sheet in
            let width = max(sheet.header.count, sheet.rows.map(\.count).max() ?? 0)
            guard sheet.rows.count >= 1_048_576 || width > 16_384 else { return nil }
            return Problem(
                "xlsx-too-large", [sheet.name],
                "“\(sheet.name)” has \(sheet.rows.count + 1) rows and \(width) columns: a sheet takes 1048576 and 16384")
        }
    }

    /// NaN and infinity are empty cells.
    private static func number(_ cell: Sheet.Cell) -> Double? {
        if case .number(let number) = cell, number.isFinite { number } else { nil }
    }

    private static func write(_ sheets: [Sheet], to path: String, folder: String) throws(Problems) {
        let status = folder.withCString { folder -> lxw_error in
            var options = lxw_workbook_options(
                constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            guard let book = workbook_new_opt(path, &options) else { return LXW_ERROR_CREATING_XLSX_FILE }
            var properties = lxw_doc_properties()
            // The first second of 2000, so that the clock is in no file.
            properties.created = 946_684_800
            workbook_set_properties(book, &properties)
            let bold = workbook_add_format(book)
            format_set_bold(bold)
            for (name, sheet) in zip(names(sheets), sheets) {
                guard let worksheet = workbook_add_worksheet(book, name) else { continue }
                write(sheet, worksheet, bold)
            }
            return workbook_close(book)
        }
        guard status == LXW_NO_ERROR else { throw failed(lxw_strerror(status).map { String(cString: $0) } ?? "?") }
    }

    private static func write(
        _ sheet: Sheet, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ bold: UnsafeMutablePointer<lxw_format>?
    ) {
        for (column, text) in sheet.header.enumerated() { write(text, worksheet, 0, column, bold) }
        worksheet_freeze_panes(worksheet, 1, 0)
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                switch cell {
                case .empty: break
                case .text(let text): write(text, worksheet, row + 1, column, nil)
                case .number(let number):
                    if number.isFinite { worksheet_write_number(worksheet, UInt32(row + 1), UInt16(column), number, nil) }
                }
            }
        }
    }

    /// A cell takes 32,767 characters (of UTF-16); NUL would end the text for a C library.
    private static func write(
        _ text: String, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) {
        var text = text.utf8.contains(0) ? text.replacing("\0", with: "") : text
        if text.utf8.count > 32_767 { text = shortened(text) }
        worksheet_write_string(worksheet, UInt32(row), UInt16(column), text, format)
    }

    private static func shortened(_ text: String) -> String {
        var count = 0
        return String(
            text.prefix {
                count += $0.utf16.count; return count <= 32_766
            }) + "…"
    }

    /// At most 31 characters, none of `[]:*?/\`, no two alike whatever their case.
    static func names(_ sheets: [Sheet]) -> [String] {
        var taken: Set<String> = ["history"]
        return sheets.map { sheet in
            let clean = String(sheet.name.map { "[]:*?/\\\0".contains($0) ? "_" : $0 }).trimmingCharacters(in: ["'", " "])
            let plain = clean.isEmpty ? "Sheet" : clean
            var name = cut(plain, 31), number = 1
            while !taken.insert(name.lowercased()).inserted {
                number += 1
                name = cut(plain, 31 - String(number).count - 1) + " \(number)"
            }
            return name
        }
    }

    private static func cut(_ text: String, _ length: Int) -> String {
        var count = 0
        return String(
            text.prefix {
                count += $0.utf16.count; return count <= length
            })
    }
}
