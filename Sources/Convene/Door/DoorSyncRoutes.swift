import Base
import HTTPTypes
import Store
import Web

/// What the script of a device's page asks for: the list, who is called so, and what became of its scans.
package enum DoorSyncRoutes {
    package static let routes: [Route] = [
        Route(.get, "/door/:secret/list", .anyone, query: ["since"], handler: list),
        Route(.get, "/door/:secret/find", .anyone, query: ["q"], handler: find),
        Route(.post, "/door/:secret/scans", .anyone, bodyLimit: 1 << 20, takesJSON: true, handler: scans),
    ]

    private static let mostSeen = 1000

    private static func scans(_ exchange: Exchange) async throws -> Answer {
        let sight = try await exchange.database.read { try DoorActions.open(DoorRoutes.secret(exchange), in: $0) }
        let batch = try DoorBody.batch(exchange.json)
        guard batch.scans.count <= DoorScanActions.most else {
            throw Refusal(.tooLarge, "door.refusal.manyScans", ["count": String(DoorScanActions.most)])
        }
        let read = batch.scans.map { ($0.id, $0.sent) }
        let outcomes = try await DoorRoutes.receive(read.compactMap(\.1), skew: batch.milliseconds, exchange)
        try await DoorRoutes.touch(sight.device, exchange)
        return .json(
            DoorBody.Answer(
                now: exchange.database.now.milliseconds, scans: outcomes.map { verdict($0, of: sight.event.id) },
                refused: read.filter { $0.1 == nil }.compactMap { $0.0 }))
    }

    private static func verdict(_ outcome: DoorScanActions.Outcome, of event: Identifier) -> DoorBody.Verdict {
        let (scan, entry) = (outcome.scan, outcome.entry)
        return DoorBody.Verdict(
            id: scan.id, key: entry.map { DoorEntry.key(of: $0.number, in: event) }, kind: scan.kind, result: scan.result,
            objection: scan.objection, isConflict: scan.isConflict, isUndone: scan.isUndone, at: scan.happened.milliseconds,
            door: scan.door,
            name: entry?.name, latin: entry.flatMap { $0.latin.isEmpty ? nil : $0.latin }, number: entry?.number,
            isUnpaid: entry?.isUnpaid ?? false,
            earlier: outcome.earlier.map { DoorBody.Earlier(id: $0.id, door: $0.door, at: $0.happened.milliseconds) })
    }

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let parts = (exchange.query["since"] ?? "").split(separator: ".").map(String.init)
        let known = parts.first
        let turn = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let (sight, body) = try await exchange.database.read { tx -> (DoorActions.Sight, DoorBody.List) in
            let sight = try DoorActions.open(DoorRoutes.secret(exchange), in: tx)
            let list = try DoorEntryStore.list(of: sight.event.id, in: tx)
            let fresh = try DoorScanStore.since(turn, of: sight.event.id, limit: mostSeen, in: tx)
            let keeps = sight.device.keepsNames
            let next = fresh.last?.turn ?? turn
            return (
                sight,
                DoorBody.List(
                    now: tx.now.milliseconds, since: "\(list.version(keepsNames: keeps)).\(next)",
                    parts: list.changes(since: known, keepsNames: keeps), scans: fresh.compactMap { seen($0.scan, sight, list) },
                    more: fresh.count == mostSeen)
            )
        }
        try await DoorRoutes.touch(sight.device, exchange)
        return .json(body)
    }

    /// What happened at this device's place, to somebody whom it may know.
    private static func seen(_ scan: DoorScan, _ sight: DoorActions.Sight, _ list: DoorList) -> DoorBody.Seen? {
        guard scan.session == sight.door.session, let entry = scan.registration.flatMap({ list.byRegistration[$0] }) else {
            return nil
        }
        return DoorBody.Seen(
            id: scan.id, key: DoorEntry.key(of: entry.number, in: sight.event.id), kind: scan.kind, door: scan.door,
            at: scan.happened.milliseconds, result: scan.result, said: scan.said, objection: scan.objection, undoes: scan.undoes,
            isUndone: scan.isUndone, isConflict: scan.isConflict, earlier: scan.earlier)
    }

    private static func find(_ exchange: Exchange) async throws -> Answer {
        let asked = singleLine(exchange.query["q"] ?? "")
        let people = try await exchange.database.read { tx in
            let sight = try DoorActions.open(DoorRoutes.secret(exchange), in: tx)
            let found = try DoorEntryStore.list(of: sight.event.id, in: tx).found(
                String(asked.prefix(DoorInputForm.longestName)), limit: DoorRoutes.mostFound)
            return found.map {
                DoorBody.Person(
                    key: DoorEntry.key(of: $0.number, in: sight.event.id), name: $0.name, latin: $0.latin,
                    organisation: $0.organisation, number: $0.number, standing: $0.standing)
            }
        }
        return .json(DoorBody.Found(people: people))
    }
}
