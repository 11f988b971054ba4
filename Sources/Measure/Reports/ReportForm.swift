import Base
import HTML
import People

/// The forms of a report: what is typed of a new one, and of its text in one language.
package struct ReportForm: Sendable {
    /// What a new report begins with.
    package enum Start: String, CaseIterable, Sendable {
        case annual, country, empty

        package var kind: Report.Kind { self == .country ? .country : .edition }
    }

    private let fields: [(name: String, value: String)]
    private let lines: FormLines

    package init(sent fields: [(name: String, value: String)]) {
        self.fields = fields
        lines = FormLines(fields)
    }

    package var slug: String { lines["slug"] }
    package var title: String { lines["title"] }
    package var start: Start { Start(rawValue: lines["start"]) ?? .empty }

    /// The language that is written in: the form says so, as its reader may read in another.
    package func language(else usual: Language) -> Language { Language(rawValue: lines["text_language"]) ?? usual }

    package func draft(else usual: Language) -> ReportDraft {
        ReportDraft(
            language: language(else: usual), title: title, text: manyLines(fields.first { $0.name == "text" }?.value ?? ""),
            authors: lines["authors"], isAuthentic: lines["isAuthentic"] == "yes")
    }
}
