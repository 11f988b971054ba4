import Base
import HTML
import HTTPTypes
import Store
import Web

/// Anyone may ask whether a paper is genuine, who has its number. Numbers cannot be guessed, and asking is slow.
package enum VerificationRoutes {
    package static let routes: [Route] = [
        Route(.get, "/verify", .anyone, query: ["number"], rate: 60, handler: ask),
        Route(.get, "/verify/:number", .anyone, rate: 60, handler: show),
    ]

    private static func ask(_ exchange: Exchange) async throws -> Answer {
        guard let typed = exchange.query["number"] else { return blank(exchange) }
        let line = singleLine(typed)
        guard let number = Certificate.read(line) else {
            return blank(exchange, String(line.prefix(60)), Complaints("number", "certificate.refusal.number"))
        }
        return exchange.seeOther(Certificate.path + "/" + number)
    }

    private static func blank(_ exchange: Exchange, _ typed: String = "", _ complaints: Complaints = Complaints()) -> Answer {
        exchange.page(
            title: exchange.words("certificate.verify"), wing: .convene,
            main: VerificationPage.ask(exchange.scene(), typed: typed, complaints),
            status: complaints.isEmpty ? .ok : .unprocessableContent)
    }

    private static func show(_ exchange: Exchange) async throws -> Answer {
        let typed = exchange.parameters["number"] ?? ""
        guard let number = Certificate.read(typed) else { throw Refusal(.notFound, "certificate.refusal.unknown") }
        if number != typed { return exchange.seeOther(Certificate.path + "/" + number) }
        let view = try await exchange.database.read { tx in
            guard let one = try CertificateStore.find(number: number, in: tx) else {
                throw Refusal(.notFound, "certificate.refusal.unknown")
            }
            return VerificationPage.View(
                certificate: one, isBacked: try CertificateStore.isBacked(one, in: tx),
                event: try EventStore.find(one.event, in: tx))
        }
        var answer = exchange.page(
            title: exchange.words("certificate.heading.\(view.certificate.kind.rawValue)"), wing: .convene,
            main: VerificationPage.main(exchange.scene(), view))
        answer.fields[HTTPField.Name("X-Robots-Tag") ?? .server] = "noindex"
        answer.fields[HTTPField.Name("Referrer-Policy") ?? .server] = "no-referrer"
        return answer
    }
}
