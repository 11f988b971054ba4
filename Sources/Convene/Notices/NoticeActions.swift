import Base
import People
import Store

/// Telling the people concerned by a release: once, when the planner says so.
package enum NoticeActions {
    /// Somebody who is concerned, and whether a letter can reach her.
    package struct Entry: Hashable, Sendable {
        package let notice: ReleaseNotice
        /// The person of ours behind the name, if there is one.
        package let person: Person?
        package var address: String? { person?.email }
    }
    package struct Outlook: Sendable {
        package let release: Release
        /// The release that people know of; nil if they were told of none.
        package let since: Int?
        package let entries: [Entry]
        /// When they were told; nil if that is still to be done.
        package let toldAt: Instant?
        /// Only the newest release can be told: an older one is no longer true.
        package let isLatest: Bool
        package let recipients: Set<Identifier>
    }

    /// Who would be told what of release `number`.
    package static func look(at number: Int, of event: Event, by viewer: Viewer?, in tx: Reader) throws -> Outlook {
        _ = try viewer.demand(.organiser, in: event.id)
        guard let release = try ReleaseStore.find(event.id, number, in: tx) else {
            throw Refusal(.notFound, "release.refusal.notFound")
        }
        let since = try NoticeStore.lastTold(before: number, of: event.id, in: tx)
        let known = try since.flatMap { try ReleaseStore.find(event.id, $0, in: tx) }
        let notices = ReleaseNotice.notices(from: known?.programme, to: release.programme)
        let links = try linked(in: ProgrammeStore.draft(of: event, in: tx))
        let persons = try PersonStore.named(notices.compactMap { $0.person ?? links[folded($0.name)] }, in: tx)
        let entries = notices.map { notice in
            Entry(notice: notice, person: (notice.person ?? links[folded(notice.name)]).flatMap { persons[$0] })
        }
        return Outlook(
            release: release, since: since, entries: entries, toldAt: try NoticeStore.told(number, of: event.id, in: tx),
            isLatest: try ReleaseStore.mark(of: event.id, in: tx)?.number == number,
            recipients: try NoticeStore.recipients(number, of: event.id, in: tx))
    }

    /// Puts a letter for each of the chosen into the outbox. Two names of one person get one letter: the first's.
    @discardableResult
    package static func tell(
        _ number: Int, of event: Event, chosen: Set<String>, by viewer: Viewer?, in tx: Writer,
        compose: (Entry, String) -> LetterDraft
    ) throws -> Int {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let outlook = try look(at: number, of: event, by: viewer, in: tx)
        guard outlook.isLatest else { throw Refusal(.conflict, "notice.refusal.older") }
        guard outlook.toldAt == nil else { throw Refusal(.conflict, "notice.refusal.told") }
        try NoticeStore.markTold(number, of: event.id, by: viewer.person, in: tx)
        var reached: Set<Identifier> = []
        let replyTo = try MailSettingStore.replyTo(of: event.id, in: tx)
        for entry in outlook.entries where chosen.contains(entry.notice.key) {
            guard let person = entry.person, let address = entry.address, reached.insert(person.id).inserted else { continue }
            var draft = compose(entry, address)
            draft.replyTo = replyTo
            let letter = try tx.post(draft)
            try NoticeStore.insert(number, of: event.id, person: person.id, letter: letter, in: tx)
        }
        let count = String(reached.count)
        try tx.audit("release.told", by: viewer.person, on: "release", outlook.release.id, after: count)
        try tx.note(
            Note(name: "release.told", reference: event.reference, payload: ["number": String(number), "letters": count]))
        return reached.count
    }

    /// Says who stands behind a name of the programme: wherever it stands in the draft, it is that person from now on.
    package static func link(
        _ name: String, to address: String, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Person {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        let wanted = folded(name)
        let places = (draft.sessions + draft.unplaced).filter { $0.appearances.contains { folded($0.name) == wanted } }
        guard let shown = places.first?.appearances.first(where: { folded($0.name) == wanted })?.name else {
            throw Refusal(.notFound, "notice.refusal.noName")
        }
        let person = try PersonActions.admit(PersonDraft(name: shown, email: address), in: event.id, by: viewer, in: tx)
        let version = try ProgrammeStore.advance(event.id, in: tx)
        for place in places {
            var session = place
            for index in session.appearances.indices where folded(session.appearances[index].name) == wanted {
                session.appearances[index].person = person.id
            }
            let isPlaced = draft.session(session.id) != nil
            try ProgrammeStore.update(session, of: event.id, isPlaced: isPlaced, version: version, in: tx)
        }
        try tx.audit("speaker.linked", by: viewer.person, on: "person", person.id, after: event.id.text)
        try tx.note(Note(name: "speaker.linked", reference: event.reference, payload: ["person": person.id.text]))
        return person
    }

    /// Names of the draft that are linked, for releases that were made before they were.
    private static func linked(in draft: Programme) -> [String: Identifier] {
        var found: [String: Identifier] = [:]
        for one in (draft.sessions + draft.unplaced).flatMap(\.appearances) {
            if let person = one.person { found[folded(one.name)] = person }
        }
        return found
    }
}
