import Base
import HTML
import HTTPTypes
import Paper
import Store
import Web

/// Certificates at the desk: looking, issuing, revoking, printing.
package enum CertificateDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/papers/certificates", .role(.organiser), handler: show),
        Route(.post, "/desk/e/:event/papers/certificates/issue", .role(.organiser), handler: issue),
        Route(
            .post, "/desk/e/:event/papers/certificates/marks", .role(.organiser), repeats: ["present", "shown"], handler: mark),
        Route(
            .post, "/desk/e/:event/papers/certificates/marks/addresses", .role(.organiser), bodyLimit: 1 << 20,
            handler: markAddresses),
        Route(.post, "/desk/e/:event/papers/certificates/:certificate/revoke", .role(.organiser), handler: revoke),
        Route(
            .get, "/desk/e/:event/papers/certificates/:certificate/certificate.pdf", .role(.organiser), rate: 60, handler: pdf),
    ]

    /// The same number of statements for any number of people and certificates.
    static func view(_ event: Event, in tx: Reader) throws -> CertificateDeskPage.View {
        let today = (Zone(event.zone) ?? .utc).wall(at: tx.now).date
        let certificates = try CertificateStore.all(of: event.id, in: tx)
        let valid = try CertificateStore.validKeys(of: event.id, in: tx)
        let programme = try ReleaseShelf.latest(of: event.id, in: tx)?.programme
        let speakers = programme.map { CertificateRules.speakers(of: $0, until: today) } ?? []
        return CertificateDeskPage.View(
            event: event, evidence: try CertificateActions.evidence(of: event, in: tx), certificates: certificates,
            speakers: speakers.filter { !valid.contains(CertificateStore.key(speaker: $0.key, of: event.id)) }.count,
            today: today)
    }

    private static func show(_ exchange: Exchange) async throws -> Answer { try await page(exchange) }

    private static func page(
        _ exchange: Exchange, _ complaints: Complaints = Complaints(), told: CertificateActions.Marked? = nil, pasted: String = ""
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            try CertificateDeskRoutes.view(RegistrationDeskRoutes.event(exchange, in: tx), in: tx)
        }
        view.complaints = complaints
        view.told = told
        view.pasted = pasted
        view.text = exchange.query.line("q")
        view.page = Int(exchange.query.line("page")) ?? 1
        view.issuedPage = Int(exchange.query.line("issued")) ?? 1
        // Tabs and languages lead from what a form has answered as from the page itself.
        let there = exchange.method == .post ? exchange.elsewhere(CertificateDeskPage.path(view.event)) : exchange
        return there.page(
            title: there.words("certificate.title"), wing: .convene, current: "/desk",
            main: CertificateDeskPage.main(there.scene(withForms: true), view),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func issue(_ exchange: Exchange) async throws -> Answer {
        let viewer = exchange.viewer
        let isSpeakers = exchange.form.line("kind") == "speaker"
        let language = exchange.language
        let event = try await exchange.database.read { try RegistrationDeskRoutes.event(exchange, in: $0) }
        do {
            if isSpeakers {
                _ = try await exchange.database.write {
                    try CertificateActions.issueSpeakers(of: event, language: language, by: viewer, in: $0)
                }
            } else {
                while try await exchange.database.write({
                    try CertificateActions.issueAttendance(of: event, by: viewer, in: $0).count
                }) == CertificateActions.batch {}
            }
            return exchange.seeOther(CertificateDeskPage.path(event))
        } catch let refusal as Refusal where refusal.code == .conflict {
            return try await page(exchange, Complaints("issue", refusal.words, refusal.arguments))
        }
    }

    /// What was shown and is not ticked is taken back.
    private static func mark(_ exchange: Exchange) async throws -> Answer {
        let shown = Set(exchange.form.all("shown").compactMap { Identifier($0) })
        let present = Set(exchange.form.all("present").compactMap { Identifier($0) }).intersection(shown)
        let event = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            let marked = try CertificateStore.marked(of: event.id, in: tx)
            try CertificateActions.mark(
                present.subtracting(marked), is: true, of: event, by: exchange.viewer, in: tx)
            try CertificateActions.mark(
                shown.subtracting(present).intersection(marked), is: false, of: event, by: exchange.viewer, in: tx)
            return event
        }
        let back = "?q=\(percentEncoded(exchange.form.line("q")))&page=\(Int(exchange.form.line("page")) ?? 1)"
        return exchange.seeOther(CertificateDeskPage.path(event) + back + "#online")
    }

    /// The answer is the page itself: it says which addresses are nobody's.
    private static func markAddresses(_ exchange: Exchange) async throws -> Answer {
        let text = manyLines(exchange.form["addresses"] ?? "")
        let addresses = AttendanceAddresses(text)
        guard !addresses.all.isEmpty else {
            return try await page(exchange, Complaints("addresses", "attendance.addresses.none"), pasted: text)
        }
        let viewer = exchange.viewer
        let told = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return try CertificateActions.markPresent(addresses, of: event, by: viewer, in: tx)
        }
        return try await page(exchange, told: told)
    }

    private static func revoke(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("certificate")
        let event = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            try CertificateActions.revoke(id, of: event, by: exchange.viewer, in: tx)
            return event
        }
        return exchange.seeOther(CertificateDeskPage.path(event))
    }

    private static func pdf(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("certificate")
        let one = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            guard let one = try CertificateStore.find(id, in: tx), one.event == event.id else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            return one
        }
        return try await file(one, exchange)
    }

    /// In the language in which it was issued, whoever prints it.
    static func file(_ one: Certificate, _ exchange: Exchange) async throws -> Answer {
        let words = exchange.hall.book.words(one.content.language)
        let name = "\(one.kind.rawValue)-\(one.number).pdf"
        if one.kind == .invitation {
            let letter = CertificateSheet.letter(one, words: words, baseURL: exchange.hall.baseURL)
            return try await PrintingRoutes.answer(letter, name: name)
        }
        let paper = CertificateSheet.paper(one, words: words, baseURL: exchange.hall.baseURL)
        return try await PrintingRoutes.answer(paper, name: name)
    }
}
