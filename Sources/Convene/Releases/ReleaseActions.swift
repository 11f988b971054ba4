import Base
import Store

/// Publishing: the draft becomes a numbered release, which nobody can change.
package enum ReleaseActions {
    /// What publishing would do now: the draft, what the public sees, and what stands in the way.
    package struct Outlook: Sendable {
        package let draft: Programme
        package let latest: Release?
        package let changes: [ProgrammeChange]
        package let blocking: [ProgrammeWarning]
    }

    package static func look(at event: Event, by viewer: Viewer?, in tx: Reader) throws -> Outlook {
        _ = try viewer.demand(.reader, in: event.id)
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        let latest = try ReleaseShelf.latest(of: event.id, in: tx)
        return Outlook(
            draft: draft.published, latest: latest, changes: ProgrammeChange.diff(latest?.programme, draft.published),
            blocking: ProgrammeRules.warnings(of: draft.published).filter(\.code.blocksRelease))
    }

    /// Publishes the draft as the event's next release. `seen` is the digest of the draft that was looked at before: what
    /// somebody changed since is not published unseen.
    @discardableResult
    package static func publish(
        _ event: Event, message: Localized, seen: String? = nil, by viewer: Viewer?, in tx: Writer
    ) throws -> Release {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let draft = try ProgrammeStore.draft(of: event, in: tx).published
        if let seen, seen != ReleaseStore.digest(of: draft) { throw Refusal(.conflict, "release.refusal.changed") }
        return try release(draft, of: event, message: message, restores: nil, verb: "release.publish", viewer, tx)
    }

    /// Brings the draft back to what release `number` held, and publishes it as a new release. The zone stays the event's.
    @discardableResult
    package static func restore(
        _ number: Int, of event: Event, message: Localized, by viewer: Viewer?, in tx: Writer
    ) throws -> Release {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let old = try ReleaseStore.find(event.id, number, in: tx) else {
            throw Refusal(.notFound, "release.refusal.notFound")
        }
        var programme = old.programme
        programme.zone = event.zone
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        let version = try ProgrammeStore.advance(event.id, in: tx)
        let kept = keeping(programme, unpublishedOf: draft)
        try ProgrammeStore.replace(draft, with: kept, of: event.id, version: version, in: tx)
        return try release(kept.published, of: event, message: message, restores: number, verb: "release.restore", viewer, tx)
    }

    /// An old release with what the draft holds beside it: what has no place or is internal was never in a release, and
    /// restoring one does not throw it away, nor the rooms and tracks that it needs.
    private static func keeping(_ programme: Programme, unpublishedOf draft: Programme) -> Programme {
        var kept = programme
        let restored = Set(programme.sessions.map(\.id))
        kept.unplaced = draft.unplaced.filter { !restored.contains($0.id) }
        let isInternal = draft.sessions.filter { $0.isInternal && !restored.contains($0.id) }
        kept.sessions += isInternal
        let beside = kept.unplaced + isInternal
        kept.rooms += draft.rooms.filter { room in kept.room(room.id) == nil && beside.contains { $0.room == room.id } }
        kept.tracks += draft.tracks.filter { track in kept.track(track.id) == nil && beside.contains { $0.track == track.id } }
        kept.days += draft.days.filter { day in
            !kept.days.contains { $0.date == day.date } && isInternal.contains { $0.date == day.date }
        }
        return kept
    }

    private static func release(
        _ programme: Programme, of event: Event, message: Localized, restores: Int?, verb: String, _ viewer: Viewer, _ tx: Writer
    ) throws -> Release {
        let blocking = ProgrammeRules.warnings(of: programme).count(where: \.code.blocksRelease)
        guard blocking == 0 else { throw Refusal(.conflict, "release.refusal.blocked", ["count": String(blocking)]) }
        guard !programme.sessions.isEmpty else { throw Refusal(.conflict, "release.refusal.empty") }
        let latest = try ReleaseStore.mark(of: event.id, in: tx)
        let digest = ReleaseStore.digest(of: programme)
        guard digest != latest?.digest else { throw Refusal(.conflict, "release.refusal.unchanged") }
        var frozen = programme
        frozen.sort()
        let release = Release(
            id: tx.newID(), event: event.id, number: (latest?.number ?? 0) + 1, message: message, at: tx.now, by: viewer.person,
            digest: digest, restores: restores, programme: frozen)
        try ReleaseStore.insert(release, in: tx)
        try tx.audit(verb, by: viewer.person, on: "release", release.id, after: ReleaseStore.canonical(release.programme))
        try tx.note(
            Note(
                name: "release.published", reference: event.reference,
                payload: ["number": String(release.number), "digest": digest, "release": release.id.text]))
        try tx.changed(event.topic)
        return release
    }
}
