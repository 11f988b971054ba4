import Base
import Formats
import HTML
import HTTPTypes
import Store
import Web

/// Importing a schedule at the desk: upload, preview, confirmation.
package enum ScheduleImportRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/import", .role(.editor), handler: blank),
        Route(
            .post, "/desk/e/:event/import", .role(.editor), bodyLimit: FormatLimits.size + 65_536, rate: 30, takesFiles: true,
            handler: upload),
        Route(.get, "/desk/e/:event/import/:import", .role(.editor), query: ScheduleImportForm.names, handler: preview),
        Route(.post, "/desk/e/:event/import/:import", .role(.editor), rate: 30, handler: confirm),
    ]

    private static func desk(_ exchange: Exchange, in tx: Reader) throws -> Event {
        let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
        _ = try exchange.viewer.demand(.editor, in: event.id)
        return event
    }

    private static func page(_ exchange: Exchange, _ main: (Scene) -> Markup, isWrong: Bool = false) -> Answer {
        exchange.page(
            title: exchange.words("scheduleImport.title"), wing: .convene, current: "/desk",
            main: main(exchange.scene(withForms: true)), status: isWrong ? .unprocessableContent : .ok, withForms: true)
    }

    private static func blank(_ exchange: Exchange) async throws -> Answer {
        let event = try await exchange.database.read { try desk(exchange, in: $0) }
        return page(exchange, { ScheduleImportPage.upload($0, event, Complaints()) })
    }

    /// A file that can be read is kept and has its preview; one that cannot is not kept.
    private static func upload(_ exchange: Exchange) async throws -> Answer {
        let event = try await exchange.database.read { try desk(exchange, in: $0) }
        guard let file = exchange.file("file") else {
            let complaints = Complaints("file", "scheduleImport.refusal.noFile")
            return page(exchange, { ScheduleImportPage.upload($0, event, complaints) }, isWrong: true)
        }
        do throws(FormatRefusal) {
            _ = try FormatReader.read(file.bytes, name: file.name, zone: Zone(event.zone) ?? .utc)
        } catch {
            return page(exchange, { ScheduleImportPage.upload($0, event, refusal: error, Complaints()) }, isWrong: true)
        }
        let id = try await exchange.database.write {
            try ScheduleImportActions.keep(file, for: event, by: exchange.viewer, in: $0)
        }
        return exchange.seeOther("\(ScheduleImportPage.path(event))/\(id)", showsItself: true)
    }

    private static func file(_ exchange: Exchange, _ event: Event, in tx: Reader) throws -> (ForeignSchedule, String) {
        let (bytes, name) = try ScheduleImportActions.waiting(
            exchange.id("import"), of: event, by: exchange.viewer, in: tx)
        do throws(FormatRefusal) {
            return (try FormatReader.read(bytes, name: name, zone: Zone(event.zone) ?? .utc), name)
        } catch {
            throw Refusal(.gone, "scheduleImport.refusal.gone")
        }
    }

    private static func preview(_ exchange: Exchange) async throws -> Answer {
        let (event, view) = try await exchange.database.read { tx in
            let event = try desk(exchange, in: tx)
            let (schedule, name) = try file(exchange, event, in: tx)
            let form = ScheduleImportForm(sent: { exchange.query[$0] }, likely: ScheduleChoices.likelyTag(schedule))
            let (plan, version) = try ScheduleImportActions.preview(
                schedule, of: event, choices: form.choices, by: exchange.viewer, in: tx)
            let view = ScheduleImportPage.Preview(
                id: try exchange.id("import"), name: name, schedule: schedule, plan: plan, form: form, version: version)
            return (event, view)
        }
        return page(exchange, { ScheduleImportPage.preview($0, event, view) })
    }

    private static func confirm(_ exchange: Exchange) async throws -> Answer {
        let event = try await exchange.database.write { tx in
            let event = try desk(exchange, in: tx)
            let (schedule, _) = try file(exchange, event, in: tx)
            let form = ScheduleImportForm(sent: { exchange.form[$0] }, likely: ScheduleChoices.likelyTag(schedule))
            guard let seen = form.version else { throw Refusal(.invalid, "agendaImport.refusal.unseen") }
            try ScheduleImportActions.apply(
                schedule, to: event, choices: form.choices, seen: seen, by: exchange.viewer, in: tx)
            return event
        }
        return exchange.seeOther(DraftDeskPage.Place.programme.path(event))
    }
}
