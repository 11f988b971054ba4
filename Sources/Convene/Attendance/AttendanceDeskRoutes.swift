import Base
import HTML
import HTTPTypes
import Store
import Web

/// What came of an event, at the desk.
package enum AttendanceDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/attendance", .role(.organiser), handler: { try await page($0) }),
        Route(.post, "/desk/e/:event/attendance/take-over", .role(.organiser), handler: takeOver),
        Route(.post, "/desk/e/:event/retention", .role(.organiser), handler: retention),
        Route(.get, "/desk/e/:event/registrations.csv", .role(.organiser), rate: 30, handler: table),
        Route(.get, "/desk/e/:event/registrations.json", .role(.organiser), rate: 30, handler: text),
    ]

    static func view(_ event: Event, by viewer: Viewer?, in tx: Reader) throws -> AttendanceDeskPage.View {
        let sight = try AttendanceActions.look(at: event, by: viewer, in: tx)
        return AttendanceDeskPage.View(
            event: event, figures: sight.figures, places: sight.places, counts: sight.counts, file: sight.file,
            months: sight.months)
    }

    private static func page(
        _ exchange: Exchange, _ complaints: Complaints = Complaints(), typed: String? = nil
    ) async throws -> Answer {
        var shown = try await exchange.database.read { tx in
            try view(RegistrationDeskRoutes.event(exchange, in: tx), by: exchange.viewer, in: tx)
        }
        shown.complaints = complaints
        shown.typed = typed
        return exchange.page(
            title: exchange.words("attendance.title"), wing: .convene, current: "/desk",
            main: AttendanceDeskPage.main(exchange.scene(withForms: true), shown),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func takeOver(_ exchange: Exchange) async throws -> Answer {
        let unit = exchange.form.line("unit")
        let source = exchange.words("attendance.source")
        let event = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            try AttendanceActions.takeOver(unit, source: source, of: event, by: exchange.viewer, in: tx)
            return event
        }
        return exchange.seeOther(AttendanceDeskPage.path(event))
    }

    private static func retention(_ exchange: Exchange) async throws -> Answer {
        let typed = exchange.form.line("months")
        do {
            let event = try await exchange.database.write { tx in
                let event = try RegistrationDeskRoutes.event(exchange, in: tx)
                try RetentionActions.set(Int(westernDigits(typed)) ?? 0, of: event, by: exchange.viewer, in: tx)
                return event
            }
            return exchange.seeOther(AttendanceDeskPage.path(event) + "#kept")
        } catch let refusal as Refusal where refusal.code == .invalid {
            return try await page(exchange, Complaints("months", refusal.words, refusal.arguments), typed: typed)
        }
    }

    // MARK: For other programs

    private static func source(_ exchange: Exchange) async throws -> RegistrationTableExport.Source {
        try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            let categories = try PlaceCategoryStore.all(of: event.id, in: tx).map { ($0.category.id, $0.category) }
            return RegistrationTableExport.Source(
                event: event, categories: Dictionary(categories, uniquingKeysWith: { first, _ in first }),
                rows: try RegistrationListStore.all(of: event.id, in: tx),
                attended: try AttendanceStore.attended(event.id, in: tx),
                marked: try CertificateStore.marked(of: event.id, in: tx))
        }
    }

    private static func table(_ exchange: Exchange) async throws -> Answer {
        let source = try await source(exchange)
        return file(
            RegistrationTableExport.table(source, exchange.language), "text/csv; charset=utf-8",
            "\(source.event.slug)-registrations.csv")
    }

    private static func text(_ exchange: Exchange) async throws -> Answer {
        let source = try await source(exchange)
        return file(
            RegistrationTableExport.text(source, exchange.language), "application/json; charset=utf-8",
            "\(source.event.slug)-registrations.json")
    }

    static func file(_ text: String, _ type: String, _ name: String) -> Answer {
        var answer = Answer.text(text, type: type)
        answer.fields[.contentDisposition] = Answer.disposition(name, isInline: false)
        return answer
    }
}
