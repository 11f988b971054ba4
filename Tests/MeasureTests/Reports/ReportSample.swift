import Base
import HTML
import Store

@testable import Measure

/// Reports and what they are computed from, without a database.
enum ReportSample {
    static func source(
        _ content: IndexContent = MeasureStage.tiny, _ edition: IndexEdition = IndexSample.edition(),
        archive: [IndexEdition] = [], contents: [Identifier: IndexContent] = [:]
    ) throws -> ReportSource {
        // Each content is an edition of its own: builds are kept by edition and revision.
        let source = try ReportSource(ReportMaterial(edition, content, archive: archive, contents: contents))
        return source.ranged(ranges.value(of: edition) { RankRanges(source.view) })
    }
    private static let ranges = RevisionShelf<RankRanges?>()

    /// The demo's sixty countries.
    static func demo() throws -> ReportSource {
        try source(MeasureDemo.content, IndexSample.edition("sample-2026", number: 7))
    }

    static func report(
        _ texts: [String: String], kind: Report.Kind = .edition, state: Report.State = .published
    ) -> Report {
        Report(
            id: Identifier(stored: "00000000-0000-7000-8000-0000000000a1"), edition: IndexSample.edition().id, slug: "annual",
            kind: kind, title: Localized(texts.mapValues { _ in "Annual report" }), text: Localized(texts), state: state)
    }

    static func values(_ typed: String, _ source: ReportSource, _ language: Language = .en) -> [String] {
        ReportReading(typed, source, language).values
    }

    static func rules(_ typed: String, _ source: ReportSource) -> [String] {
        ReportReading(typed, source.ranged(nil), .en).faults.map { "\($0.line) \($0.rule)" }
    }
}

extension MeasureStage {
    /// A report of the stage's edition, with a text.
    @discardableResult
    func report(
        _ slug: String = "annual", _ kind: Report.Kind = .edition, _ texts: [String: String] = ["en": "# A\n\n{{score AA}}"],
        isPublished: Bool = false
    ) async throws -> Report {
        try await database.write { [edition, administrator] (tx) throws in
            let made = try ReportActions.create(
                slug, kind, title: Localized("Annual report"), text: Localized(texts), of: edition.id, by: administrator, in: tx)
            if isPublished { try ReportActions.publish(made.id, seen: 1, by: administrator, in: tx) }
            return try ReportStore.find(made.id, in: tx) ?? made
        }
    }
}
