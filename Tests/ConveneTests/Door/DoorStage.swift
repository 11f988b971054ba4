import Base
import Crypto
import Foundation
import HTTPTypes
import Store
import TestKit
import Web

@testable import Convene

/// A conference with confirmed registrations, two doors of the whole event, one of a session, and a device at each.
struct DoorStage: Sendable {
    let stage: RegistrationStage
    let keys = HouseKeys.fresh()
    let session: Identifier
    let doors: [Door]
    let devices: [DoorDevice]
    let secrets: [String]

    var world: EventWorld { stage.world }
    var event: Event { stage.event }
    var database: Store.Database { stage.database }
    var signer: TicketSigner { TicketSigner(keys.derived("ticket")) }
    var lane: String { Door.lane(event.id) }

    static func with(
        _ backend: Backend, places: Int = 20, _ body: @Sendable (DoorStage) async throws -> Void
    ) async throws {
        try await RegistrationStage.with(backend, places: places) { stage in
            let event = stage.event
            let session = try await FavouriteStage.publish(stage.world, event, [("Workshop", 600), ("Panel", 630)])[0]
            let made = try await stage.database.write { [administrator = stage.world.administrator] tx in
                let doors = try [("Main", nil), ("Garden", nil), ("Workshop", session)].map { name, session in
                    try DoorActions.add(
                        Door(id: event.id, event: event.id, name: Localized(name), session: session, countsOut: true), to: event,
                        by: administrator, in: tx)
                }
                let devices = try doors.map {
                    try DoorActions.addDevice("Phone", keepsNames: true, to: $0.id, of: event, by: administrator, in: tx)
                }
                return (doors, devices.map(\.device), devices.map(\.secret))
            }
            try await body(DoorStage(stage: stage, session: session, doors: made.0, devices: made.1, secrets: made.2))
        }
    }

    // MARK: Scanning

    /// An identifier as a device makes it.
    static func id(_ number: Int) -> Identifier {
        Identifier(stored: "0198b0a0-cccc-4000-8000-" + String(repeating: "0", count: 12 - "\(number)".count) + "\(number)")
    }

    func scan(
        _ number: Int, _ code: String, at seconds: Int64 = 0, kind: DoorScan.Kind = .into, said: DoorResult? = nil,
        undoes: Identifier? = nil
    ) -> SentScan {
        SentScan(
            id: Self.id(number), kind: kind, how: .wedge, at: database.now.adding(seconds: seconds - 3600), said: said,
            code: code,
            undoes: undoes)
    }

    @discardableResult
    func receive(_ scans: [SentScan], skew: Int = 0, at door: Int = 0) async throws -> [DoorScan] {
        try await database.group(lane: lane) { [secret = secrets[door], seal = signer.seal] tx in
            let sight = try DoorActions.open(secret, in: tx)
            return try DoorScanActions.receive(scans, skew: skew, from: sight, seal: seal, in: tx).map(\.scan)
        }
    }

    /// Every scan that is there, by its identifier.
    func all() async throws -> [Identifier: DoorScan] {
        try await database.read { [event] tx in
            let found = try DoorScanStore.since(0, of: event.id, limit: 100_000, in: tx).map(\.scan)
            return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    func ticket(_ one: Registration) -> String { signer.text(of: one) }

    // MARK: Asking

    /// What a route answers; a refusal is thrown.
    func ask(
        _ path: String, post form: [(name: String, value: String)]? = nil, json: String? = nil,
        query: [(name: String, value: String)] = [], as viewer: Viewer? = nil
    ) async throws -> Answer {
        let module = ConveneModule.module()
        let method: HTTPRequest.Method = form == nil && json == nil ? .get : .post
        guard case .found(let route, let parameters) = try RouteTable(module.routes).match(method, path) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        let hall = Hall(
            database: database, book: EventWorld.book, assets: StaticFiles(["Assets/door-worker.js": "self"]),
            siteName: "Plenaria",
            baseURL: "https://conference.example", places: module.places, viewer: { _, _ in nil }, keys: keys)
        return try await route.handler(
            Exchange(
                hall: hall, method: method, path: path, query: FormData(query), parameters: parameters, fields: [:],
                form: FormData(form ?? []), json: Array((json ?? "").utf8), now: database.now, viewer: viewer, browser: nil,
                origin: "test"))
    }

    func page(_ path: String, query: [(name: String, value: String)] = [], as viewer: Viewer? = nil) async throws -> String {
        String(decoding: try await ask(path, query: query, as: viewer).body, as: UTF8.self)
    }

    func door(_ index: Int = 0) -> String { DoorDevice.path(secrets[index]) }
}
