import Base
import HTML

/// What the star of a session sends.
package struct FavouriteForm: Sendable {
    package enum Action: String, Sendable {
        case add, remove
        /// What the browser keeps goes to the account.
        case adopt
    }
    package let action: Action?
    package let session: String
    package let next: String

    /// `line` gives a field's cleaned text.
    package init(sent line: (String) -> String) {
        action = Action(rawValue: line("action"))
        session = line("session")
        next = line("next")
    }

    /// The session that is meant; of an adoption none.
    package func wish() throws -> (action: Action, session: Identifier?) {
        guard let action else { throw Complaints("action", "favourite.refusal.action") }
        if action == .adopt { return (action, nil) }
        guard let id = Identifier(session) else { throw Complaints("session", "favourite.refusal.session") }
        return (action, id)
    }

    /// Where the reader was: a page of this event, else her own.
    package func back(_ event: Event) -> String {
        let isOurs = next == event.path || next.hasPrefix(event.path + "/") || next.hasPrefix(event.path + "?")
        return isOurs && !next.contains("\\") && !next.contains("//") ? next : event.path + "/mine"
    }
}
