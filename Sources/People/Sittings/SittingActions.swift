import Base
import Store
import Web

/// The viewer's own browsers: which are signed in, and ending that.
package enum SittingActions {
    package static func list(by viewer: Viewer?, in tx: Reader) throws -> [Sitting] {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        return try SessionStore.sittings(of: viewer.person, in: tx)
    }

    /// Ends one; what is not the viewer's is not found.
    package static func end(_ digest: String, by viewer: Viewer?, in tx: Writer) throws {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard try SessionStore.close(digest: digest, of: viewer.person, in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        try WayInActions.say("sitting.ended", viewer.person, tx)
    }

    /// Ends all but the asking browser's.
    package static func endOthers(browser: String, by viewer: Viewer?, in tx: Writer) throws {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        try SessionStore.closeAll(of: viewer.person, except: browser, in: tx)
        try WayInActions.say("sitting.othersEnded", viewer.person, tx)
    }
}
