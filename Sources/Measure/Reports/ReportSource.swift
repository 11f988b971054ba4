import Base
import CompositeIndex

/// What of the database a report is computed from.
package struct ReportMaterial: Sendable {
    package let edition: IndexEdition
    package let content: IndexContent
    package let corrections: [Correction]
    /// Released editions of the same index, the newest first, and what they were computed from.
    package let archive: [IndexEdition]
    package let contents: [Identifier: IndexContent]

    package init(
        _ edition: IndexEdition, _ content: IndexContent, corrections: [Correction] = [], archive: [IndexEdition] = [],
        contents: [Identifier: IndexContent] = [:]
    ) {
        self.edition = edition
        self.content = content
        self.corrections = corrections
        self.archive = archive
        self.contents = contents
    }
}

/// Where the values and figures of a report come from: an edition as it stands now, those before it, and, in a report for
/// each country, the country.
package struct ReportSource: Sendable {
    package let view: IndexView
    package let history: EditionHistory
    /// The released edition before this one, if there is one.
    package let before: (edition: IndexEdition, build: Build)?
    /// The row of the country whose report it is.
    package private(set) var unit: Int?
    /// Computing the ranges of ranks takes long: they are there for who asks for them (`ranged`), and whether a report is sound is
    /// known without.
    package private(set) var ranges: RankRanges?

    /// Throws `Problems` if the index cannot be computed.
    package init(_ material: ReportMaterial) throws {
        let edition = material.edition
        let build = try BuildShelf.shared.build(of: edition, material.content)
        view = IndexView(edition, material.content, material.corrections, archive: material.archive, build: build)
        var chapters = [(edition: edition, content: material.content, build: build)]
        for other in material.archive where other.id != edition.id {
            guard let content = material.contents[other.id], let build = try? BuildShelf.shared.build(of: other, content) else {
                continue
            }
            chapters.append((edition: other, content: content, build: build))
        }
        history = EditionHistory(chapters)
        before = chapters.filter { $0.edition.period < edition.period }.max { $0.edition.period < $1.edition.period }
            .map { ($0.edition, $0.build) }
    }

    /// For the country with this code; nil if it has no rank here.
    package func about(_ code: String) -> ReportSource? {
        guard let row = view.build.row(of: code), view.counted.contains(row) else { return nil }
        var source = self
        source.unit = row
        return source
    }

    package func ranged(_ ranges: RankRanges?) -> ReportSource {
        var source = self
        source.ranges = ranges
        return source
    }

    /// With those of the audit.
    package func ranged() async -> ReportSource { ranged(await AuditShelf.shared.ranges(view)) }

    // MARK: What is typed

    /// `KEN`, `unit` for the country of the report, `#1` for the first of the ranking and `#last` for its last.
    package func row(_ typed: String, line: Int) throws(ReportFault) -> Int {
        if typed == "unit" {
            guard let unit else { throw ReportFault("unitNone", line: line) }
            return unit
        }
        if typed.hasPrefix("#") {
            let sorted = view.sorted(view.counted.filter { view.rank($0, view.index) != nil }, by: view.index)
            let place = typed == "#last" ? sorted.count : Int(typed.dropFirst()) ?? 0
            guard sorted.indices.contains(place - 1) else {
                throw ReportFault("placeUnknown", line: line, [typed, String(sorted.count)])
            }
            return sorted[place - 1]
        }
        guard let row = view.build.row(of: typed), view.counted.contains(row) else {
            let codes = view.counted.prefix(3).map { view.build.units[$0].code }
            throw ReportFault("unitUnknown", line: line, [typed, codes.joined(separator: ", ")])
        }
        return row
    }

    package func node(_ typed: String, line: Int) throws(ReportFault) -> Int {
        guard let node = view.node(typed) else {
            let codes = view.tree.prefix(6).map { view.code($0.node) }
            throw ReportFault("nodeUnknown", line: line, [typed, codes.joined(separator: ", ")])
        }
        return node
    }

    package func grouping(_ typed: String, line: Int) throws(ReportFault) -> String {
        guard view.groupings.contains(typed) else {
            throw ReportFault("groupingUnknown", line: line, [typed, view.groupings.joined(separator: ", ")])
        }
        return typed
    }

    package func rows(_ grouping: String, _ group: String, line: Int) throws(ReportFault) -> [Int] {
        let groups = view.groups(of: try self.grouping(grouping, line: line))
        guard groups.contains(group) else {
            throw ReportFault("groupUnknown", line: line, [group, grouping, groups.joined(separator: ", ")])
        }
        return view.rows(in: [grouping: group])
    }
}
