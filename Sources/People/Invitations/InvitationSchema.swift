import Store

/// The table of invitations.
enum InvitationSchema {
    static let migrations = [
        Migration(
            id: "people-204-invitation",
            sql: """
                CREATE TABLE invitation (
                  id TEXT NOT NULL PRIMARY KEY,
                  digest TEXT NOT NULL UNIQUE,
                  email TEXT NOT NULL,
                  email_folded TEXT NOT NULL,
                  role TEXT NOT NULL,
                  scope TEXT NOT NULL,
                  invited_by TEXT NOT NULL REFERENCES person (id),
                  created_at BIGINT NOT NULL,
                  sent_at BIGINT NOT NULL,
                  expires_at BIGINT NOT NULL,
                  accepted_at BIGINT,
                  accepted_by TEXT REFERENCES person (id),
                  withdrawn_at BIGINT
                );
                CREATE INDEX invitation_scope ON invitation (scope);
                CREATE INDEX invitation_inviter ON invitation (invited_by, sent_at);
                """)
    ]
}
