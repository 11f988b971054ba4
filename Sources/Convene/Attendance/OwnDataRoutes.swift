import Base
import HTML
import HTTPTypes
import Store
import Web

/// Personal data of people without an account: whoever has the address of the registration's page gets it, and has it erased.
package enum OwnDataRoutes {
    package static let routes: [Route] = [
        Route(.get, "/r/:token/data.json", .anyone, rate: 20, handler: data),
        Route(.post, "/r/:token/erase", .anyone, rate: 20, handler: erase),
    ]

    private static func data(_ exchange: Exchange) async throws -> Answer {
        let whole = try await exchange.database.read { tx in
            let passage = try RegistrationPassage.own(exchange, in: tx)
            return try RegistrationDataStore.whole(
                passage.registration, event: passage.event, category: passage.category, language: exchange.language, in: tx)
        }
        var answer = AttendanceDeskRoutes.file(
            json(whole) + "\n", "application/json; charset=utf-8", "\(whole.event)-\(whole.number).json")
        answer.fields[HTTPField.Name("X-Robots-Tag") ?? .server] = "noindex"
        return answer
    }

    /// The page's address ends with it.
    private static func erase(_ exchange: Exchange) async throws -> Answer {
        guard !exchange.form.line("sure").isEmpty else {
            return try await RegistrationRoutes.page(exchange, Complaints("sure", "retention.refusal.unsure"))
        }
        let tell = RegistrationRoutes.teller(exchange)
        let event = try await exchange.database.read { try RegistrationPassage.own(exchange, in: $0).event }
        try await exchange.database.group(lane: RegistrationActions.lane(event.id)) { tx in
            let passage = try RegistrationPassage.own(exchange, in: tx)
            try RetentionActions.eraseOwn(passage.registration, by: exchange.viewer, tell: tell, in: tx)
        }
        return exchange.seeOther(event.path)
    }

    static func section(_ scene: Scene, _ passage: RegistrationPassage, _ exchange: Exchange, in tx: Reader) throws -> Markup {
        let months = try RetentionStore.months(of: passage.event.id, in: tx)
        return OwnDataPage.section(
            scene, way: RegistrationRoutes.path(exchange), day: Retention.day(of: passage.event, months: months))
    }
}
