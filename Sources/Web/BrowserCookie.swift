/// The cookie that opens something: the browser's secret. It is set with the first page that holds a form, and anew at sign-in and sign-out.
package enum BrowserCookie {
    package static func name(isSecure: Bool) -> String { isSecure ? "__Host-plenaria" : "plenaria" }

    /// The secret in a `Cookie` header.
    package static func secret(_ header: String, isSecure: Bool) -> String? {
        let wanted = name(isSecure: isSecure) + "="
        for part in header.split(separator: ";") {
            let pair = part.drop { $0 == " " }
            if pair.hasPrefix(wanted) {
                let secret = String(pair.dropFirst(wanted.count))
                return (40...64).contains(secret.utf8.count) ? secret : nil
            }
        }
        return nil
    }

    /// Lasts 90 days at most; what it opens may end earlier.
    package static func set(_ secret: String, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(secret); Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000" + (isSecure ? "; Secure" : "")
    }

    /// Says that this browser keeps what it has not sent yet: whoever signs out must not empty its storage. It opens nothing.
    package static func keeping(seconds: Int64, isSecure: Bool) -> String {
        "\(keeps)=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=\(max(0, seconds))" + (isSecure ? "; Secure" : "")
    }
    /// A `Cookie` header with that mark.
    package static func isKeeping(_ header: String?) -> Bool {
        header?.split(separator: ";").contains { $0.drop { $0 == " " } == "\(keeps)=1" } ?? false
    }
    private static let keeps = "plenaria-keeps"
}
