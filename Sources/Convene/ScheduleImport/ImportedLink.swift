import Base
import Formats

/// A link or a file elsewhere that a foreign schedule names for a session; it becomes a material of the session.
package struct ImportedLink: Hashable, Sendable, Codable {
    package var title: String
    /// A whole http or https address.
    package var url: String
    /// The file calls it an attachment: slides, a paper, something to take home.
    package var isFile: Bool

    /// Nil where no whole address comes of it: `site` is the schedule's own, which others may be relative to.
    package init?(_ link: ForeignEvent.Link, isFile: Bool, site: String) {
        let address = ImportedLink.resolved(link.url, site)
        guard !address.isEmpty, address.utf8.count <= MaterialDraft.longestAddress else { return nil }
        title = String(link.title.prefix(MaterialDraft.longestTitle))
        url = address
        self.isFile = isFile
    }

    private static func resolved(_ address: String, _ site: String) -> String {
        if address.contains("://") { return SessionAddresses.whole(address) }
        let base = SessionAddresses.whole(site)
        guard let host = base.firstRange(of: "://") else { return "" }
        let path = base[host.upperBound...]
        let origin = base[..<(path.firstIndex(of: "/") ?? base.endIndex)]
        if address.hasPrefix("/") { return SessionAddresses.whole(origin + address) }
        let folder = path.contains("/") ? base[...(base.lastIndex(of: "/") ?? base.startIndex)] : base + "/"
        return SessionAddresses.whole(folder + address)
    }

    package func material(
        id: Identifier, event: Identifier, session: Identifier, position: Int, person: Identifier?, at now: Instant
    ) -> Material {
        Material(
            id: id, event: event, session: session, position: position, kind: isFile ? .other : .link,
            title: title.isEmpty ? .empty : Localized(title), url: url, person: person, createdAt: now)
    }

    /// The material is as the link made it.
    func isMaterial(_ material: Material) -> Bool {
        material.url == url && material.file == nil && material.title == (title.isEmpty ? .empty : Localized(title))
    }
}

/// What an import does to the links of sessions.
package struct ImportedLinks: Hashable, Sendable {
    package internal(set) var added: [Identifier: [ImportedLink]] = [:]
    /// Brought by an earlier import, there still, and no more in the file.
    package internal(set) var removed: [Identifier: [ImportedLink]] = [:]
    /// Addresses of materials that the sessions have now; files of ours by their path.
    private let here: [Identifier: [String]]

    package init(here: [Identifier: [String]] = [:]) { self.here = here }

    package var isEmpty: Bool { added.isEmpty && removed.isEmpty }
    package var count: Int { added.values.reduce(0) { $0 + $1.count } + removed.values.reduce(0) { $0 + $1.count } }

    /// Three ways: what the file said before, what it says now, what is here. True if something changes.
    mutating func settle(_ session: Identifier, base: [ImportedLink], theirs: [ImportedLink]) -> Bool {
        let known = here[session] ?? []
        func isHere(_ link: ImportedLink) -> Bool {
            known.contains { $0 == link.url || ($0.hasPrefix("/") && link.url.hasSuffix($0)) }
        }
        let before = Set(base.map(\.url))
        let after = Set(theirs.map(\.url))
        var seen: Set<String> = []
        let room = max(0, Material.most - known.count)
        let new = theirs.filter { !before.contains($0.url) && !isHere($0) && seen.insert($0.url).inserted }.prefix(room)
        let gone = base.filter { !after.contains($0.url) && isHere($0) }
        if !new.isEmpty { added[session] = Array(new) }
        if !gone.isEmpty { removed[session] = gone }
        return !new.isEmpty || !gone.isEmpty
    }
}
