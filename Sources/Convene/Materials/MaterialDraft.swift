import Base

/// What somebody says of a material, before it is checked against its session.
package struct MaterialDraft: Hashable, Sendable {
    package var kind: MaterialKind
    package var title: Localized
    /// A BCP 47 tag or empty.
    package var language: String
    package var licence: MaterialLicence?
    package var visibility: MaterialVisibility
    /// An https address or empty.
    package var url: String
    package var recording: Identifier?

    package static let longestTitle = 200
    package static let longestAddress = 1000

    package init(
        kind: MaterialKind, title: Localized = .empty, language: String = "", licence: MaterialLicence? = nil,
        visibility: MaterialVisibility = .everyone, url: String = "", recording: Identifier? = nil
    ) {
        self.kind = kind
        self.title = title
        self.language = language
        self.licence = licence
        self.visibility = visibility
        self.url = url
        self.recording = recording
    }

    package init(_ material: Material) {
        self.init(
            kind: material.kind, title: material.title, language: material.language, licence: material.licence,
            visibility: material.visibility, url: material.url, recording: material.recording)
    }

    /// Throws the first thing that does not go together. `hasFile` counts a file that is there already; `known` is the address
    /// that is there already: an import may have brought one that nobody may type.
    package func check(hasFile: Bool, known: String = "") throws {
        func refuse(_ field: String, _ reason: String) -> Refusal {
            Refusal(.invalid, "material.refusal.\(reason)", field: field)
        }
        if title.texts.values.contains(where: { $0.count > MaterialDraft.longestTitle }) { throw refuse("title-en", "long") }
        if !language.isEmpty, !MaterialDraft.isTag(language) { throw refuse("language", "language") }
        if !url.isEmpty, url != known, !MaterialDraft.isAddress(url) { throw refuse("url", "address") }
        switch kind {
        case .link:
            if hasFile { throw refuse("file", "linkFile") }
            if url.isEmpty { throw refuse("url", "noAddress") }
        case .captions:
            if !url.isEmpty { throw refuse("url", "captionAddress") }
            if !hasFile { throw refuse("file", "noFile") }
            if language.isEmpty { throw refuse("language", "captionLanguage") }
            if recording == nil { throw refuse("recording", "noRecording") }
        default:
            if hasFile, !url.isEmpty { throw refuse("url", "both") }
            if !hasFile, url.isEmpty { throw refuse("file", "nothing") }
        }
    }

    /// `https://host.tld/…`, without a name or password in it and without what has no place in an address.
    package static func isAddress(_ text: String) -> Bool {
        guard text.lowercased().hasPrefix("https://"), text.utf8.count <= longestAddress else { return false }
        let host = text.dropFirst("https://".count).prefix { !"/?#".contains($0) }
        let name = host.prefix { $0 != ":" }
        return name.contains(".") && !host.contains("@") && !name.hasPrefix(".") && !name.hasSuffix(".")
            && text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 && !"\"<>\\^`{|}".unicodeScalars.contains($0) }
    }

    /// The shape of a BCP 47 tag: two or three letters, then parts of letters and digits.
    package static func isTag(_ text: String) -> Bool {
        text.utf8.count <= 35 && text.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil
    }
}
