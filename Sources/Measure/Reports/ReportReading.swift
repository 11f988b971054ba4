import Base
import CompositeIndex

/// A report's text in one language with everything that the index fills, as it is now.
package struct ReportReading: Sendable {
    package let text: ReportText
    /// In the order of `text.values`; a dash where one was not understood.
    package let values: [String]
    /// In the order of `text.figures`; nil where one was not understood.
    package let figures: [ReportFigure?]
    /// In the order of their lines.
    package let faults: [ReportFault]

    package init(_ typed: String, _ source: ReportSource, _ language: Language) {
        text = ReportText(typed)
        var faults = text.faults
        values = text.values.prefix(ReportText.mostValues).map { value in
            do throws(ReportFault) {
                return try ReportValue(value, source).text(language)
            } catch {
                faults.append(error)
                return "–"
            }
        }
        figures = text.figures.prefix(ReportText.mostFigures).map { figure in
            guard let order = ReportFigureOrder(figure, source, &faults) else { return nil }
            do throws(ReportFault) {
                return try ReportFigure.of(order, source, language)
            } catch {
                faults.append(error)
                return nil
            }
        }
        self.faults = faults.sorted { $0.line < $1.line }
    }

    /// What is wrong in any language of a report; empty if it may be published. A report for each country is tried with one.
    package static func faults(of report: Report, _ source: ReportSource) -> [(tag: String, fault: ReportFault)] {
        let source = source.tried(for: report)
        return report.languages.flatMap { tag in
            ReportReading(report.text[tag] ?? "", source, .en).faults.map { (tag: tag, fault: $0) }
        }
    }

    /// With the marks of `text` replaced: what Markdown made of them.
    package func filled(_ words: String, isCode: Bool = false) -> String {
        guard words.contains(ReportText.value.open) else { return words }
        var out = ""
        var rest = words[...]
        while let open = rest.firstIndex(of: ReportText.value.open),
            let close = rest[open...].firstIndex(of: ReportText.value.close)
        {
            out += rest[..<open]
            if let place = Int(rest[rest.index(after: open)..<close]) {
                if isCode, text.values.indices.contains(place) {
                    out += "{{\(text.values[place].text)}}"
                } else if values.indices.contains(place) {
                    out += values[place]
                }
            }
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    /// The figure that a paragraph stands for; nil for words.
    package func figure(_ words: String) -> Int? {
        guard words.first == ReportText.figure.open, words.last == ReportText.figure.close else { return nil }
        return Int(words.dropFirst().dropLast()).flatMap { figures.indices.contains($0) ? $0 : nil }
    }
}

extension ReportSource {
    /// A report for each country needs one to be tried with: the first of the ranking.
    package func tried(for report: Report) -> ReportSource {
        guard report.kind == .country, unit == nil, let first = view.sorted(view.counted, by: view.index).first else {
            return self
        }
        return about(view.build.units[first].code) ?? self
    }
}
