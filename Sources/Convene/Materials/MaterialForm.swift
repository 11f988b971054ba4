import Base
import HTML

/// The form of a material: what was typed, and what is made of it. Whether it goes together is asked in the verb.
package struct MaterialForm: Sendable {
    package private(set) var fields: [String: String]
    package subscript(name: String) -> String { fields[name] ?? "" }
    package static func title(_ language: Language) -> String { "title-\(language.rawValue)" }
    private static let names = ["kind", "language", "licence", "visibility", "url", "recording"]

    /// `line` gives a field's text, cleaned to one line.
    package init(sent line: (String) -> String) {
        fields = [:]
        for name in MaterialForm.names + Language.allCases.map(MaterialForm.title) { fields[name] = line(name) }
    }

    package init(_ draft: MaterialDraft = MaterialDraft(kind: .slides)) {
        fields = [
            "kind": draft.kind.rawValue, "language": draft.language, "licence": draft.licence?.rawValue ?? "",
            "visibility": draft.visibility.rawValue, "url": draft.url, "recording": draft.recording?.text ?? "",
        ]
        for language in Language.allCases { fields[MaterialForm.title(language)] = draft.title[language.rawValue] ?? "" }
    }

    /// `old` lends a title's texts in other languages than the seven, which the form does not show; `reading` is the
    /// authentic language of a new title, if it is written in it.
    package func draft(before old: Localized = .empty, reading: Language) throws -> MaterialDraft {
        var complaints = Complaints()
        let kind = MaterialKind(rawValue: self["kind"])
        if kind == nil { complaints.add("kind", "material.refusal.kind") }
        let visibility = MaterialVisibility(rawValue: self["visibility"])
        if visibility == nil { complaints.add("visibility", "material.refusal.visibility") }
        let licence = MaterialLicence(rawValue: self["licence"])
        if licence == nil, !self["licence"].isEmpty { complaints.add("licence", "material.refusal.licence") }
        for language in Language.allCases where self[MaterialForm.title(language)].count > MaterialDraft.longestTitle {
            complaints.add(MaterialForm.title(language), "material.refusal.long")
        }
        guard let kind, let visibility, complaints.isEmpty else { throw complaints }
        // A choice that is not asked for of this kind may be left over from another one.
        let recording = kind == .captions ? Identifier(self["recording"]) : nil
        return MaterialDraft(
            kind: kind, title: title(old, reading), language: self["language"], licence: licence, visibility: visibility,
            url: self["url"], recording: recording)
    }

    private func title(_ old: Localized, _ reading: Language) -> Localized {
        var texts = old.texts
        for language in Language.allCases { texts[language.rawValue] = self[MaterialForm.title(language)] }
        let written = Localized(texts)
        let wanted = [old.isEmpty ? reading.rawValue : old.authentic, reading.rawValue]
        return Localized(texts, authentic: wanted.first { written[$0] != nil } ?? written.tags.first ?? "en")
    }
}
