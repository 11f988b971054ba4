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

    /// Of a request as plain as can be, before it is turned into anything: a GET of HTTP/1.1 that keeps its connection, brings
    /// no body and asks for the whole. Nil for any other.
    init?(plain head: HTTPRequestHead) {
        guard head.method == .GET, head.version == .http1_1, head.uri.utf8.first == UInt8(ascii: "/") else { return nil }
        for (name, value) in head.headers {
            switch name.utf8.count {
            case 5 where Asked.same(name, "range"): return nil
            case 6 where Asked.same(name, "cookie"): cookie = cookie.map { $0 + "; " + value } ?? value
            case 6 where Asked.same(name, "expect"): return nil
            case 7 where Asked.same(name, "upgrade"): return nil
            case 10 where Asked.same(name, "connection"): guard Asked.same(value, "keep-alive") else { return nil }
            case 13 where Asked.same(name, "if-none-match") || Asked.same(name, "authorization"): return nil
            case 14 where Asked.same(name, "content-length"): return nil
            case 15 where Asked.same(name, "accept-language"): language = language.map { $0 + "," + value } ?? value
            case 15 where Asked.same(name, "accept-encoding"): coding = coding.map { $0 + "," + value } ?? value
            case 17 where Asked.same(name, "transfer-encoding"): return nil
            default: break
            }
        }
    }

    /// Names of headers have no case (RFC 9110 §5.1).
    private static func same(_ name: String, _ wanted: StaticString) -> Bool {
        name.utf8.count == wanted.utf8CodeUnitCount
            && zip(name.utf8, UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)).allSatisfy {
                $0 | 32 == $1 | 32
            }
    }
}
