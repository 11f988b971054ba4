import Base
import CompositeIndex
import Foundation

/// The files of an edition that anyone may take away.
package struct EditionArchive: Sendable {
    package enum Name: String, CaseIterable, Sendable {
        case scores = "scores.csv"
        /// Of an index of several periods only.
        case series = "series.csv"
        case raw = "raw.csv"
        case treated = "treated.csv"
        case normalised = "normalised.csv"
        case codebook = "codebook.csv"
        case marks = "marks.csv"
        case method = "method.json"
        case all = "all.json"
        case workbook = "all.xlsx"
        case reproduce = "reproduce.zip"

        /// The last part of the key of its words.
        package var key: String { self == .workbook ? "workbook" : String(rawValue.prefix { $0 != "." }) }
        package var type: String {
            switch rawValue.split(separator: ".").last {
            case "csv": "text/csv; charset=utf-8; header=present"
            case "json": "application/json"
            case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            default: "application/zip"
            }
        }
    }

    /// Those that there are of an edition.
    package static func names(_ view: IndexView) -> [Name] {
        Name.allCases.filter { $0 != .series || !view.series.isEmpty }
    }

    /// The one command that gives the same numbers again.
    package static let command = "plenaria index build --data data.csv --framework framework.csv --method method.json"

    private let view: IndexView
    private let sheets: EditionSheets

    package init(_ view: IndexView) {
        self.view = view
        sheets = EditionSheets(view)
    }

    /// nil for the bundle, which is made of `bundle`, and for what there is not.
    package func bytes(_ name: Name) throws -> [UInt8]? {
        switch name {
        case .scores: CSVWriter.bytes(sheets.scores)
        case .series: view.series.isEmpty ? nil : CSVWriter.bytes(sheets.series)
        case .raw: CSVWriter.bytes(sheets.raw)
        case .treated: CSVWriter.bytes(sheets.treated)
        case .normalised: CSVWriter.bytes(sheets.normalised)
        case .codebook: CSVWriter.bytes(sheets.codebook)
        case .marks: CSVWriter.bytes(sheets.marks)
        case .method: try EditionArchive.json(view.build.method)
        case .all: try EditionArchive.json(Everything(view))
        case .workbook: try XLSXWriter.bytes(sheets.all)
        case .reproduce: nil
        }
    }

    /// Inputs, the command, and what must come out.
    package func bundle() throws -> [(name: String, bytes: [UInt8])] {
        [
            ("README.md", Array(readme.utf8)), ("data.csv", CSVWriter.bytes(sheets.raw)),
            ("framework.csv", CSVWriter.bytes(sheets.framework)), ("method.json", try EditionArchive.json(view.build.method)),
            ("expected/scores.csv", CSVWriter.bytes(sheets.scores)),
        ] + view.series.dropLast().map { (EditionArchive.expected($0.period), CSVWriter.bytes($0.build.scoreSheet)) }
    }

    /// Of a period before; `2025/2026` is no name of a file.
    private static func expected(_ period: String) -> String {
        "expected/scores-\(String(period.map { $0.isLetter || $0.isNumber ? $0 : "-" })).csv"
    }

    /// How the scores of the periods before come again.
    private var readmeOfSeries: String {
        guard let first = view.series.dropLast().first else { return "" }
        return """

            `data.csv` holds several periods, which are computed together; without `--period` the last one is shown. For one of
            those before:

                \(EditionArchive.command) --period \(first.period) --check \(EditionArchive.expected(first.period))

            """
    }

    /// In English: it travels with the data, whoever takes them.
    private var readme: String {
        let edition = view.edition
        let sample = edition.isSample ? "\nThe countries and the numbers are invented: this is sample data.\n" : ""
        return """
            # \(edition.name.text(.en)) \(edition.period)
            \(sample)
            This bundle gives the published numbers again. With Plenaria installed, in this folder:

                \(EditionArchive.command)

            With ` --check expected/scores.csv` it compares every score and every rank itself. All numbers are written in the
            shortest form that is read as the same number.
            \(readmeOfSeries)
            - `data.csv`: what was measured, one row for each unit\(view.corrections.isEmpty ? "" : ", with \(view.corrections.count) corrections")
            - `framework.csv`: the tree of indicators with directions and weights
            - `method.json`: every step with its choices
            - `expected/scores.csv`: ranks and scores as published

            Program: \(edition.seal?.program ?? FrozenInputs.program)
            Digest (SHA-256 of the inputs): \(edition.seal?.digest ?? "-")
            Address: \(edition.path)

            """
    }

    static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [0x0A]
    }

    /// An edition in one file.
    private struct Everything: Encodable {
        struct Row: Encodable {
            let unit: IndexUnit
            let rank: Double?
            /// By the code of the node.
            let scores: [String: Double?]
            let ranks: [String: Double?]
        }
        let slug: String
        let series: String
        let period: String
        let name: [String: String]
        let isSample: Bool
        let released: String?
        let program: String?
        let digest: String?
        let framework: [Node]
        let method: Method
        let data: IndexData?
        let results: [Row]
        let corrections: [Change]
        /// Of the periods before, computed together with this one.
        let earlier: [Past]

        struct Past: Encodable {
            let period: String
            /// Of the index, by the code of the unit.
            let scores: [String: Double?]
            let ranks: [String: Double?]

            init(_ point: IndexSeries.Point) {
                let (build, index) = (point.build, point.build.framework.code)
                period = point.period
                scores = Dictionary(uniqueKeysWithValues: build.units.map { ($0.code, build.score(of: $0.code, index)) })
                ranks = Dictionary(uniqueKeysWithValues: build.units.map { ($0.code, build.rank(of: $0.code, index)) })
            }
        }

        struct Change: Encodable {
            let number: Int
            let at: String
            let unit: String
            let indicator: String
            let old: Double?
            let new: Double?
            let reason: [String: String]
        }

        init(_ view: IndexView) {
            let edition = view.edition
            (slug, series, period, name) = (edition.slug, edition.series, edition.period, edition.name.texts)
            isSample = edition.isSample
            released = edition.releasedAt?.description
            (program, digest) = (edition.seal?.program, edition.seal?.digest)
            (framework, method, data) = (view.framework.nodes, view.build.method, view.content.data)
            results = view.build.units.indices.map { row in
                let nodes = view.framework.nodes.indices
                return Row(
                    unit: view.build.units[row], rank: view.rank(row, view.index),
                    scores: Dictionary(uniqueKeysWithValues: nodes.map { (view.code($0), view.score(row, $0)) }),
                    ranks: Dictionary(uniqueKeysWithValues: nodes.map { (view.code($0), view.rank(row, $0)) }))
            }
            earlier = view.series.dropLast().map(Past.init)
            corrections = view.corrections.map {
                Change(
                    number: $0.number, at: $0.at.description, unit: $0.unit, indicator: $0.indicator, old: $0.old, new: $0.new,
                    reason: $0.reason.texts)
            }
        }
    }
}
