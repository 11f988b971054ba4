import Base
import Store

/// What the tables of conferences tell of persons.
package enum AppearanceStore {
    package static let records: [PersonalRecord] = [appearances, releases, told, notices, imports, steps]

    /// In the draft the name stays, since it is the organisers' plan, and loses the person behind it. What was published
    /// is not touched.
    private static let appearances = PersonalRecord(
        "appearances", columns: ["programme_appearance.person_id"],
        export: { "SELECT event_id, session_id, name, affiliation, role FROM programme_appearance WHERE person_id = \($0)" },
        erasure: .removed { person, tx in
            try tx.execute("UPDATE programme_appearance SET person_id = NULL WHERE person_id = \(person)")
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE programme_appearance SET person_id = \(into) WHERE person_id = \(from)")
        })

    private static let releases = PersonalRecord(
        "releases", columns: ["programme_release.by_person"],
        export: { "SELECT event_id, number, at FROM programme_release WHERE by_person = \($0)" },
        erasure: .kept("published"), merge: { _, _, _ in })

    private static let told = PersonalRecord(
        "told", columns: ["release_told.by_person"],
        export: { "SELECT event_id, number, at FROM release_told WHERE by_person = \($0)" },
        erasure: .kept("audit"), merge: { _, _, _ in })

    private static let notices = PersonalRecord(
        "notices", columns: ["release_notice.person_id"],
        export: { "SELECT event_id, number, at FROM release_notice WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM release_notice WHERE person_id = \(person)") },
        merge: { from, into, tx in
            try tx.execute(
                """
                UPDATE release_notice SET person_id = \(into) WHERE person_id = \(from) AND NOT EXISTS
                (SELECT 1 FROM release_notice AS kept WHERE kept.event_id = release_notice.event_id
                 AND kept.number = release_notice.number AND kept.person_id = \(into))
                """)
            try tx.execute("DELETE FROM release_notice WHERE person_id = \(from)")
        })

    private static let imports = PersonalRecord(
        "imports", columns: ["programme_import.person_id"],
        export: { "SELECT event_id, name, created_at FROM programme_import WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM programme_import WHERE person_id = \(person)") },
        merge: { from, into, tx in
            try tx.execute("UPDATE programme_import SET person_id = \(into) WHERE person_id = \(from)")
        })

    private static let steps = PersonalRecord(
        "steps", columns: ["programme_step.person_id"],
        export: { "SELECT event_id, verb, at FROM programme_step WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM programme_step WHERE person_id = \(person)") },
        merge: { from, _, tx in try tx.execute("DELETE FROM programme_step WHERE person_id = \(from)") })
}
