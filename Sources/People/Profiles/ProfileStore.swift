import Base
import Store

/// Profiles in the database.
package enum ProfileStore {
    private static let columns: SQL =
        "person_id, biography, languages, orcid, website, reading, portrait_id, is_public"

    /// The person's profile; an empty one if she has written none.
    package static func find(_ person: Identifier, in tx: Reader) throws -> Profile {
        try tx.first("SELECT \(columns) FROM person_profile WHERE person_id = \(person)").map(profile) ?? Profile(person: person)
    }

    /// Whose portrait a file is.
    package static func find(portrait file: Identifier, in tx: Reader) throws -> Profile? {
        try tx.first("SELECT \(columns) FROM person_profile WHERE portrait_id = \(file)").map(profile)
    }

    /// Those of the persons who have one.
    package static func named(_ persons: some Sequence<Identifier>, in tx: Reader) throws -> [Identifier: Profile] {
        let list = Array(Set(persons)).sorted()
        guard !list.isEmpty else { return [:] }
        let found = try tx.rows("SELECT \(columns) FROM person_profile WHERE person_id IN (\(list: list))").map(profile)
        return Dictionary(found.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func put(_ profile: Profile, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO person_profile
              (person_id, biography, languages, orcid, website, reading, portrait_id, is_public, changed_at)
            VALUES (\(profile.person), \(profile.biography), \(json(profile.languages)), \(profile.orcid?.rawValue),
              \(profile.website), \(profile.reading?.rawValue), \(profile.portrait), \(profile.isPublic), \(tx.now))
            ON CONFLICT (person_id) DO UPDATE SET biography = excluded.biography, languages = excluded.languages,
              orcid = excluded.orcid, website = excluded.website, reading = excluded.reading,
              portrait_id = excluded.portrait_id, is_public = excluded.is_public, changed_at = excluded.changed_at
            """)
    }
    /// The profile and its portrait.
    static func remove(_ person: Identifier, in tx: Writer) throws {
        try tx.execute(
            "DELETE FROM stored_file WHERE id IN (SELECT portrait_id FROM person_profile WHERE person_id = \(person))")
        try tx.execute("DELETE FROM person_profile WHERE person_id = \(person)")
    }

    private static func profile(_ row: Row) throws -> Profile {
        var profile = Profile(person: try row.id("person_id"))
        profile.biography = try row.localized("biography")
        profile.languages = try row.decoded("languages")
        profile.orcid = try row.optionalText("orcid").flatMap { ORCIDIdentifier(rawValue: $0) }
        profile.website = try row.optionalText("website")
        profile.reading = try row.optionalText("reading").flatMap { Language(rawValue: $0) }
        profile.portrait = try row.optionalID("portrait_id")
        profile.isPublic = try row.bool("is_public")
        return profile
    }
}
