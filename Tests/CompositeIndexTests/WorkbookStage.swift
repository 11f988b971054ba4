/// Workbooks made by hand, so that they can be wrong in ways in which no programme writes them.
enum WorkbookStage {
    /// A zip archive whose parts are stored as they are.
    static func zip(_ parts: [(name: String, text: String)], flags: UInt16 = 0) -> [UInt8] {
        var file: [UInt8] = [], directory: [UInt8] = []
        for part in parts {
            let name = Array(part.name.utf8), body = Array(part.text.utf8)
            let common =
                short(20) + short(flags) + short(0) + short(0) + short(0x21) + long(crc(body)) + long(UInt32(body.count))
                + long(UInt32(body.count)) + short(UInt16(name.count)) + short(0)
            directory +=
                long(0x0201_4B50) + short(20) + common + short(0) + short(0) + short(0) + long(0) + long(UInt32(file.count))
                + name
            file += long(0x0403_4B50) + common + name + body
        }
        let end =
            long(0x0605_4B50) + short(0) + short(0) + short(UInt16(parts.count)) + short(UInt16(parts.count))
            + long(UInt32(directory.count)) + long(UInt32(file.count)) + short(0)
        return file + directory + end
    }

    private static func short(_ number: UInt16) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8)] }
    private static func long(_ number: UInt32) -> [UInt8] { short(UInt16(number & 0xFFFF)) + short(UInt16(number >> 16)) }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = .max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

    private static func relations(_ list: [(id: String, type: String, target: String)]) -> String {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let items = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(types)\($0.type)\" Target=\"\($0.target)\"/>" }
        return "\(head)<Relationships>\(items.joined())</Relationships>"
    }

    /// The parts of a workbook of one sheet. `sheet`: what stands inside `worksheet`.
    static func parts(
        sheet: String, strings: [String] = [], formats: String = "", state: String = "visible", prologue: String = "",
        date1904: Bool = false
    ) -> [(name: String, text: String)] {
        [
            ("_rels/.rels", relations([("r1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "\(head)<workbook><workbookPr date1904=\"\(date1904)\"/><sheets>"
                    + "<sheet name=\"S\" r:id=\"r1\" state=\"\(state)\" xmlns:r=\"x\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("r1", "worksheet", "/xl/worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"),
                    ("r3", "styles", "styles.xml"),
                ])
            ),
            ("xl/worksheets/sheet1.xml", "\(head)\(prologue)<worksheet>\(sheet)</worksheet>"),
            ("xl/sharedStrings.xml", "\(head)<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>"),
            ("xl/styles.xml", "\(head)<styleSheet>\(formats)</styleSheet>"),
        ]
    }

    /// A sheet whose first row names the columns uCode, a, b and whose second has the unit X; `cells` are the rest of row 2,
    /// `more` the rows below.
    static func unit(_ cells: String, more: String = "", before: String = "", after: String = "") -> String {
        before + "<sheetData><row r=\"1\">\(text("A1", "uCode"))\(text("B1", "a"))\(text("C1", "b"))</row>"
            + "<row r=\"2\">\(text("A2", "X"))\(cells)</row>" + more + "</sheetData>" + after
    }

    static func text(_ place: String, _ text: String) -> String {
        "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
}
