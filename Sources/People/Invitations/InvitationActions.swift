import Base
import Store
import Web

/// Inviting somebody to a role, and accepting that. Who may give a role may invite to it. An invitation changes nothing of
/// an account that there is already but adds the role.
package enum InvitationActions {
    package struct Invited: Hashable, Sendable {
        package let invitation: Invitation
        /// What the letter carries; only its digest is stored.
        package let token: String
    }
    package enum Accepted: Hashable, Sendable {
        /// Somebody new, or who was signed in here already.
        case signedIn(SignInActions.SignedIn)
        /// An account that there was: its owner signs in as always. The letter alone opens nothing of hers.
        case granted
    }

    package static func invite(_ email: String, to grant: Grant, by viewer: Viewer?, in tx: Writer) throws -> Invited {
        let viewer = try RoleActions.permitted(grant, viewer)
        guard Person.isEmail(email) else { throw Refusal(.invalid, "people.refusal.email", field: "email") }
        try InvitationStore.deleteOld(in: tx)
        if let open = try InvitationStore.pending(email, grant, in: tx) { return try send(open, viewer, tx) }
        try demandFew(email, viewer, tx)
        let invitation = Invitation(
            id: tx.newID(), email: email, grant: grant, inviter: viewer.person, createdAt: tx.now, expiresAt: end(tx))
        let token = FormGuard.newSecret()
        try InvitationStore.insert(invitation, digest: FormGuard.digest(token), in: tx)
        try say("invitation.sent", invitation, viewer.person, tx)
        return Invited(invitation: invitation, token: token)
    }

    /// Sends the letter again, with another link and a whole week.
    package static func resend(_ id: Identifier, by viewer: Viewer?, in tx: Writer) throws -> Invited {
        let (invitation, viewer) = try open(id, viewer, tx)
        return try send(invitation, viewer, tx)
    }

    package static func withdraw(_ id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let (invitation, viewer) = try open(id, viewer, tx)
        guard try InvitationStore.withdraw(id, in: tx) else { throw Refusal(.gone, "invitation.refusal.over") }
        try say("invitation.withdrawn", invitation, viewer.person, tx)
    }

    /// The invitation behind a letter's link, with whoever sent it, as long as she may still give that role.
    package static func read(_ token: String, in tx: Reader) throws -> (invitation: Invitation, inviter: Viewer) {
        guard let invitation = try InvitationStore.find(digest: FormGuard.digest(token), in: tx),
            invitation.state(at: tx.now) == .open, let inviter = try RoleStore.viewer(invitation.inviter, in: tx),
            (try? RoleActions.permitted(invitation.grant, inviter)) != nil
        else { throw Refusal(.gone, "invitation.refusal.over") }
        return (invitation, inviter)
    }

    /// Gives the role to whoever has the invited address; `name` is asked of somebody new.
    package static func accept(
        _ token: String, name: String?, browser: String, device: String, by viewer: Viewer?, in tx: Writer
    ) throws -> Accepted {
        let (invitation, inviter) = try read(token, in: tx)
        let known = try PersonStore.find(email: invitation.email, in: tx)
        if let viewer, viewer.person != known?.id { throw Refusal(.conflict, "invitation.refusal.other") }
        let name = (name ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let person =
            try known
            ?? PersonActions.addInvited(
                PersonDraft(name: name, email: invitation.email), by: inviter.person, in: tx)
        guard try InvitationStore.accept(invitation.id, by: person.id, in: tx) else {
            throw Refusal(.gone, "invitation.refusal.over")
        }
        if try !RoleStore.grants(of: person.id, in: tx).contains(invitation.grant) {
            try RoleActions.grant(invitation.grant, to: person.id, by: inviter, in: tx)
        }
        try say("invitation.accepted", invitation, person.id, tx)
        guard known == nil || viewer != nil else { return .granted }
        return .signedIn(
            try SignInActions.begin(person.id, browser: browser, device: device, next: "/desk", in: tx))
    }

    private static func open(_ id: Identifier, _ viewer: Viewer?, _ tx: Reader) throws -> (Invitation, Viewer) {
        guard viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let invitation = try InvitationStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        let viewer = try RoleActions.permitted(invitation.grant, viewer)
        guard [.open, .expired].contains(invitation.state(at: tx.now)) else {
            throw Refusal(.gone, "invitation.refusal.over")
        }
        return (invitation, viewer)
    }

    private static func send(_ invitation: Invitation, _ viewer: Viewer, _ tx: Writer) throws -> Invited {
        try demandFew(invitation.email, viewer, tx)
        let token = FormGuard.newSecret()
        try InvitationStore.renew(
            invitation.id, digest: FormGuard.digest(token), by: viewer.person, until: end(tx), in: tx)
        try say("invitation.sentAgain", invitation, viewer.person, tx)
        guard let renewed = try InvitationStore.find(invitation.id, in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return Invited(invitation: renewed, token: token)
    }

    /// Nobody's letter box is filled by us, and nobody sends letters to the world.
    private static func demandFew(_ email: String, _ viewer: Viewer, _ tx: Reader) throws {
        let there = try LetterStore.count(
            to: email, purpose: InvitationActions.purpose, since: tx.now.adding(minutes: -60), in: tx)
        let sent = try InvitationStore.sent(by: viewer.person, since: tx.now.adding(minutes: -1440), in: tx)
        guard there < Invitation.lettersAnHour, sent < Invitation.lettersADay else {
            throw Refusal(.tooMany, "invitation.refusal.many", field: "email")
        }
    }

    static let purpose = "invitation"

    private static func end(_ tx: Reader) -> Instant { tx.now.adding(minutes: Invitation.days * 1440) }

    /// The audit names the role; the address stays out of notes.
    private static func say(_ verb: String, _ invitation: Invitation, _ actor: Identifier, _ tx: Writer) throws {
        try tx.audit(verb, by: actor, on: "invitation", invitation.id, after: json(invitation.grant))
        let reference = Reference(
            kind: "invitation", id: invitation.id, title: Localized("—", "und"), path: "/desk")
        try tx.note(
            Note(
                name: verb, reference: reference,
                payload: [
                    "role": invitation.grant.role.rawValue, "scope": invitation.grant.scope?.text ?? "",
                    "part": invitation.grant.part?.text ?? "",
                ]))
    }
}
