import Base
import Store

/// Issuing and revoking what people are certified. Two checks that know nothing of each other stand before each certificate:
/// the organiser's policy (`CertificateRules`) and what the database holds (`CertificateStore`).
package enum CertificateActions {
    /// So many in one transaction, so that no press holds up the desk.
    package static let batch = 500

    /// Certificates of attendance for those of `registrations` who were there and have none; nil: for everybody. Gives back how
    /// many were issued, at most `batch`: who wants all asks until none comes.
    package static func issueAttendance(
        _ registrations: Set<Identifier>? = nil, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> [Certificate] {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let maker = try Maker(event, in: tx)
        let taken = try CertificateStore.validKeys(of: event.id, in: tx)
        var issued: [Certificate] = []
        for evidence in try evidence(of: event, in: tx) {
            let one = evidence.registration
            guard issued.count < batch else { break }
            guard registrations?.contains(one.id) ?? true,
                !taken.contains(CertificateStore.key(.attendance, registration: one.id)),
                CertificateRules.objection(to: evidence, of: event, on: maker.today) == nil
            else { continue }
            let made = maker.make(.attendance, for: one, mode: evidence.mode, in: tx)
            if try CertificateStore.insertAttendance(made, of: one.id, in: tx) { issued.append(made) }
        }
        try say("certificate.issued", issued, event, by: viewer, in: tx)
        return issued
    }

    /// Certificates for those who present in the released programme and have none. `keys`: only for these.
    package static func issueSpeakers(
        _ keys: Set<SpeakerKey>? = nil, of event: Event, language: Language, by viewer: Viewer?, in tx: Writer
    ) throws -> [Certificate] {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let maker = try Maker(event, in: tx)
        guard maker.today >= event.first else { throw Refusal(.conflict, "certificate.refusal.early") }
        guard let release = try ReleaseShelf.latest(of: event.id, in: tx) else {
            throw Refusal(.conflict, "certificate.refusal.unreleased")
        }
        let taken = try CertificateStore.validKeys(of: event.id, in: tx)
        let registered = try RegistrationListStore.all(of: event.id, RegistrationFilter(states: [.confirmed]), in: tx)
        let owners = Dictionary(
            registered.compactMap { one in one.person.map { ($0, one) } }, uniquingKeysWith: { first, _ in first })
        var issued: [Certificate] = []
        for speaker in CertificateRules.speakers(of: release.programme, until: maker.today) {
            guard keys?.contains(speaker.key) ?? true,
                !taken.contains(CertificateStore.key(speaker: speaker.key, of: event.id))
            else { continue }
            // Only a link says that a registration is hers: a name is not enough.
            let made = maker.make(speaker, owner: speaker.key.person.flatMap { owners[$0] }, language: language, in: tx)
            if try CertificateStore.insertSpeaker(made, speaker.key, release: release.id, in: tx) { issued.append(made) }
        }
        try say("certificate.issued", issued, event, by: viewer, in: tx)
        return issued
    }

    package static func revoke(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let one = try CertificateStore.find(id, in: tx), one.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard try CertificateStore.revoke(id, in: tx) else { return }
        try say("certificate.revoked", [one], event, by: viewer, in: tx)
    }

    /// Who takes part on line passes no door: the organiser says who was there, and takes it back.
    package static func mark(
        _ registrations: Set<Identifier>, is present: Bool, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        let modes = try modes(of: event, in: tx)
        let known = try RegistrationListStore.all(of: event.id, RegistrationFilter(states: [.confirmed]), in: tx)
            .filter { registrations.contains($0.id) && modes[$0.category] == .online }
        guard !known.isEmpty else { return }
        for one in known {
            if present {
                try CertificateStore.mark(one.id, of: event.id, by: viewer.person, in: tx)
            } else {
                try CertificateStore.unmark(one.id, in: tx)
            }
        }
        let verb = present ? "attendance.marked" : "attendance.unmarked"
        try tx.audit(
            verb, by: viewer.person, on: "event", event.id, after: known.map(\.number).sorted().joined(separator: " "))
        try tx.note(Note(name: verb, reference: event.reference, payload: ["count": String(known.count)]))
    }

    /// What came of a list of addresses.
    package struct Marked: Hashable, Sendable {
        /// So many who take part on line have one of them.
        package let marked: Int
        /// Addresses of nobody who takes part on line.
        package let unknown: [String]
    }

    /// Marks those who have these addresses: the list of participants of a video conference. Nobody is taken back by it.
    package static func markPresent(
        _ addresses: AttendanceAddresses, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Marked {
        _ = try viewer.demand(.organiser, in: event.id)
        let people = try evidence(of: event, in: tx).filter { $0.mode == .online }
        let known = Dictionary(
            people.map { ($0.registration.holder.email.lowercased(), $0.registration.id) },
            uniquingKeysWith: { first, _ in first })
        let found = addresses.all.compactMap { known[$0] }
        try mark(Set(found), is: true, of: event, by: viewer, in: tx)
        return Marked(marked: found.count, unknown: addresses.all.filter { known[$0] == nil })
    }

    // MARK: Letters of invitation

    /// The holder has her letter made, by whoever has the address of her registration's page. Made again, it is the same one
    /// unless she has corrected something: then the older one is revoked.
    package static func invite(
        _ one: Registration, of event: Event, category: PlaceCategory, words: (Language) -> InvitationText.Voice,
        by viewer: Viewer?,
        in tx: Writer
    ) throws -> Certificate {
        let settings = try PaperSettingsStore.find(event.id, in: tx)
        guard one.state == .confirmed else { throw Refusal(.conflict, "registration.refusal.notConfirmed") }
        guard settings.isInvitationOpen, !settings.invitation.isEmpty else {
            throw Refusal(.notFound, "papers.invitation.closed")
        }
        let text = InvitationText(settings.invitation, for: one, event: event, category: category, words: words)
        let maker = try Maker(event, settings, in: tx)
        let before = try CertificateStore.of(registration: one.id, in: tx)
            .last { $0.kind == .invitation && $0.revokedAt == nil }
        if let before {
            var same = maker.invitation(one, text, mode: category.mode, number: before.number)
            same.date = before.content.date
            if same == before.content { return before }
            _ = try CertificateStore.revoke(before.id, in: tx)
        }
        let made = maker.made(
            maker.invitation(one, text, mode: category.mode, number: Certificate.newNumber()), one.id, one.person, in: tx)
        guard try CertificateStore.insertInvitation(made, of: one, in: tx) else {
            throw Refusal(.conflict, "registration.refusal.meanwhile")
        }
        try tx.audit("invitation.issued", by: viewer?.person, on: "registration", one.id, after: made.digest)
        try tx.note(Note(name: "invitation.issued", reference: one.reference, payload: ["number": made.number]))
        return made
    }

    /// Headings, hands and the text of letters.
    package static func setPapers(_ settings: PaperSettings, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard settings.signatories.count <= PaperSettings.mostSignatories, settings.letterhead.count <= PaperSettings.mostLines,
            settings.invitation.texts.values.allSatisfy({ PaperSettings.faults(of: $0).isEmpty })
        else { throw Refusal(.invalid, "registration.refusal.form") }
        let before = try PaperSettingsStore.find(event.id, in: tx)
        try PaperSettingsStore.set(settings, of: event.id, in: tx)
        try tx.audit("papers.set", by: viewer.person, on: "event", event.id, before: json(before), after: json(settings))
        try tx.note(Note(name: "papers.set", reference: event.reference))
    }

    // MARK: Parts

    /// What speaks for everybody who is confirmed. The same number of statements for any number of them.
    package static func evidence(of event: Event, in tx: Reader) throws -> [CertificateRules.Evidence] {
        let attended = try AttendanceStore.attended(event.id, in: tx)
        let marked = try CertificateStore.marked(of: event.id, in: tx)
        let modes = try modes(of: event, in: tx)
        return try RegistrationListStore.all(of: event.id, RegistrationFilter(states: [.confirmed]), in: tx).map {
            CertificateRules.Evidence(
                registration: $0, mode: modes[$0.category] ?? .room, wasScanned: attended[$0.id] != nil,
                isMarked: marked.contains($0.id))
        }
    }

    private static func modes(of event: Event, in tx: Reader) throws -> [Identifier: PlaceCategory.Mode] {
        Dictionary(
            try PlaceCategoryStore.all(of: event.id, in: tx).map { ($0.category.id, $0.category.mode) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func say(_ verb: String, _ all: [Certificate], _ event: Event, by viewer: Viewer, in tx: Writer) throws {
        guard !all.isEmpty else { return }
        try tx.audit(
            verb, by: viewer.person, on: "event", event.id, after: all.map(\.digest).sorted().joined(separator: " "))
        try tx.note(Note(name: verb, reference: event.reference, payload: ["count": String(all.count)]))
    }
}
