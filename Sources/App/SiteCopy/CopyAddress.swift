import Base
import Foundation

/// An address of the site that a copy holds, in one language.
struct CopyAddress: Hashable {
    /// Path alone: `/e/gmc-2025/programme`.
    let path: String
    let language: Language

    /// Where an address of a page leads.
    enum Target {
        case inside(CopyAddress, fragment: String)
        /// On this site, but no part of the copy: another part of the house.
        case elsewhere
        /// Something that only lives: a choice of the reader's, a search, a form.
        case live
        /// Another site, a mail address, a place on the same page.
        case foreign
    }

    /// `href` as it stands on a page at `self`. Files are the same in every language and are kept once, in `first`; what a page
    /// shows (`isSource`) is part of the copy wherever it stands.
    func target(_ href: String, isSource: Bool, event: String, first: Language) -> Target {
        guard href.hasPrefix("/"), !href.hasPrefix("//") else { return href.hasPrefix("?") ? .live : .foreign }
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 ? "#" + parts[1] : ""
        let halves = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(halves[0])
        var language = language
        for field in halves.count > 1 ? halves[1].split(separator: "&") : [] {
            let pair = field.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0] == "lang" || pair[0] == "tz" else { return .live }
            if pair[0] == "lang", let named = Language(tag: String(pair[1])) { language = named }
        }
        if path.hasPrefix("/static/") { return .inside(CopyAddress(path: path, language: first), fragment: "") }
        guard path == event || path.hasPrefix(event + "/") else {
            return isSource ? .inside(CopyAddress(path: path, language: first), fragment: "") : .elsewhere
        }
        let rest = path.dropFirst(event.count).split(separator: "/")
        if let place = rest.first, CopyAddress.living.contains(String(place)) { return .live }
        let isFile = rest.count >= 4 && rest[2] == "materials"
        return .inside(CopyAddress(path: path, language: isFile ? first : language), fragment: fragment)
    }
    /// Places below an event that are about the reader, or are made to be shown within other sites.
    private static let living: Set<String> = ["mine", "favourites", "embed", "news", "live", "search"]

    /// Where it stands in the folder: `en/s/0197….html`, `static/plenaria.css`, `files/….pdf`.
    func file(event: String, isPage: Bool, name: String?) -> String {
        let last = path.split(separator: "/").last.map { String($0) } ?? ""
        if path.hasPrefix("/static/") { return "static/" + last }
        guard path.hasPrefix(event) else { return "files/" + last }
        let rest = path.dropFirst(event.count).split(separator: "/").joined(separator: "/")
        if isPage { return "\(language.rawValue)/\(rest.isEmpty ? "index" : rest).html" }
        let ending = last.contains(".") ? "" : "." + (name?.split(separator: ".").dropFirst().last.map { String($0) } ?? "bin")
        return rest.contains("/materials/") ? "files/\(last)\(ending)" : "\(language.rawValue)/\(rest)\(ending)"
    }

    /// The way from one file of the folder to another.
    static func relative(from: String, to: String) -> String {
        let here = from.split(separator: "/").dropLast()
        let there = to.split(separator: "/")
        let common = zip(here, there).prefix { $0 == $1 }.count
        let ups = Array(repeating: "..", count: here.count - common)
        return (ups + there.dropFirst(common).map { String($0) }).joined(separator: "/")
    }
}
