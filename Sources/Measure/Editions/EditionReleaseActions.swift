import Base
import People
import Store

/// Making an edition public: at an instant, or on a cue by the hand of somebody who was named for it.
package enum EditionReleaseActions {
    /// Says when and by whom. Named releasers need no other role; with none named, whoever runs the alliance's year may.
    package static func plan(
        _ id: Identifier, embargo: Instant?, releasers: [Identifier], by viewer: Viewer?, in tx: Writer
    ) throws {
        let (viewer, old) = try EditionActions.find(id, viewer, tx)
        guard old.state != .released else { throw Refusal(.conflict, "measure.refusal.state", field: "state") }
        if let embargo, embargo <= tx.now { throw Refusal(.invalid, "measure.refusal.embargoPast", field: "embargo") }
        guard try PersonStore.named(releasers, in: tx).count == Set(releasers).count else {
            throw Refusal(.invalid, "measure.refusal.person", field: "releaser")
        }
        let before = try EditionStore.releasers(of: id, in: tx)
        try EditionStore.setReleasers(releasers, of: id, in: tx)
        var edition = old
        edition.embargo = embargo
        try EditionActions.save(
            "index.releasePlanned", old, edition, by: viewer.person, before: json(before.map(\.text)),
            after: json(releasers.map(\.text) + [embargo?.description ?? "cue"]), in: tx)
    }

    /// Whether somebody may give the cue. Who may not even look at the desk must be named.
    package static func mayRelease(_ edition: IndexEdition, _ viewer: Viewer?, in tx: Reader) throws -> Bool {
        guard let viewer else { return false }
        let named = try EditionStore.releasers(of: edition.id, in: tx)
        return named.isEmpty ? viewer.may(.secretariat) : named.contains(viewer.person)
    }

    /// The cue. Before the end of an embargo it is refused to everyone.
    package static func release(_ id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let edition = try EditionStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        guard try mayRelease(edition, viewer, in: tx) else {
            // Who has nothing to do with it is not told that there is such an edition.
            throw viewer.may(.secretariat)
                ? Refusal(.forbidden, "measure.refusal.releaser") : Refusal(.notFound, "refusal.notFound")
        }
        if let embargo = edition.embargo, tx.now < embargo {
            throw Refusal(.conflict, "measure.refusal.embargo", field: "state")
        }
        try publish(edition, by: viewer.person, in: tx)
    }

    /// What the clock does: editions whose embargo has ended. Everybody's round, so nobody's permission is asked. What it made
    /// public.
    @discardableResult
    package static func releaseDue(in tx: Writer) throws -> [Identifier] {
        try EditionStore.due(in: tx).map { edition in
            try publish(edition, by: nil, in: tx)
            return edition.id
        }
    }

    private static func publish(_ old: IndexEdition, by person: Identifier?, in tx: Writer) throws {
        guard old.state == .frozen else { throw Refusal(.conflict, "measure.refusal.state", field: "state") }
        var edition = old
        edition.state = .released
        edition.releasedAt = tx.now
        try EditionActions.save("index.released", old, edition, by: person, in: tx)
    }
}
