import Base

/// The favourites of somebody without an account: kept in the browser, in one cookie for each event. Scripts read it to
/// mark the stars of pages that are the same for everyone; nothing of it is kept here.
///
/// The value is the identifiers' 32 hexadecimal digits, one after the other.
package struct FavouriteCookie: Hashable, Sendable {
    package private(set) var sessions: [Identifier]

    package static let name = "plenaria-favourites"
    /// A cookie has room for 4,096 bytes with its name and attributes.
    package static let most = 110
    private static let digits = 32

    package init(_ sessions: [Identifier] = []) {
        var seen: Set<Identifier> = []
        self.sessions = Array(sessions.filter { seen.insert($0).inserted }.prefix(FavouriteCookie.most))
    }

    /// From a `Cookie` header; what is no identifier is passed over.
    package init(header: String?) {
        let wanted = FavouriteCookie.name + "="
        let pair = (header ?? "").split(separator: ";").map { $0.drop { $0 == " " } }.first { $0.hasPrefix(wanted) }
        self.init(value: String(pair?.dropFirst(wanted.count) ?? ""))
    }

    package init(value: String) {
        let all = Array(value.utf8.prefix(FavouriteCookie.most * FavouriteCookie.digits))
        let parts = stride(from: 0, to: all.count - all.count % FavouriteCookie.digits, by: FavouriteCookie.digits)
        self.init(
            parts.compactMap { start in
                let hex = String(decoding: all[start..<start + FavouriteCookie.digits], as: UTF8.self)
                let cuts = [0, 8, 12, 16, 20, 32]
                let pieces = zip(cuts, cuts.dropFirst()).map { from, to in hex.dropFirst(from).prefix(to - from) }
                return Identifier(pieces.joined(separator: "-"))
            })
    }

    package var value: String { sessions.map { $0.text.filter { $0 != "-" } }.joined() }
    package var isFull: Bool { sessions.count >= FavouriteCookie.most }

    package func with(_ session: Identifier) -> FavouriteCookie { FavouriteCookie(sessions + [session]) }
    package func without(_ session: Identifier) -> FavouriteCookie { FavouriteCookie(sessions.filter { $0 != session }) }

    /// A `Set-Cookie` for the event's pages alone. It is no secret and scripts must read it, so it is not `HttpOnly`. An empty
    /// one goes at once; another lasts a year.
    package func set(_ event: Event, isSecure: Bool) -> String {
        "\(FavouriteCookie.name)=\(value); Path=\(event.path); SameSite=Lax; Max-Age=\(sessions.isEmpty ? 0 : 31_536_000)"
            + (isSecure ? "; Secure" : "")
    }
}
