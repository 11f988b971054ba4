import Base
import HTML
import HTTPTypes
import Store
import Web

/// The doors of an event at the desk: looking, making, devices, seats, and figures that renew themselves.
package enum DoorDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/doors", .role(.reader), handler: show),
        Route(.post, "/desk/e/:event/doors", .role(.organiser), repeats: ["category"], handler: add),
        Route(.get, "/desk/e/:event/doors/live", .role(.reader), query: ["from"], handler: live),
        Route(.get, "/desk/e/:event/doors/:door", .role(.organiser), handler: edit),
        Route(.post, "/desk/e/:event/doors/:door", .role(.organiser), repeats: ["category"], handler: change),
        Route(.post, "/desk/e/:event/doors/:door/devices", .role(.organiser), rate: 60, handler: addDevice),
        Route(.post, "/desk/e/:event/doors/:door/devices/:device/revoke", .role(.organiser), handler: revoke),
        Route(.post, "/desk/e/:event/seats", .role(.organiser), handler: setSeats),
    ]

    private static let conflictsShown = 50

    /// Everything that the page shows; the number of statements does not depend on how many doors there are.
    package static func view(_ event: Event, live: String, viewer: Viewer?, in tx: Reader) throws -> DoorDeskPage.View {
        _ = try viewer.demand(.reader, in: event.id)
        let list = try DoorEntryStore.list(of: event.id, in: tx)
        let conflicts = try DoorScanStore.conflicts(of: event.id, limit: conflictsShown, in: tx)
        let programme = try ProgrammeStore.draft(of: event, in: tx)
        return DoorDeskPage.View(
            event: event, doors: try DoorStore.all(of: event.id, in: tx), devices: try DoorStore.devices(of: event.id, in: tx),
            counts: try DoorScanStore.counts(of: event.id, in: tx),
            attendance: try DoorScanStore.attendance(of: event.id, in: tx), expected: list.confirmed,
            conflicts: try DoorScanActions.outcomes(conflicts.map(\.id), list, in: tx)
                .map { DoorPage.Line(scan: $0.scan, entry: $0.entry, earlier: $0.earlier) },
            seats: try SeatStore.all(of: event.id, in: tx), sessions: programme.sessions + programme.unplaced,
            categories: try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category),
            mayRun: viewer?.may(.organiser, in: event.id) == true, live: live)
    }

    private static func look(_ exchange: Exchange) async throws -> DoorDeskPage.View {
        let live = "\(exchange.hall.live.latest)"
        return try await exchange.database.read { tx in
            try view(ProgrammeDeskRoutes.event(exchange, in: tx), live: live, viewer: exchange.viewer, in: tx)
        }
    }

    private static func show(_ exchange: Exchange) async throws -> Answer { try await page(exchange) { _ in } }

    private static func page(
        _ exchange: Exchange, change: @Sendable (inout DoorDeskPage.View) -> Void
    ) async throws -> Answer {
        var view = try await look(exchange)
        change(&view)
        return exchange.page(
            title: exchange.words("door.desk"), wing: .convene, current: "/desk",
            main: DoorDeskPage.page(exchange.scene(withForms: true), view),
            status: view.complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func live(_ exchange: Exchange) async throws -> Answer {
        let event = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            _ = try exchange.viewer.demand(.reader, in: event.id)
            return event
        }
        return try .events([Door.topic(event.id)], to: exchange)
    }

    // MARK: Doors

    private static func form(_ exchange: Exchange) -> DoorForm {
        DoorForm(sent: exchange.form.fields, all: exchange.form.all)
    }

    private static func add(_ exchange: Exchange) async throws -> Answer {
        let form = form(exchange)
        return try await done(exchange) { event, tx in
            _ = try exchange.viewer.demand(.organiser, in: event.id)
            _ = try DoorActions.add(form.door(event.id, of: event.id), to: event, by: exchange.viewer, in: tx)
        } otherwise: { complaints in
            try await page(exchange) {
                $0.form = form
                $0.complaints = complaints
            }
        }
    }

    private static func edit(_ exchange: Exchange) async throws -> Answer {
        try await edit(exchange, typed: nil, Complaints())
    }

    private static func edit(_ exchange: Exchange, typed: DoorForm?, _ complaints: Complaints) async throws -> Answer {
        let id = try exchange.id("door")
        var view = try await look(exchange)
        _ = try exchange.viewer.demand(.organiser, in: view.event.id)
        guard let door = view.doors.first(where: { $0.id == id }) else { throw Refusal(.notFound, "refusal.notFound") }
        view.complaints = complaints
        return exchange.page(
            title: door.name.text(exchange.language), wing: .convene, current: "/desk",
            main: DoorSetupPage.page(exchange.scene(withForms: true), view, door, typed ?? DoorForm(door)),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func change(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("door")
        let form = form(exchange)
        return try await done(exchange) { event, tx in
            _ = try exchange.viewer.demand(.organiser, in: event.id)
            if exchange.form["do"] == "remove" {
                try DoorActions.remove(id, of: event, by: exchange.viewer, in: tx)
            } else {
                try DoorActions.change(form.door(id, of: event.id), of: event, by: exchange.viewer, in: tx)
            }
        } otherwise: { complaints in
            try await edit(exchange, typed: form, complaints)
        }
    }

    // MARK: Devices

    /// The page with the secret is the answer itself: a redirect would have to carry the secret somewhere.
    private static func addDevice(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("door")
        let field = "device-\(id)"
        let typed = exchange.form.line(field)
        do {
            let (device, secret) = try await exchange.database.write { tx in
                try DoorActions.addDevice(
                    typed, keepsNames: exchange.form.line("names") == "yes", to: id,
                    of: try ProgrammeDeskRoutes.event(exchange, in: tx), by: exchange.viewer, in: tx)
            }
            let address = exchange.hall.baseURL + DoorDevice.path(secret)
            return try await page(exchange) {
                $0.made = DoorDeskPage.View.Made(device: device, address: address)
            }
        } catch let refusal as Refusal where refusal.field != nil {
            return try await page(exchange) {
                $0.complaints = Complaints(field, refusal.words, refusal.arguments)
                $0.typedDevice = [field: typed]
            }
        }
    }

    private static func revoke(_ exchange: Exchange) async throws -> Answer {
        let (door, id) = (try exchange.id("door"), try exchange.id("device"))
        return try await done(exchange) { event, tx in
            try DoorActions.revoke(id, at: door, of: event, by: exchange.viewer, in: tx)
        } otherwise: { complaints in
            try await page(exchange) { $0.complaints = complaints }
        }
    }

    // MARK: Seats

    private static func setSeats(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        let found = try await exchange.database.read { try ProgrammeDeskRoutes.event(exchange, in: $0) }
        do {
            try await exchange.database.group(lane: RegistrationActions.lane(found.id)) { tx in
                _ = try exchange.viewer.demand(.organiser, in: found.id)
                guard let session = Identifier(form.line("seatSession")) else {
                    throw Complaints("seatSession", "door.refusal.session")
                }
                try SeatActions.setLimit(
                    DoorForm.seats(form.line("seats")), of: session, in: found, by: exchange.viewer, tx: tx)
            }
            return exchange.seeOther(DoorDeskPage.path(found))
        } catch let complaints as Complaints {
            return try await page(exchange) { $0.complaints = complaints }
        } catch let refusal as Refusal where refusal.field != nil {
            return try await page(exchange) {
                $0.complaints = Complaints(refusal.field ?? "", refusal.words, refusal.arguments)
            }
        }
    }

    /// Runs a verb and goes back to the doors; what is wrong with the form is shown beside its field.
    private static func done(
        _ exchange: Exchange, _ verb: @escaping @Sendable (Event, Writer) throws -> Void,
        otherwise: (Complaints) async throws -> Answer
    ) async throws -> Answer {
        do {
            let event = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                try verb(event, tx)
                return event
            }
            return exchange.seeOther(DoorDeskPage.path(event))
        } catch let complaints as Complaints {
            return try await otherwise(complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            return try await otherwise(Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }
}
