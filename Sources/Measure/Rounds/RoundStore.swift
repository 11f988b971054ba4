import Base
import People
import Store

/// Rounds, experts and answers in the database.
package enum RoundStore {
    // MARK: Rounds

    /// The first comes first.
    package static func all(of edition: Identifier, in tx: Reader) throws -> [ExpertRound] {
        try tx.rows("SELECT * FROM index_round WHERE edition_id = \(edition) ORDER BY number").map(round)
    }
    package static func find(_ id: Identifier, in tx: Reader) throws -> ExpertRound? {
        try tx.first("SELECT * FROM index_round WHERE id = \(id)").map(round)
    }

    static func insert(_ round: ExpertRound, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO index_round (id, edition_id, number, state, question, opened_at, closed_at, wholes)
            VALUES (\(round.id), \(round.edition), \(round.number), \(round.state.rawValue), \(round.question),
              \(round.openedAt), \(round.closedAt), \(json(round.wholes)))
            """)
    }
    static func close(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE index_round SET state = 'closed', closed_at = \(tx.now) WHERE id = \(id)")
    }

    private static func round(_ row: Row) throws -> ExpertRound {
        ExpertRound(
            id: try row.id("id"), edition: try row.id("edition_id"), number: try row.int("number"), state: try row.raw("state"),
            question: try row.localized("question"), openedAt: try row.instant("opened_at"),
            closedAt: try row.optionalInstant("closed_at"), wholes: try row.decoded("wholes"))
    }

    // MARK: Experts

    package static func experts(of edition: Identifier, in tx: Reader) throws -> [Expert] {
        try tx.rows("SELECT * FROM index_expert WHERE edition_id = \(edition) ORDER BY id").map(expert)
    }
    package static func expert(digest: String, in tx: Reader) throws -> Expert? {
        try tx.first("SELECT * FROM index_expert WHERE digest = \(digest)").map(expert)
    }

    /// False if the address is there already.
    static func insert(_ expert: Expert, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO index_expert (id, edition_id, name, email, email_folded, language, person_id)
            VALUES (\(expert.id), \(expert.edition), \(expert.name), \(expert.email), \(Person.folded(expert.email)),
              \(expert.language), \(expert.person)) ON CONFLICT (edition_id, email_folded) DO NOTHING
            """) == 1
    }
    static func remove(_ expert: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM index_answer WHERE expert_id = \(expert)")
        try tx.execute("DELETE FROM index_expert WHERE id = \(expert)")
    }
    static func setDigest(_ digest: String?, of expert: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE index_expert SET digest = \(digest) WHERE id = \(expert)")
    }

    private static func expert(_ row: Row) throws -> Expert {
        Expert(
            id: try row.id("id"), edition: try row.id("edition_id"), name: try row.text("name"), email: try row.text("email"),
            language: try row.raw("language"), person: try row.optionalID("person_id"))
    }

    // MARK: Answers

    package static func answers(of round: Identifier, in tx: Reader) throws -> [(expert: Identifier, answer: ExpertAnswer)] {
        try tx.rows("SELECT expert_id, points FROM index_answer WHERE round_id = \(round) ORDER BY expert_id").map {
            (try $0.id("expert_id"), ExpertAnswer(try $0.decoded("points")))
        }
    }
    /// Of all rounds in one statement: for the desk, which is not told whose they are.
    package static func answers(ofAll edition: Identifier, in tx: Reader) throws -> [Identifier: [ExpertAnswer]] {
        let rows = try tx.rows(
            """
            SELECT a.round_id AS round_id, a.points AS points FROM index_answer a JOIN index_round r ON r.id = a.round_id
            WHERE r.edition_id = \(edition) ORDER BY a.at, a.expert_id
            """)
        var found: [Identifier: [ExpertAnswer]] = [:]
        for row in rows { found[try row.id("round_id"), default: []].append(ExpertAnswer(try row.decoded("points"))) }
        return found
    }
    static func put(_ answer: ExpertAnswer, of expert: Identifier, in round: Identifier, _ tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO index_answer (round_id, expert_id, points, at)
            VALUES (\(round), \(expert), \(json(answer.points)), \(tx.now))
            ON CONFLICT (round_id, expert_id) DO UPDATE SET points = excluded.points, at = excluded.at
            """)
    }

    /// What was asked and answered speaks of a node by its code and follows when that changes.
    static func rename(_ code: String, to new: String, of edition: Identifier, in tx: Writer) throws {
        for round in try all(of: edition, in: tx) where round.speaks(of: code) {
            let wholes = round.wholes.map { $0.renaming(code, to: new) }
            try tx.execute("UPDATE index_round SET wholes = \(json(wholes)) WHERE id = \(round.id)")
            for (expert, answer) in try answers(of: round.id, in: tx) {
                try tx.execute(
                    """
                    UPDATE index_answer SET points = \(json(answer.renaming(code, to: new).points))
                    WHERE round_id = \(round.id) AND expert_id = \(expert)
                    """)
            }
        }
    }

    /// She goes with her address, her link and her answers; a set of weights that was signed keeps only how all lay.
    static let personal = PersonalRecord(
        "indexExperts", columns: ["index_expert.person_id"],
        export: {
            """
            SELECT x.edition_id AS edition_id, x.name AS name, x.email AS email, a.round_id AS round_id, a.points AS points,
              a.at AS at FROM index_expert x LEFT JOIN index_answer a ON a.expert_id = x.id WHERE x.person_id = \($0)
            """
        },
        erasure: .removed { person, tx in
            for row in try tx.rows("SELECT id FROM index_expert WHERE person_id = \(person)") {
                try remove(try row.id("id"), in: tx)
            }
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE index_expert SET person_id = \(into) WHERE person_id = \(from)")
        })
}
