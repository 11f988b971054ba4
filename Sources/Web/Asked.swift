import HTTPTypes
import NIOHTTP1

/// What a cached page's way out depends on, taken from the request in one pass over its headers.
package struct Asked: Sendable {
    package private(set) var cookie: String?
    package private(set) var language: String?
    package private(set) var coding: String?
    /// `If-None-Match`.
    package private(set) var known: String?

    package init(_ fields: HTTPFields) {
        for field in fields {
            switch field.name {
            case .cookie: cookie = cookie.map { $0 + "; " + field.value } ?? field.value
            case .acceptLanguage: language = language.map { $0 + "," + field.value } ?? field.value
            case .acceptEncoding: coding = coding.map { $0 + "," + field.value } ?? field.value
            case .ifNoneMatch: known = known.map { $0 + "," + field.value } ?? field.value
            default: break
            }
        }
    }

    package init() {}

    /// Of a request as plain as can be, before it is turned into anything: a GET of HTTP/1.1 that keeps its connection, brings
    /// no body and asks for the whole. Nil for any other.
    init?(plain head: HTTPRequestHead) {
        guard head.method == .GET, head.version == .http1_1, head.uri.utf8.first == UInt8(ascii: "/") else { return nil }
        for (name, value) in head.headers {
            switch Asked.bytes(name, HeaderMeaning.init) {
            case .condition, .body: return nil
            case .connection: guard Asked.bytes(value, HeaderMeaning.isKeepAlive) else { return nil }
            case .host, .other: break
            case .wayOut(let part): take(part, value)
            }
        }
    }

    /// Several fields of a name are one with commas (RFC 9110 §5.3), and cookies one with semicolons (RFC 6265 §5.4).
    mutating func take(_ part: HeaderMeaning.Part, _ value: String) {
        switch part {
        case .cookie: cookie = cookie.map { $0 + "; " + value } ?? value
        case .language: language = language.map { $0 + "," + value } ?? value
        case .coding: coding = coding.map { $0 + "," + value } ?? value
        }
    }

    private static func bytes<Result>(_ text: String, _ read: (UnsafeRawBufferPointer) -> Result) -> Result {
        var text = text
        return text.withUTF8 { read(UnsafeRawBufferPointer($0)) }
    }
}
