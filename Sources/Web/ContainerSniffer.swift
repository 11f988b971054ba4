/// What a zip container holds, by the names in its central directory (APPNOTE 4.3.12): nothing is unpacked.
enum ContainerSniffer {
    private static let most = 4096

    static func type(of bytes: [UInt8]) -> MediaType {
        guard let names = names(bytes) else { return .octets }
        // Macros are programs: such a file is kept and handed on, but not as a document.
        if names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) { return .octets }
        if let open = openDocument(bytes) { return open }
        guard names.contains("[Content_Types].xml") else { return .zip }
        if names.contains("word/document.xml") { return .docx }
        if names.contains("xl/workbook.xml") { return .xlsx }
        if names.contains("ppt/presentation.xml") { return .pptx }
        return .zip
    }

    /// OpenDocument 1.3 part 2, 3.3: the first entry is `mimetype`, stored as it is, at a fixed place.
    private static func openDocument(_ bytes: [UInt8]) -> MediaType? {
        guard bytes.count > 38, bytes[30..<38].elementsEqual("mimetype".utf8), number(bytes, 8, 2) == 0,
            number(bytes, 26, 2) == 8, let size = number(bytes, 18, 4), let extra = number(bytes, 28, 2), size <= 100
        else { return nil }
        let begin = 38 + extra
        guard begin + size <= bytes.count else { return nil }
        return [.odt, .ods, .odp].first { (kind: MediaType) in bytes[begin..<begin + size].elementsEqual(kind.rawValue.utf8) }
    }

    /// The names of all entries; nil where the directory cannot be read or is unreasonably long.
    private static func names(_ bytes: [UInt8]) -> [String]? {
        guard let end = lastRecord(bytes), let count = number(bytes, end + 10, 2), let start = number(bytes, end + 16, 4),
            count <= most
        else { return nil }
        var names: [String] = []
        var place = start
        for _ in 0..<count {
            guard number(bytes, place, 4) == 0x0201_4B50, let name = number(bytes, place + 28, 2),
                let extra = number(bytes, place + 30, 2), let comment = number(bytes, place + 32, 2),
                place + 46 + name <= bytes.count
            else { return nil }
            names.append(String(decoding: bytes[(place + 46)..<(place + 46 + name)], as: UTF8.self))
            place += 46 + name + extra + comment
        }
        return names
    }

    /// The end of the central directory lies in the last 64 KB, before a comment.
    private static func lastRecord(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        let last = bytes.count - 22
        return stride(from: last, through: max(0, last - 65_535), by: -1).first { number(bytes, $0, 4) == 0x0605_4B50 }
    }

    /// Little-endian; nil beyond the end.
    private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int? {
        guard place >= 0, place + width <= bytes.count else { return nil }
        return bytes[place..<place + width].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
