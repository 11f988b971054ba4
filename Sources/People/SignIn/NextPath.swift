/// Where somebody wanted to go before she had to sign in: a path of this site and nothing else, so that no link can lead
/// through our sign-in to another site.
package struct NextPath: Hashable, Sendable {
    package let path: String

    /// Nil for what is not plainly a path of ours: one `/` at the beginning, no `//` and no `\` anywhere, printable ASCII
    /// only, no dot segments, at most 512 bytes; nor a page of signing in or out itself.
    package init?(_ text: String?) {
        guard let text, text.utf8.count <= 512, text.hasPrefix("/"), text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            return nil
        }
        let lower = text.lowercased()
        let path = lower.prefix { $0 != "?" && $0 != "#" }
        guard !path.contains("//"), !text.contains("\\"), !path.contains("%2f"), !path.contains("%5c") else { return nil }
        guard !path.split(separator: "/").contains(where: { [".", "..", "%2e", "%2e%2e", ".%2e", "%2e."].contains($0) }) else {
            return nil
        }
        guard !["/sign-in", "/sign-out", "/invitation"].contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else {
            return nil
        }
        self.path = text
    }
}
