import HTTPTypes

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
}
