import Base
import CompositeIndex
import People
import Store
import Web

/// Asking experts for weights: inviting, opening and closing rounds, answering, and the committee's signature.
package enum RoundActions {
    package static let purpose = "index-round"
    package static let most = 500

    /// What a letter carries; only the digest of its secret is kept.
    package struct Invited: Hashable, Sendable {
        package let expert: Expert
        package let secret: String
    }

    // MARK: The desk

    package static func invite(
        _ name: String, email: String, language: Language, to id: Identifier, by viewer: Viewer?, in tx: Writer
    ) throws -> Expert {
        let (viewer, edition) = try EditionActions.open(id, nil, viewer, tx)
        guard !name.isEmpty else { throw Refusal(.invalid, "measure.refusal.expertName", field: "expert") }
        guard Person.isEmail(email) else { throw Refusal(.invalid, "people.refusal.email", field: "email") }
        guard try RoundStore.experts(of: id, in: tx).count < most else {
            throw Refusal(.tooMany, "measure.refusal.experts", field: "email")
        }
        let expert = Expert(
            id: tx.newID(), edition: id, name: name, email: email, language: language,
            person: try PersonStore.find(email: email, in: tx)?.id)
        guard try RoundStore.insert(expert, in: tx) else {
            throw Refusal(.conflict, "measure.refusal.expertTwice", field: "email")
        }
        try say("index.expertInvited", edition, expert.id, viewer.person, in: tx)
        return expert
    }

    package static func uninvite(_ expert: Identifier, of id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, edition) = try EditionActions.find(id, viewer, tx)
        guard try RoundStore.experts(of: id, in: tx).contains(where: { $0.id == expert }) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        try RoundStore.remove(expert, in: tx)
        try say("index.expertRemoved", edition, expert, viewer.person, in: tx)
    }

    /// Opens the next round and makes a new link for each expert: those of earlier letters end.
    package static func open(
        _ question: Localized, of id: Identifier, by viewer: Viewer?, in tx: Writer
    ) throws -> (round: ExpertRound, letters: [Invited]) {
        let (viewer, edition) = try EditionActions.open(id, nil, viewer, tx)
        let rounds = try RoundStore.all(of: id, in: tx)
        guard !rounds.contains(where: { $0.state == .open }) else {
            throw Refusal(.conflict, "measure.refusal.roundOpen", field: "round")
        }
        let content = try EditionStore.content(of: id, in: tx)
        let wholes = content.wholes.map { whole in
            ExpertRound.Whole(code: whole.code, parts: content.parts(of: whole.code).map(\.code))
        }
        let experts = try RoundStore.experts(of: id, in: tx)
        guard !wholes.isEmpty, !experts.isEmpty else { throw Refusal(.conflict, "measure.refusal.roundEmpty", field: "round") }
        let round = ExpertRound(
            id: tx.newID(), edition: id, number: (rounds.last?.number ?? 0) + 1, question: question, openedAt: tx.now,
            wholes: wholes)
        try RoundStore.insert(round, in: tx)
        let letters = try experts.map { expert in
            let secret = FormGuard.newSecret()
            try RoundStore.setDigest(FormGuard.digest(secret), of: expert.id, in: tx)
            return Invited(expert: expert, secret: secret)
        }
        try say("index.roundOpened", edition, round.id, viewer.person, in: tx)
        return (round, letters)
    }

    package static func close(_ round: Identifier, of id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, edition) = try EditionActions.find(id, viewer, tx)
        guard let found = try RoundStore.find(round, in: tx), found.edition == id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard found.state == .open else { throw Refusal(.conflict, "measure.refusal.roundClosed", field: "round") }
        try RoundStore.close(round, in: tx)
        try say("index.roundClosed", edition, round, viewer.person, in: tx)
    }

    /// The committee makes a named set of weights of a closed round: the mean or the median of the experts' points, with their
    /// spread. What it says when signing is kept with it.
    package static func sign(
        _ round: Identifier, of id: Identifier, as name: String, byMedian: Bool, statement: String, by viewer: Viewer?,
        in tx: Writer
    ) throws {
        _ = try viewer.demand(.secretariat)
        guard let found = try RoundStore.find(round, in: tx), found.edition == id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard found.state == .closed else { throw Refusal(.conflict, "measure.refusal.roundStillOpen", field: "round") }
        guard EditionDraft.isSlug(name) else { throw Refusal(.invalid, "measure.refusal.setName", field: "set") }
        guard !statement.isEmpty else { throw Refusal(.invalid, "measure.refusal.statement", field: "statement") }
        let answers = try RoundStore.answers(of: round, in: tx).map(\.answer)
        guard answers.count >= ExpertStatistics.least else {
            throw Refusal(.conflict, "measure.refusal.fewAnswers", field: "round")
        }
        let spread = ExpertStatistics(found, answers).spread
        let set = WeightSet(
            name: name, weights: spread.mapValues { byMedian ? $0.median : $0.mean }, spread: spread, round: found.number,
            statement: statement, at: tx.now)
        try EditionActions.edit(id, as: "index.weightsSigned", seen: nil, by: viewer, in: tx) { content in
            guard !content.weightSets.contains(where: { $0.name == name }) else {
                throw Refusal(.conflict, "measure.refusal.setTaken", field: "set")
            }
            content.weightSets.append(set)
        }
    }

    // MARK: The expert

    /// Who the link belongs to, and the rounds of her edition.
    package static func read(_ secret: String, in tx: Reader) throws -> (
        expert: Expert, edition: IndexEdition, rounds: [ExpertRound]
    ) {
        guard let expert = try RoundStore.expert(digest: FormGuard.digest(secret), in: tx),
            let edition = try EditionStore.find(expert.edition, in: tx)
        else { throw Refusal(.notFound, "refusal.notFound") }
        return (expert, edition, try RoundStore.all(of: edition.id, in: tx))
    }

    /// Her link is her permission. She may answer again until the round closes.
    package static func answer(_ answer: ExpertAnswer, with secret: String, in tx: Writer) throws {
        let (expert, edition, rounds) = try read(secret, in: tx)
        guard let round = rounds.last, round.state == .open else {
            throw Refusal(.conflict, "measure.refusal.roundClosed", field: "round")
        }
        guard answer.points.values.allSatisfy({ $0.values.allSatisfy { $0.isFinite && $0 >= 0 } }) else {
            throw Refusal(.invalid, "measure.refusal.points", field: "round")
        }
        if let fault = answer.faults(in: round).first {
            throw Refusal(.invalid, "measure.refusal.sum", ["sum": NumberText.rounded(fault.sum)], field: "w-\(fault.whole)")
        }
        var kept = ExpertAnswer()
        for whole in round.wholes { kept.points[whole.code] = answer.points[whole.code]?.filter { whole.parts.contains($0.key) } }
        try RoundStore.put(kept, of: expert.id, in: round.id, tx)
        try say("index.roundAnswered", edition, round.id, expert.person, in: tx)
    }

    /// Neither names nor addresses nor points are in audit and notes.
    private static func say(_ verb: String, _ edition: IndexEdition, _ about: Identifier, _ person: Identifier?, in tx: Writer)
        throws
    {
        try tx.audit(verb, by: person, on: "index_edition", edition.id, after: json([verb, about.text]))
        try tx.note(Note(name: verb, reference: edition.reference))
        try tx.changed(edition.topic)
    }
}
