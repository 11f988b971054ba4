import Base
import HTML
import People

/// The form of an edition: text in → what is said of it. The verb asks whether it goes together.
package struct EditionForm: Sendable {
    package var lines: FormLines
    package subscript(_ name: String) -> String { lines[name] }

    package init(sent fields: [(name: String, value: String)]) { lines = FormLines(fields) }

    package init(_ draft: EditionDraft) {
        var fields = [
            "slug": draft.slug, "series": draft.series, "period": draft.period, "isSample": draft.isSample ? "yes" : "",
        ]
        for (name, text) in [("name", draft.name), ("description", draft.description), ("comparability", draft.comparability)] {
            for tag in text.tags { fields["\(name)_\(tag)"] = text[tag] ?? "" }
            fields["\(name)_authentic"] = text.authentic
        }
        lines = FormLines(fields.map { (name: $0.key, value: $0.value) })
    }

    package var draft: EditionDraft {
        EditionDraft(
            slug: self["slug"], series: self["series"], period: self["period"], name: lines.texts("name"),
            description: lines.texts("description"), comparability: lines.texts("comparability"),
            isSample: self["isSample"] == "yes")
    }
}
