/// "Done", said once on the page that follows a form: a cookie that lives for half a minute and is taken back by that page.
/// In the address it would be said again with every reload and to everybody who is sent the link.
package enum Confirmation {
    private static let name = "plenaria-done"

    static func set(isSecure: Bool) -> String { cookie("1", seconds: 30, isSecure: isSecure) }
    static func takenBack(isSecure: Bool) -> String { cookie("", seconds: 0, isSecure: isSecure) }

    static func isIn(_ header: String?) -> Bool {
        header?.split(separator: ";").contains { $0.drop { $0 == " " } == name + "=1" } ?? false
    }

    private static func cookie(_ value: String, seconds: Int, isSecure: Bool) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(seconds)" + (isSecure ? "; Secure" : "")
    }
}
