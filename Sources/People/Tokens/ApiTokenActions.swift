import Base
import Store

/// Making, using and revoking one's own tokens.
package enum ApiTokenActions {
    /// Makes a token for the viewer. The secret is given back this once; only its digest is kept.
    package static func create(_ draft: ApiTokenDraft, by viewer: Viewer?, in tx: Writer) throws -> (
        token: ApiToken, secret: String
    ) {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard (1...80).contains(draft.name.count) else { throw Refusal(.invalid, "token.refusal.name", field: "name") }
        guard !draft.scopes.isEmpty else { throw Refusal(.invalid, "token.refusal.scopes", field: "scope-read") }
        guard ApiToken.terms.contains(draft.days) else { throw Refusal(.invalid, "token.refusal.days", field: "days") }
        if let event = draft.event, !viewer.may(.reader, in: event) {
            throw Refusal(.invalid, "token.refusal.event", field: "event")
        }
        let live = try ApiTokenStore.of(viewer.person, in: tx).count { $0.isLive(at: tx.now) }
        guard live < ApiToken.mostLive else {
            throw Refusal(.conflict, "token.refusal.many", ["count": String(ApiToken.mostLive)], field: "name")
        }
        let scopes = draft.scopes.reduce(into: draft.scopes) { $0.formUnion($1.implied) }
        let token = ApiToken(
            id: tx.newID(), person: viewer.person, name: draft.name, scopes: scopes, event: draft.event,
            createdAt: tx.now, expiresAt: tx.now.adding(minutes: draft.days * 1440))
        let secret = ApiToken.newSecret()
        try ApiTokenStore.insert(token, digest: ApiToken.digest(secret), in: tx)
        try say("token.created", token, viewer, tx)
        return (token, secret)
    }

    /// Ends one of the viewer's own tokens at once; one that has ended already stays ended.
    package static func revoke(_ id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let token = try ApiTokenStore.find(id, in: tx), token.person == viewer.person else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        try ApiTokenStore.revoke(id, in: tx)
        try say("token.revoked", token, viewer, tx)
    }

    /// What a secret opens now; nil if it opens nothing (any more). Using a token is no verb of its own: what is done with
    /// it is in the audit trail under the person's name.
    package static func open(_ secret: String, in database: Database) async throws -> (viewer: Viewer, token: ApiToken)? {
        guard secret.hasPrefix(ApiToken.mark), secret.utf8.count <= 100 else { return nil }
        let digest = ApiToken.digest(secret)
        let found = try await database.read { tx -> (viewer: Viewer, token: ApiToken)? in
            guard let token = try ApiTokenStore.find(digest: digest, in: tx), token.isLive(at: tx.now),
                let viewer = try RoleStore.viewer(token.person, in: tx)
            else { return nil }
            return (token.narrowed(viewer), token)
        }
        if let token = found?.token {
            let isFresh = token.lastUsedAt.map { database.now < $0.adding(seconds: ApiToken.precision) } ?? false
            if !isFresh { try await database.write { try ApiTokenStore.touch(token.id, in: $0) } }
        }
        return found
    }

    private static func say(_ verb: String, _ token: ApiToken, _ viewer: Viewer, _ tx: Writer) throws {
        let scopes = token.scopes.map(\.rawValue).sorted().joined(separator: " ")
        try tx.audit(verb, by: viewer.person, on: "token", token.id, after: scopes)
        let reference = Reference(
            kind: "person", id: viewer.person, title: Localized(viewer.name, "und"), path: "/desk/people/\(viewer.person)")
        try tx.note(Note(name: verb, reference: reference, payload: ["token": token.id.text, "scopes": scopes]))
    }
}
