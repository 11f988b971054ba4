import Base
import Store

/// What somebody with an account does with her own favourites: nobody's role lets him touch another's.
package enum FavouriteActions {
    /// So many sessions of one event may be chosen.
    package static let most = 500

    /// Adds a session of the event's programme; one that is there already stays.
    package static func add(_ session: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try demanded(viewer)
        guard let release = try ReleaseStore.latest(of: event.id, in: tx), release.programme.session(session) != nil else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        let own = try FavouriteStore.of(viewer.person, in: event.id, tx)
        guard !own.contains(session) else { return }
        try demandRoom(own.count + 1)
        _ = try FavouriteStore.add(session, of: event.id, for: viewer.person, in: tx)
        try say("favourite.added", [session], event, viewer, tx)
    }

    /// Takes one away, also one that is no more in the programme.
    package static func remove(_ session: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try demanded(viewer)
        guard try FavouriteStore.remove(session, of: event.id, for: viewer.person, in: tx) else { return }
        try say("favourite.removed", [session], event, viewer, tx)
    }

    /// Puts what was kept in a browser to the viewer's own. What is not in the programme is passed over.
    package static func adopt(_ sessions: [Identifier], of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try demanded(viewer)
        let release = try ReleaseStore.latest(of: event.id, in: tx)
        let known = Set(release?.programme.sessions.map(\.id) ?? [])
        let own = try FavouriteStore.of(viewer.person, in: event.id, tx)
        let new = FavouriteCookie(sessions).sessions.filter { known.contains($0) && !own.contains($0) }
        try demandRoom(own.count + new.count)
        for session in new { _ = try FavouriteStore.add(session, of: event.id, for: viewer.person, in: tx) }
        guard !new.isEmpty else { return }
        try say("favourite.adopted", new, event, viewer, tx)
    }

    /// Makes the address of the viewer's own calendar, or a new one that ends the old. Its secret is given back this once.
    package static func renewCalendar(of event: Event, by viewer: Viewer?, in tx: Writer) throws -> String {
        let viewer = try demanded(viewer)
        let secret = CalendarSecret.new()
        guard let digest = CalendarSecret.digest(secret) else { throw Refusal(.invalid, "refusal.notFound") }
        try FavouriteStore.setCalendar(digest: digest, for: viewer.person, in: event.id, tx)
        try say("favourite.calendarMade", [], event, viewer, tx)
        return secret
    }

    package static func endCalendar(of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try demanded(viewer)
        guard try FavouriteStore.calendarMade(for: viewer.person, in: event.id, tx) != nil else { return }
        try FavouriteStore.removeCalendar(for: viewer.person, in: event.id, tx)
        try say("favourite.calendarEnded", [], event, viewer, tx)
    }

    /// The favourites that a calendar's address shows; it opens that one event's and nothing else.
    package static func open(_ secret: String, of event: Event, in tx: Reader) throws -> [Identifier] {
        guard let digest = CalendarSecret.digest(secret),
            let person = try FavouriteStore.owner(digest: digest, in: event.id, tx)
        else { throw Refusal(.notFound, "refusal.notFound") }
        return try FavouriteStore.of(person, in: event.id, tx)
    }

    private static func demanded(_ viewer: Viewer?) throws -> Viewer {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        return viewer
    }

    private static func demandRoom(_ count: Int) throws {
        guard count <= most else { throw Refusal(.conflict, "favourite.refusal.many", ["count": String(most)]) }
    }

    private static func say(_ verb: String, _ sessions: [Identifier], _ event: Event, _ viewer: Viewer, _ tx: Writer) throws {
        let what = sessions.map(\.text).joined(separator: " ")
        try tx.audit(verb, by: viewer.person, on: "event", event.id, after: what)
        try tx.note(Note(name: verb, reference: event.reference, payload: ["sessions": what]))
    }
}
