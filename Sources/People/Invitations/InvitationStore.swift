import Base
import Store

/// Invitations in the database, by the digest of what their letters carry.
package enum InvitationStore {
    private static let columns: SQL =
        "id, email, role, scope, part, invited_by, created_at, expires_at, accepted_at, withdrawn_at"

    package static func find(_ id: Identifier, in tx: Reader) throws -> Invitation? {
        try tx.first("SELECT \(columns) FROM invitation WHERE id = \(id)").map(invitation)
    }
    package static func find(digest: String, in tx: Reader) throws -> Invitation? {
        try tx.first("SELECT \(columns) FROM invitation WHERE digest = \(digest)").map(invitation)
    }

    /// Those to one event, or to everywhere, that wait or came to nothing; the newest first.
    package static func pending(in scope: Identifier?, in tx: Reader) throws -> [Invitation] {
        try tx.rows(
            """
            SELECT \(columns) FROM invitation WHERE scope = \(scope?.text ?? "") AND accepted_at IS NULL
            AND withdrawn_at IS NULL ORDER BY created_at DESC, id DESC
            """
        ).map(invitation)
    }

    /// One to the same address for the same role that has not been answered.
    static func pending(_ email: String, _ grant: Grant, in tx: Reader) throws -> Invitation? {
        try tx.first(
            """
            SELECT \(columns) FROM invitation WHERE email_folded = \(Person.folded(email)) AND role = \(grant.role.rawValue)
            AND scope = \(grant.scope?.text ?? "") AND part = \(grant.part?.text ?? "") AND accepted_at IS NULL AND withdrawn_at IS NULL
            """
        ).map(invitation)
    }

    /// How many letters somebody had sent since then.
    static func sent(by inviter: Identifier, since: Instant, in tx: Reader) throws -> Int {
        try tx.count("SELECT COUNT(*) FROM invitation WHERE invited_by = \(inviter) AND sent_at > \(since)")
    }

    static func insert(_ invitation: Invitation, digest: String, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO invitation
              (id, digest, email, email_folded, role, scope, part, invited_by, created_at, sent_at, expires_at)
            VALUES (\(invitation.id), \(digest), \(invitation.email), \(Person.folded(invitation.email)),
              \(invitation.grant.role.rawValue), \(invitation.grant.scope?.text ?? ""),
              \(invitation.grant.part?.text ?? ""), \(invitation.inviter),
              \(invitation.createdAt), \(tx.now), \(invitation.expiresAt))
            """)
    }

    /// A new letter: the old one's link is worth nothing from now on, and whoever sends it answers for it.
    static func renew(_ id: Identifier, digest: String, by inviter: Identifier, until expires: Instant, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE invitation SET digest = \(digest), invited_by = \(inviter), sent_at = \(tx.now), expires_at = \(expires)
            WHERE id = \(id)
            """)
    }

    /// True for the one who accepts it first.
    static func accept(_ id: Identifier, by person: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            UPDATE invitation SET accepted_at = \(tx.now), accepted_by = \(person)
            WHERE id = \(id) AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > \(tx.now)
            """) == 1
    }

    static func withdraw(_ id: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute(
            "UPDATE invitation SET withdrawn_at = \(tx.now) WHERE id = \(id) AND accepted_at IS NULL AND withdrawn_at IS NULL")
            == 1
    }

    /// They hold addresses of people who may never have answered.
    static func deleteOld(in tx: Writer) throws {
        let before = tx.now.adding(minutes: -Invitation.rememberedDays * 1440)
        try tx.execute("DELETE FROM invitation WHERE expires_at < \(before)")
    }

    private static func invitation(_ row: Row) throws -> Invitation {
        Invitation(
            id: try row.id("id"), email: try row.text("email"),
            grant: Grant(
                try row.raw("role"), in: try RoleStore.place(row, "scope"), part: try RoleStore.place(row, "part")),
            inviter: try row.id("invited_by"), createdAt: try row.instant("created_at"),
            expiresAt: try row.instant("expires_at"), acceptedAt: try row.optionalInstant("accepted_at"),
            withdrawnAt: try row.optionalInstant("withdrawn_at"))
    }

    static let personal = [
        PersonalRecord(
            "invitations", columns: ["invitation.accepted_by"],
            export: { person in
                """
                SELECT email, role, scope, part, created_at, expires_at, accepted_at FROM invitation
                WHERE accepted_by = \(person)
                OR email_folded IN (SELECT email_folded FROM person WHERE id = \(person) AND email_folded IS NOT NULL)
                """
            },
            erasure: .removed { person, tx in
                try tx.execute(
                    """
                    DELETE FROM invitation WHERE accepted_by = \(person)
                    OR email_folded IN (SELECT email_folded FROM person WHERE id = \(person) AND email_folded IS NOT NULL)
                    """)
            },
            merge: { from, into, tx in
                try tx.execute("UPDATE invitation SET accepted_by = \(into) WHERE accepted_by = \(from)")
            }),
        PersonalRecord(
            "invited", columns: ["invitation.invited_by"],
            export: { "SELECT role, scope, part, created_at, accepted_at FROM invitation WHERE invited_by = \($0)" },
            erasure: .removed { person, tx in
                try tx.execute("DELETE FROM invitation WHERE invited_by = \(person)")
            },
            // An open one lives by its sender's roles, which do not travel.
            merge: { from, _, tx in try tx.execute("DELETE FROM invitation WHERE invited_by = \(from)") }),
    ]
}
