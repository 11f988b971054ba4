import Base
import HTML
import HTTPTypes
import Store
import Web

/// What the desk's addresses of the wing share: the edition of the path, pages, and what a form meets.
enum MeasureDeskRoutes {
    /// The edition that the path names, for somebody of the desk.
    static func edition(_ exchange: Exchange, in tx: Reader) throws -> IndexEdition {
        _ = try exchange.viewer.demand(.secretariat)
        return try found(exchange, in: tx)
    }

    static func found(_ exchange: Exchange, in tx: Reader) throws -> IndexEdition {
        guard let edition = try EditionStore.find(slug: exchange.parameters["edition"] ?? "", in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return edition
    }

    static func page(_ exchange: Exchange, _ title: String, _ main: Markup, isFaulty: Bool = false) -> Answer {
        exchange.page(
            title: title, wing: .measure, current: "/desk", main: main, status: isFaulty ? .unprocessableContent : .ok,
            withForms: true)
    }

    /// With what the letters of a verb are written.
    static func pen(_ exchange: Exchange) -> EditionPen {
        EditionPen(book: exchange.hall.book, baseURL: exchange.hall.baseURL, language: exchange.language)
    }

    /// The revision that the form was made of.
    static func seen(_ exchange: Exchange) -> Int? { Int(exchange.form.line("seen")) }

    /// Runs a verb and goes on; what is said of a field comes back with the page.
    static func attempt(
        _ exchange: Exchange, to path: (IndexEdition) -> String,
        _ verb: @escaping @Sendable (IndexEdition, Writer) throws -> Void, otherwise: (Complaints) async throws -> Answer
    ) async throws -> Answer {
        do {
            let edition = try await exchange.database.write { tx in
                let found = try MeasureDeskRoutes.edition(exchange, in: tx)
                try verb(found, tx)
                return found
            }
            return exchange.seeOther(path(edition))
        } catch let complaints as Complaints {
            return try await otherwise(complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            return try await otherwise(Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }
}
