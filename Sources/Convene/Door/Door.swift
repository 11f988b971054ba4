import Base

/// A place where tickets are scanned: the way into the whole event, or into one session.
package struct Door: Hashable, Sendable, Codable {
    package var id: Identifier
    package var event: Identifier
    package var name: Localized
    /// The session whose people come in here; nil for the whole event.
    package var session: Identifier?
    /// Whose tickets are taken, by their kind of place; empty for everybody's.
    package var categories: Set<Identifier>
    /// Whoever has not paid is not let in; she is let in with a word otherwise.
    package var demandsPayment: Bool
    /// People are scanned when they go, too.
    package var countsOut: Bool

    package init(
        id: Identifier, event: Identifier, name: Localized, session: Identifier? = nil, categories: Set<Identifier> = [],
        demandsPayment: Bool = false, countsOut: Bool = false
    ) {
        self.id = id
        self.event = event
        self.name = name
        self.session = session
        self.categories = categories
        self.demandsPayment = demandsPayment
        self.countsOut = countsOut
    }

    package var reference: Reference { Reference(kind: "door", id: id, title: name, path: "") }

    /// What live pages of the doors of an event depend on.
    package static func topic(_ event: Identifier) -> String { "door:\(event)" }
    /// What is done at the doors of an event waits for each other here.
    package static func lane(_ event: Identifier) -> String { "door \(event)" }
}
