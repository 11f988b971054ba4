import Base
import HTML

/// The releases of an event as an Atom feed (RFC 4287): one entry each, with what it changed, in the reader's language.
package struct ChangesFeedExport: Sendable {
    /// A release and what it changed; nil for the first.
    package struct Entry: Sendable {
        package let release: Release
        package let changes: [ProgrammeChange]?
        package init(release: Release, changes: [ProgrammeChange]?) {
            self.release = release
            self.changes = changes
        }
    }
    package let event: Event
    /// Newest first.
    package let entries: [Entry]
    package let scene: Scene
    package let siteName: String
    package let baseURL: String

    package init(_ event: Event, _ entries: [Entry], scene: Scene, siteName: String, baseURL: String) {
        self.event = event
        self.entries = entries
        self.scene = scene
        self.siteName = siteName
        self.baseURL = baseURL
    }

    package func text() -> String {
        let words = scene.words
        let page = baseURL + event.path + "/changes"
        var out = XMLText()
        out.open(
            "feed",
            [
                ("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", words.language.rawValue), ("xml:base", baseURL + "/"),
            ])
        out.element("id", "urn:uuid:\(event.id)")
        out.element("title", event.name.text(words.language) + " · " + words("release.changes"))
        // A feed has an instant even before there is anything in it.
        out.element("updated", (entries.first?.release.at ?? Instant(seconds: 0)).description)
        out.open("author")
        out.element("name", siteName)
        out.close("author")
        out.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", page + ".atom")])
        out.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
        out.element("generator", "Plenaria")
        let live = Set(entries.first?.release.programme.sessions.map(\.id) ?? [])
        for entry in entries { write(entry, live, &out) }
        out.close("feed")
        return out.text
    }

    private func write(_ entry: Entry, _ live: Set<Identifier>, _ out: inout XMLText) {
        let words = scene.words
        let release = entry.release
        let message = release.message.text(words.language)
        let title = words("release.number", ["number": words.number(release.number)])
        out.open("entry")
        out.element("id", "urn:uuid:\(release.id)")
        out.element("title", message.isEmpty ? title : "\(title) · \(singleLine(message))")
        out.element("updated", release.at.description)
        out.element("published", release.at.description)
        out.empty(
            "link",
            [("rel", "alternate"), ("type", "text/html"), ("href", "\(baseURL)\(event.path)/releases/\(release.number)")])
        let log: Markup =
            entry.changes.map { ChangeLogPage.log(scene, event, $0, linking: live) }
            ?? "<p>\(words("changes.first", count: release.programme.sessions.count))</p>"
        out.element("content", [("type", "html")], log.text)
        out.close("entry")
    }
}
