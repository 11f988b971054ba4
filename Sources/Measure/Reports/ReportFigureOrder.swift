import Base

/// What somebody asks for in a block that begins with ` ```figure `: the kind on its first line, then an option a line.
package struct ReportFigureOrder: Sendable {
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        case ranking, groups, ranges, movers, map, profile, compare, timeline, strengths, weaknesses, indicators

        /// Besides `title` and `note`. `GROUPING` stands for the name of any grouping of the data.
        package var options: [String] {
            switch self {
            case .ranking: ["top", "by", "GROUPING"]
            case .groups: ["by", "of"]
            case .ranges: ["top", "GROUPING"]
            case .movers: ["top"]
            case .map: ["by"]
            case .profile, .strengths, .weaknesses, .indicators: ["unit", "by"]
            case .compare, .timeline: ["units"]
            }
        }
        /// What cannot be left out; a country can where the report is for each country.
        package var needed: [String] {
            switch self {
            case .groups: ["by"]
            case .compare: ["units"]
            default: []
            }
        }
    }

    package let kind: Kind
    /// Of the line that names the kind.
    package let line: Int
    private var options: [String: (text: String, line: Int)] = [:]

    /// Everything that is wrong goes into `faults`; nil without a kind.
    package init?(_ figure: ReportText.Figure, _ source: ReportSource, _ faults: inout [ReportFault]) {
        let lines = figure.lines.enumerated().map { (text: singleLine($1), line: figure.line + 1 + $0) }.filter {
            !$0.text.isEmpty
        }
        let all = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let first = lines.first else {
            faults.append(ReportFault("figureEmpty", line: figure.line, [all]))
            return nil
        }
        guard let kind = Kind(rawValue: first.text) else {
            faults.append(ReportFault("figureUnknown", line: first.line, [first.text, all]))
            return nil
        }
        self.kind = kind
        line = first.line
        let groupings = kind.options.contains("GROUPING") ? source.view.groupings : []
        let known = kind.options.filter { $0 != "GROUPING" } + groupings + ["title", "note"]
        for (text, line) in lines.dropFirst() {
            let pair = text.split(separator: ":", maxSplits: 1).map { singleLine(String($0)) }
            guard pair.count == 2, !pair[1].isEmpty else {
                faults.append(ReportFault("optionShape", line: line, [text]))
                continue
            }
            guard known.contains(pair[0]) else {
                faults.append(ReportFault("optionUnknown", line: line, [pair[0], kind.rawValue, known.joined(separator: ", ")]))
                continue
            }
            guard options[pair[0]] == nil else {
                faults.append(ReportFault("optionTwice", line: line, [pair[0]]))
                continue
            }
            options[pair[0]] = (pair[1], line)
        }
        for name in kind.needed where options[name] == nil {
            faults.append(ReportFault("optionMissing", line: first.line, [kind.rawValue, name]))
            return nil
        }
    }

    package subscript(_ name: String) -> String? { options[name]?.text }

    private func line(of name: String) -> Int { options[name]?.line ?? line }

    // MARK: Options as what they mean

    /// How many rows; a number from 1 to 300.
    package func top(_ usual: Int) throws(ReportFault) -> Int {
        guard let typed = self["top"] else { return usual }
        guard let number = Int(westernDigits(typed)), (1...300).contains(number) else {
            throw ReportFault("topShape", line: line(of: "top"), [typed])
        }
        return number
    }

    /// The part that an option names; the index without it.
    package func node(_ name: String, _ source: ReportSource) throws(ReportFault) -> Int {
        guard let typed = self[name] else { return source.view.index }
        return try source.node(typed, line: line(of: name))
    }

    package func grouping(_ source: ReportSource) throws(ReportFault) -> String? {
        guard let typed = self["by"] else { return nil }
        return try source.grouping(typed, line: line(of: "by"))
    }

    /// The country that is named, else that of the report.
    package func unit(_ source: ReportSource) throws(ReportFault) -> Int {
        guard let typed = self["unit"] else {
            if let unit = source.unit { return unit }
            throw ReportFault("optionMissing", line: line, [kind.rawValue, "unit"])
        }
        return try source.row(typed, line: line(of: "unit"))
    }

    /// Several countries, with blanks or commas between.
    package func units(_ source: ReportSource, _ count: ClosedRange<Int>) throws(ReportFault) -> [Int] {
        guard let typed = self["units"] else {
            if let unit = source.unit, count.contains(1) { return [unit] }
            throw ReportFault("optionMissing", line: line, [kind.rawValue, "units"])
        }
        var rows: [Int] = []
        for code in typed.split(whereSeparator: { $0 == "," || $0 == " " }) {
            let row = try source.row(String(code), line: line(of: "units"))
            if !rows.contains(row) { rows.append(row) }
        }
        guard count.contains(rows.count) else {
            throw ReportFault("unitsCount", line: line(of: "units"), [String(count.lowerBound), String(count.upperBound)])
        }
        return rows
    }

    /// Rows in all the groups that are named.
    package func rows(_ source: ReportSource) throws(ReportFault) -> [Int] {
        var filter: [String: String] = [:]
        for grouping in source.view.groupings {
            guard kind.options.contains("GROUPING"), let group = self[grouping] else { continue }
            _ = try source.rows(grouping, group, line: line(of: grouping))
            filter[grouping] = group
        }
        return source.view.rows(in: filter)
    }
}
