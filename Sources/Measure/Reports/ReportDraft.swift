import Base

/// What somebody writes of a report: its title and its text in one language, and who wrote it.
package struct ReportDraft: Hashable, Sendable {
    package var language: Language
    package var title: String
    package var text: String
    package var authors: String
    /// The text in this language is the one that counts where two differ.
    package var isAuthentic: Bool

    /// In bytes; what Markdown reads as such.
    package static let longest = 100 << 10
    package static let longestTitle = 200

    package init(language: Language, title: String = "", text: String = "", authors: String = "", isAuthentic: Bool = false) {
        self.language = language
        self.title = title
        self.text = text
        self.authors = authors
        self.isAuthentic = isAuthentic
    }

    /// A report as it stands, in one of its languages.
    package init(_ report: Report, _ language: Language) {
        self.init(
            language: language, title: report.title[language.rawValue] ?? "", text: report.text[language.rawValue] ?? "",
            authors: report.authors, isAuthentic: report.text.isEmpty || report.text.authentic == language.rawValue)
    }

    /// The report with this in it. The language that is written first is the authentic one.
    package func applied(to report: Report) -> Report {
        var report = report
        let tag = language.rawValue
        report.title[tag] = title
        report.text[tag] = text
        report.authors = authors
        if isAuthentic, !text.isEmpty { report.text.authentic = tag }
        if report.text[report.text.authentic] == nil, let first = report.text.texts.keys.sorted().first {
            report.text.authentic = first
        }
        report.title.authentic = report.text.authentic
        return report
    }
}
