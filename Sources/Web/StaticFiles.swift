import Base
import Crypto
import Foundation
import HTML

/// The style sheet, the modules and the favicon. They live under one folder named by the hash of them all, so that the
/// modules can import each other by plain relative names and everything may be kept for ever.
package struct StaticFiles: Sendable {
    /// `/static/3f9c…`
    package let base: String
    private let files: [String: Answer]

    package init(_ texts: [String: String]) {
        var all = SHA256()
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) { all.update(data: Data((name + "\u{0}" + text).utf8)) }
        base = "/static/" + hexadecimal(all.finalize().prefix(6))
        var files: [String: Answer] = [:]
        for (path, text) in texts {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            files[name] = Answer(type: StaticFiles.type(name), body: Array(text.utf8), keeping: .immutable)
        }
        self.files = files
    }

    /// The file at `/static/<hash>/<name>`; nil for another hash or name.
    package func answer(_ path: String) -> Answer? {
        guard path.hasPrefix(base + "/") else { return nil }
        return files[String(path.dropFirst(base.count + 1))]
    }
    /// The favicon and the like, which browsers ask for at a fixed address.
    package func named(_ name: String) -> Answer? { files[name] }

    private static func type(_ name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "text/plain; charset=utf-8"
        }
    }
}
