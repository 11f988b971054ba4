/// Workbooks (ECMA-376, XLSX) into grids, a grid a sheet.
struct XLSXGridReader {
    private struct SheetEntry {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    private let archive: ZipArchive
    private let name: String
    private let limits: ReadingLimits

    static func read(_ file: [UInt8], name: String, limits: ReadingLimits) throws(Problems) -> [Grid] {
        let archive = try ZipArchive(file, name: name, limits: limits)
        return try XLSXGridReader(archive: archive, name: name, limits: limits).grids()
    }

    static func refusal(_ fault: XMLEvents.Fault, _ part: String) -> Problems {
        fault.isDoctype
            ? ZipArchive.refusal("xlsx-doctype", part, "the file has a document type declaration, which no workbook has")
            : ZipArchive.refusal("xlsx-xml", part, "the workbook is damaged: \(fault.said) (line \(fault.line))")
    }

    private func parse(_ part: String, _ bytes: [UInt8], _ onBegin: @escaping (String, [String: String]) -> Void)
        throws(Problems)
    {
        let events = XMLEvents()
        events.onBegin = onBegin
        do { try events.read(bytes) } catch { throw XLSXGridReader.refusal(error, "\(name) \(part)") }
    }

    private func grids() throws(Problems) -> [Grid] {
        let workbook = try workbookPart()
        guard let bytes = try archive.bytes(of: workbook) else { throw notWorkbook() }
        var entries: [SheetEntry] = []
        var is1904 = false
        try parse(workbook, bytes) { name, attributes in
            if name == "workbookPr" { is1904 = attributes["date1904"].map(XLSXSheetReader.isTrue) ?? false }
            guard name == "sheet", let relation = attributes["id"], entries.count < 1000 else { return }
            entries.append(
                SheetEntry(
                    name: attributes["name"] ?? "", relation: relation,
                    isHidden: ["hidden", "veryHidden"].contains(attributes["state"])))
        }
        let targets = try targets(of: workbook)
        let strings = try strings(targets)
        var dates = try dates(targets)
        dates.is1904 = is1904
        var grids: [Grid] = []
        var count = 0
        for entry in entries {
            guard let target = targets[entry.relation], target.type.hasSuffix("/worksheet") else { continue }
            var grid = Grid(name: entries.count > 1 ? "\(name)!\(entry.name)" : name)
            grid.sheet = entry.name
            grid.isHidden = entry.isHidden
            if entry.isHidden {
                grid.problems.append(
                    Problem(
                        "sheet-hidden", [entry.name], at: grid.place(), gravity: .warning, "the sheet “\(entry.name)” is hidden"
                    ))
            }
            guard let bytes = try archive.bytes(of: target.part) else {
                throw ZipArchive.refusal("xlsx-broken", grid.name, "the sheet “\(entry.name)” is not in the file")
            }
            grids.append(
                try XLSXSheetReader.read(bytes, into: grid, strings: strings, dates: dates, limits: limits, count: &count))
        }
        guard !grids.isEmpty else { throw notWorkbook() }
        guard grids.contains(where: { !$0.rows.isEmpty || !$0.problems.isEmpty }) else {
            throw ZipArchive.refusal("file-empty", name, "there is nothing in the workbook")
        }
        return grids
    }

    private func notWorkbook() -> Problems {
        if archive.has("xl/workbook.bin") {
            return ZipArchive.refusal("file-xlsb", name, "this is a binary workbook (.xlsb): save it as .xlsx or CSV")
        }
        if archive.has("content.xml") {
            return ZipArchive.refusal("file-ods", name, "this is an OpenDocument file: save it as .xlsx or CSV")
        }
        return ZipArchive.refusal(
            "xlsx-without-workbook", name, "the file is a zip archive, but there is no workbook with sheets in it")
    }

    // MARK: Parts and what they refer to

    private func workbookPart() throws(Problems) -> String {
        let found = try relations("_rels/.rels", base: "").values.filter { $0.type.hasSuffix("/officeDocument") }
        return found.map(\.part).min() ?? "xl/workbook.xml"
    }

    private func targets(of workbook: String) throws(Problems) -> [String: (part: String, type: String)] {
        let slash = workbook.lastIndex(of: "/")
        let folder = slash.map { String(workbook[...$0]) } ?? ""
        let file = slash.map { String(workbook[workbook.index(after: $0)...]) } ?? workbook
        return try relations("\(folder)_rels/\(file).rels", base: folder)
    }

    private func relations(_ part: String, base: String) throws(Problems) -> [String: (part: String, type: String)] {
        guard let bytes = try archive.bytes(of: part) else { return [:] }
        var found: [String: (part: String, type: String)] = [:]
        try parse(part, bytes) { name, attributes in
            guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
                attributes["TargetMode"] != "External"
            else { return }
            found[id] = (XLSXGridReader.resolved(target, base), attributes["Type"] ?? "")
        }
        return found
    }

    /// `/xl/a.xml`, `a.xml` and `../a.xml` as names of parts.
    static func resolved(_ target: String, _ base: String) -> String {
        var parts: [Substring] = []
        for part in ((target.hasPrefix("/") ? "" : base) + target).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    private func strings(_ targets: [String: (part: String, type: String)]) throws(Problems) -> [String] {
        guard let part = targets.values.filter({ $0.type.hasSuffix("/sharedStrings") }).map(\.part).min(),
            let bytes = try archive.bytes(of: part)
        else { return [] }
        do { return try XLSXStrings.read(bytes, most: limits.cells) } catch {
            throw XLSXGridReader.refusal(error, "\(name) \(part)")
        }
    }

    private func dates(_ targets: [String: (part: String, type: String)]) throws(Problems) -> XLSXDates {
        guard let part = targets.values.filter({ $0.type.hasSuffix("/styles") }).map(\.part).min(),
            let bytes = try archive.bytes(of: part)
        else { return XLSXDates() }
        do { return try XLSXDates(styles: bytes) } catch { throw XLSXGridReader.refusal(error, "\(name) \(part)") }
    }
}
