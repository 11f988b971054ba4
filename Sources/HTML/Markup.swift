import Base

/// HTML that is already safe. In a literal `\(text)` escapes, `\(markup)` does not, `\(url:)` lets only harmless
/// addresses through; attribute values always stand in double quotes. There is no way to pass a foreign string unescaped
/// but `\(raw:)`, which the house's tests count.
package struct Markup: Sendable, ExpressibleByStringInterpolation, Hashable {
    package private(set) var bytes: [UInt8]

    package static let empty = Markup()
    package init() { bytes = [] }
    package init(stringLiteral value: StaticString) { bytes = value.withUTF8Buffer { Array($0) } }
    package init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }
    /// A foreign text, escaped.
    package init(_ text: String) {
        bytes = []
        Markup.escape(text, into: &bytes)
    }

    package var isEmpty: Bool { bytes.isEmpty }
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package static func += (left: inout Markup, right: Markup) { left.bytes += right.bytes }

    package struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []
        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }
        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
        package mutating func appendInterpolation(_ markup: Markup) { bytes += markup.bytes }
        package mutating func appendInterpolation(_ markup: Markup?) { if let markup { bytes += markup.bytes } }
        package mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { bytes += part.bytes } }
        package mutating func appendInterpolation(_ text: String) { Markup.escape(text, into: &bytes) }
        /// Disfavoured, so that `\(optional.map { "<p>…</p>" })` is markup and not a text to escape.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: String?) { if let text { Markup.escape(text, into: &bytes) } }
        package mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
        package mutating func appendInterpolation(_ id: Identifier) { bytes.append(contentsOf: id.text.utf8) }
        /// An address for `href`, `src` or `action`: a path of this site, http, https or mailto; anything else becomes `#`.
        package mutating func appendInterpolation(url: String) {
            Markup.escape(Markup.isHarmless(url) ? url : "#", into: &bytes)
        }
        /// Bytes that a drawing of our own made. Listed and counted by the house's tests.
        package mutating func appendInterpolation(raw: String) { bytes.append(contentsOf: raw.utf8) }
        /// The part if the condition holds.
        package mutating func appendInterpolation(_ part: @autoclosure () -> Markup, if condition: Bool) {
            if condition { bytes += part().bytes }
        }
    }

    static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            // Control characters are not allowed in HTML at all.
            case 0..<9, 11, 12, 14..<32, 127: continue
            default: bytes.append(byte)
            }
        }
    }

    static func isHarmless(_ url: String) -> Bool {
        if url.utf8.contains(where: { $0 <= 32 || $0 == 127 || $0 == UInt8(ascii: "\\") }) { return false }
        if url.hasPrefix("//") { return false }
        if let first = url.utf8.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "#") || first == UInt8(ascii: "?") {
            return true
        }
        let lower = url.prefix(8).lowercased()
        return lower.hasPrefix("https://") || lower.hasPrefix("http://") || lower.hasPrefix("mailto:")
    }
}

/// The parts one after the other.
package func each<S: Sequence>(_ items: S, _ part: (S.Element) throws -> Markup) rethrows -> Markup {
    var out = Markup()
    for item in items { out += try part(item) }
    return out
}
