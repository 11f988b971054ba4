import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The desk's addresses for expert rounds.
package enum RoundDeskRoutes {
    private static let base = "/desk/measure/:edition/rounds"
    package static let routes: [Route] = [
        Route(.get, base, .role(.secretariat), handler: { try await page($0) }),
        Route(.post, base, .role(.secretariat), rate: 30, handler: open),
        Route(.post, base + "/experts", .role(.secretariat), handler: invite),
        Route(.post, base + "/experts/:expert/remove", .role(.secretariat), handler: uninvite),
        Route(.post, base + "/:round/close", .role(.secretariat), handler: close),
        Route(.post, base + "/:round/sign", .role(.secretariat), handler: sign),
    ]

    private static func page(_ exchange: Exchange, _ complaints: Complaints = Complaints()) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            let rounds = try RoundStore.all(of: edition.id, in: tx)
            let answers = try RoundStore.answers(ofAll: edition.id, in: tx)
            var statistics: [Identifier: ExpertStatistics] = [:]
            for round in rounds where round.state == .closed {
                let own = answers[round.id] ?? []
                if own.count >= ExpertStatistics.least { statistics[round.id] = ExpertStatistics(round, own) }
            }
            return RoundDeskPage.View(
                edition: edition, content: try EditionStore.content(of: edition.id, in: tx),
                experts: try RoundStore.experts(of: edition.id, in: tx), rounds: rounds,
                counts: answers.mapValues(\.count), statistics: statistics)
        }
        view.lines = FormLines(exchange.form.fields)
        view.complaints = complaints
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.rounds"), RoundDeskPage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func act(
        _ exchange: Exchange, _ verb: @escaping @Sendable (IndexEdition, Writer) throws -> Void
    ) async throws -> Answer {
        try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/rounds" }, verb) { try await page(exchange, $0) }
    }

    /// The letters go out with the round, or neither does.
    private static func open(_ exchange: Exchange) async throws -> Answer {
        let question = FormLines(exchange.form.fields).texts("question")
        let hall = exchange.hall
        return try await act(exchange) { edition, tx in
            let (round, letters) = try RoundActions.open(question, of: edition.id, by: exchange.viewer, in: tx)
            for invited in letters {
                let words = hall.book.words(invited.expert.language)
                try tx.post(
                    RoundMail.letter(invited, round, edition, siteName: hall.siteName, baseURL: hall.baseURL, words: words))
            }
        }
    }

    private static func invite(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        return try await act(exchange) { edition, tx in
            _ = try RoundActions.invite(
                form.line("expert"), email: form.line("email"), language: Language(rawValue: form.line("language")) ?? .en,
                to: edition.id, by: exchange.viewer, in: tx)
        }
    }

    private static func uninvite(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("expert")
        return try await act(exchange) { try RoundActions.uninvite(id, of: $0.id, by: exchange.viewer, in: $1) }
    }

    private static func close(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("round")
        return try await act(exchange) { try RoundActions.close(id, of: $0.id, by: exchange.viewer, in: $1) }
    }

    private static func sign(_ exchange: Exchange) async throws -> Answer {
        let (id, form) = (try exchange.id("round"), exchange.form)
        return try await act(exchange) { edition, tx in
            try RoundActions.sign(
                id, of: edition.id, as: form.line("set"), byMedian: form.line("by") == "median",
                statement: form.line("statement"),
                by: exchange.viewer, in: tx)
        }
    }
}
