import HTTPTypes

/// The headers of every answer. No inline script or style is ever allowed; nothing comes from elsewhere.
package enum SecurityHeaders {
    package static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; "
        + "require-trusted-types-for 'script'"

    package static func fields(isSecure: Bool) -> HTTPFields {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = policy
        fields[.xContentTypeOptions] = "nosniff"
        fields[name("Referrer-Policy")] = "strict-origin-when-cross-origin"
        fields[name("Cross-Origin-Opener-Policy")] = "same-origin"
        fields[name("Cross-Origin-Resource-Policy")] = "same-origin"
        fields[name("Permissions-Policy")] = "camera=(), microphone=(), geolocation=()"
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        return fields
    }

    /// A header name that is written here and so known to be one.
    static func name(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }
}
