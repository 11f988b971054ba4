import Store

/// Roles that are bound to one part of an event.
enum RoleSchema {
    static let migrations = [
        // A key cannot be changed in place in both engines. Nothing refers to the table, and it is a small one.
        Migration(
            id: "people-206-role-part",
            sql: """
                CREATE TABLE role_grant_with_part (
                  person_id TEXT NOT NULL REFERENCES person (id),
                  role TEXT NOT NULL,
                  scope TEXT NOT NULL,
                  part TEXT NOT NULL,
                  granted_at BIGINT NOT NULL,
                  granted_by TEXT,
                  PRIMARY KEY (person_id, role, scope, part)
                );
                INSERT INTO role_grant_with_part (person_id, role, scope, part, granted_at, granted_by)
                SELECT person_id, role, scope, '', granted_at, granted_by FROM role_grant;
                DROP TABLE role_grant;
                ALTER TABLE role_grant_with_part RENAME TO role_grant;
                ALTER TABLE invitation ADD COLUMN part TEXT NOT NULL DEFAULT '';
                """)
    ]
}
