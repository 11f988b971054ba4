import Base
import HTML
import HTTPTypes
import Store
import Web

/// An expert's own page: whoever has the link of her letter is she.
package enum ExpertRoutes {
    package static let routes: [Route] = [
        Route(
            .get, "/experts/:expert", .anyone,
            handler: {
                try await admit($0)
                return try await page($0)
            }),
        Route(
            .post, "/experts/:expert", .anyone,
            handler: {
                try await admit($0)
                return try await answer($0)
            }),
    ]
    /// Requests a minute of one expert.
    package static let rate = 60
    /// Links that lead nowhere, a minute from one address: a workshop may open its old letters, each twice; 256 bits are not guessed
    /// in any number of tries that a server could answer.
    package static let wrongRate = 120

    /// A workshop of forty experts sits behind one address: each is limited by her own link. Links that nobody has are guesses, and
    /// limited by where they come from.
    private static func admit(_ exchange: Exchange) async throws {
        let digest = FormGuard.digest(exchange.parameters["expert"] ?? "")
        let expert = try await exchange.database.read { try RoundStore.expert(digest: digest, in: $0) }
        let (key, most) = expert.map { ("expert \($0.id)", rate) } ?? ("no expert \(exchange.origin)", wrongRate)
        guard exchange.hall.limits.allows(key, perMinute: most, now: exchange.now) else {
            throw Refusal(.tooMany, "refusal.tooMany")
        }
        if expert == nil { throw Refusal(.notFound, "refusal.notFound") }
    }

    private static func page(
        _ exchange: Exchange, typed: RoundForm? = nil, _ complaints: Complaints = Complaints(), isSaved: Bool = false
    ) async throws -> Answer {
        let secret = exchange.parameters["expert"] ?? ""
        var view = try await exchange.database.read { tx in
            let (expert, edition, rounds) = try RoundActions.read(secret, in: tx)
            var own: [Identifier: ExpertAnswer] = [:]
            var statistics: [Identifier: ExpertStatistics] = [:]
            for round in rounds {
                let answers = try RoundStore.answers(of: round.id, in: tx)
                own[round.id] = answers.first { $0.expert == expert.id }?.answer
                if round.state == .closed, answers.count >= ExpertStatistics.least {
                    statistics[round.id] = ExpertStatistics(round, answers.map(\.answer))
                }
            }
            return ExpertPage.View(
                edition: edition, content: try EditionStore.content(of: edition.id, in: tx), expert: expert, rounds: rounds,
                own: own, statistics: statistics, path: "/experts/\(secret)")
        }
        if let typed { view.form = typed }
        view.complaints = complaints
        view.isSaved = isSaved
        return exchange.page(
            title: exchange.words("measure.expert.title"), wing: .measure,
            main: ExpertPage.main(exchange.scene(withForms: true), view),
            status: complaints.isEmpty ? .ok : .unprocessableContent,
            withForms: true)
    }

    private static func answer(_ exchange: Exchange) async throws -> Answer {
        let secret = exchange.parameters["expert"] ?? ""
        let form = RoundForm(sent: exchange.form.fields)
        do {
            try await exchange.database.write { tx in
                guard let round = try RoundActions.read(secret, in: tx).rounds.last else {
                    throw Refusal(.notFound, "refusal.notFound")
                }
                try RoundActions.answer(try form.answer(round), with: secret, in: tx)
            }
            return try await page(exchange, isSaved: true)
        } catch let complaints as Complaints {
            return try await page(exchange, typed: form, complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            return try await page(exchange, typed: form, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }
}
