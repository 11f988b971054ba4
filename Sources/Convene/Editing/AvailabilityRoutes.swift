import Base
import HTML
import HTTPTypes
import Store
import Web

/// The speakers of a draft and when they can come.
package enum AvailabilityRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/speakers", .role(.reader), handler: show),
        Route(.post, "/desk/e/:event/speakers/:speaker", .role(.editor), handler: set),
    ]

    private static func show(_ exchange: Exchange) async throws -> Answer { try await page(exchange, Complaints(), typed: nil) }

    private static func page(
        _ exchange: Exchange, _ complaints: Complaints, typed: (key: String, text: String)?
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let (programme, _) = try ProgrammeActions.look(at: event, by: exchange.viewer, in: tx)
            return PlacementPage.Speakers(
                event: event, speakers: speakers(programme), availability: try AvailabilityStore.all(of: event.id, in: tx),
                mayEdit: exchange.viewer?.may(.editor, in: event.id) == true)
        }
        view.complaints = complaints
        view.typed = typed
        return exchange.page(
            title: exchange.words("editing.speakers"), wing: .convene, current: "/desk",
            main: PlacementPage.speakers(exchange.scene(withForms: true), view),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func speakers(_ programme: Programme) -> [PlacementPage.Speaker] {
        var sessions: [SpeakerKey: [Session]] = [:]
        var appearances: [SpeakerKey: [Appearance]] = [:]
        for session in programme.sessions + programme.unplaced {
            for one in session.appearances {
                guard let key = SpeakerKey(one) else { continue }
                if sessions[key]?.last?.id != session.id { sessions[key, default: []].append(session) }
                appearances[key, default: []].append(one)
            }
        }
        return appearances.map { key, all in
            PlacementPage.Speaker(key: key, name: SpeakerKey.name(of: all), sessions: sessions[key] ?? [])
        }
        .sorted { (folded($0.name), $0.key) < (folded($1.name), $1.key) }
    }

    private static func set(_ exchange: Exchange) async throws -> Answer {
        guard let key = SpeakerKey(exchange.parameters["speaker"] ?? "") else { throw Refusal(.notFound, "refusal.notFound") }
        let text = exchange.form.text("spans-\(key)")
        do {
            let event = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                _ = try exchange.viewer.demand(.editor, in: event.id)
                let spans = try Availability.read(text)
                try AvailabilityActions.set(spans, for: key, of: event, by: exchange.viewer, in: tx)
                return event
            }
            return exchange.seeOther("/desk\(event.path)/speakers")
        } catch let fault as Availability.Fault {
            let complaints = Complaints(
                "spans-\(key)", "editing.complaint.spans", ["line": String(fault.line), "text": fault.text])
            return try await page(exchange, complaints, typed: (key.text, text))
        }
    }
}
