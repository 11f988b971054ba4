import Base

/// Where the sessions of an export are read about: on our own site, or, for a file that is only converted, where the
/// file itself says.
package struct SessionAddresses: Sendable {
    /// The event's own address, without a slash at the end.
    package let event: String
    private let isForeign: Bool

    package init(_ event: Event, baseURL: String) {
        self.event = baseURL + event.path
        isForeign = false
    }

    /// For a schedule that has no site here: `site` is its own address if it is a whole one, else one that says that there
    /// is none (RFC 2606 §2).
    package init(foreign site: String, acronym: String) {
        let whole = SessionAddresses.whole(site)
        event = whole.isEmpty ? "https://\(acronym.replacing("_", with: "-")).invalid" : String(whole.trimmingSlashes)
        isForeign = true
    }

    package func session(_ session: Session) -> String {
        guard isForeign else { return "\(event)/s/\(session.id)" }
        let own = SessionAddresses.whole(session.detail.origin)
        return own.isEmpty ? "\(event)#\(session.detail.guid ?? session.id.text)" : own
    }

    /// Nil where nobody has a page of her own.
    package func speaker(_ key: SpeakerKey) -> String? { isForeign ? nil : "\(event)/speakers/\(key)" }
    /// Where the session was told of first, if that is another place than `session`.
    package func origin(_ session: Session) -> String { isForeign ? "" : SessionAddresses.whole(session.detail.origin) }
    package var host: String { String(event.split(separator: "/").dropFirst().first ?? "plenaria") }

    /// Both published schemas want a whole address; "" for anything else that an import may have brought.
    package static func whole(_ text: String) -> String {
        let isWhole = ["https://", "http://"].contains { text.hasPrefix($0) && text.utf8.count > $0.utf8.count }
        return isWhole && text.utf8.allSatisfy { $0 > 32 && $0 < 127 } ? text : ""
    }
}

extension String {
    fileprivate var trimmingSlashes: Substring {
        var rest = self[...]
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        return rest
    }
}
