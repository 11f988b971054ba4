import Foundation
import Base
import HTML
import HTTPTypes
import Store
import Web

/// The page of a device at its door. The secret in the address stands for the device; nobody signs in. It works without a
/// script; what its script asks for is in `DoorSyncRoutes`.
package enum DoorRoutes {
    package static let routes: [Route] = [
        Route(.get, "/door/worker.js", .anyone, handler: worker),
        Route(.get, "/door/:secret", .anyone, query: ["scan", "q"], handler: show),
        Route(.post, "/door/:secret", .anyone, handler: enter),
    ]

    static let mostFound = 12
    private static let lastShown = 12
    private static let conflictsShown = 50

    package static func signer(_ hall: Hall) -> TicketSigner { TicketSigner(hall.keys.derived("ticket")) }

    static func secret(_ exchange: Exchange) -> String { exchange.parameters["secret"] ?? "" }

    /// The device is there: noted twice a minute at most, and no verb of anybody.
    static func touch(_ device: DoorDevice, _ exchange: Exchange) async throws {
        if let seen = device.seenAt, exchange.now < seen.adding(seconds: DoorDevice.precision) { return }
        try await exchange.database.group { try DoorStore.touch(device.id, in: $0) }
    }

    /// Takes in what was scanned, in the lane of the event's doors.
    static func receive(_ sent: [SentScan], skew: Int, _ exchange: Exchange) async throws -> [DoorScanActions.Outcome] {
        let seal = signer(exchange.hall).seal
        let secret = secret(exchange)
        let event = try await exchange.database.read { try DoorActions.open(secret, in: $0).event.id }
        return try await exchange.database.group(lane: Door.lane(event)) { tx in
            let sight = try DoorActions.open(secret, in: tx)
            return try DoorScanActions.receive(sent, skew: skew, from: sight, seal: seal, in: tx)
        }
    }

    // MARK: Looking

    private static func show(_ exchange: Exchange) async throws -> Answer {
        let (secret, seal, assets) = (secret(exchange), signer(exchange.hall).seal, exchange.hall.assets.base)
        let wanted = exchange.query["scan"].flatMap { Identifier($0) }
        let asked = String(singleLine(exchange.query["q"] ?? "").prefix(DoorInputForm.longestName))
        let view = try await exchange.database.read { tx in
            let sight = try DoorActions.open(secret, in: tx)
            let event = sight.event.id
            let list = try DoorEntryStore.list(of: event, in: tx)
            let last = try DoorScanStore.latest(of: sight.door.id, limit: lastShown, in: tx).map(\.id)
            let conflicts = try DoorScanStore.conflicts(of: event, limit: conflictsShown, in: tx)
                .filter { $0.session == sight.door.session }.map(\.id)
            let lines = try DoorScanActions.outcomes([wanted].compactMap { $0 } + last + conflicts, list, in: tx)
                .filter { $0.scan.event == event }.map { DoorPage.Line(scan: $0.scan, entry: $0.entry, earlier: $0.earlier) }
            let byID = Dictionary(lines.map { ($0.scan.id, $0) }, uniquingKeysWith: { first, _ in first })
            let here = try DoorScanStore.attendance(of: event, in: tx).first { $0.session == sight.door.session }
            return DoorPage.View(
                device: sight.device, door: sight.door, event: sight.event, terms: sight.terms, secret: secret,
                seal: seal.bytes.base64EncodedString(), doors: try DoorStore.all(of: event, in: tx),
                came: here?.came ?? 0, inside: here?.inside ?? 0, shown: wanted.flatMap { byID[$0] },
                last: last.compactMap { byID[$0] }, conflicts: conflicts.compactMap { byID[$0] }, asked: asked,
                found: list.found(asked, limit: mostFound), fresh: Identifier(at: tx.now), assets: assets)
        }
        try await touch(view.device, exchange)
        return answer(view, exchange)
    }

    private static func answer(_ view: DoorPage.View, _ exchange: Exchange) -> Answer {
        var answer = exchange.document { DoorPage.document($0, view) }
        // What was scanned and not sent yet must outlive whoever signs out in this browser.
        let term = view.device.expiresAt.seconds - exchange.now.seconds + 30 * 86_400
        let keeping = BrowserCookie.keeping(seconds: term, isSecure: exchange.hall.isSecure)
        answer.fields.append(HTTPField(name: .setCookie, value: keeping))
        for (name, value) in [
            ("Referrer-Policy", "no-referrer"), ("X-Robots-Tag", "noindex"),
            ("Permissions-Policy", "camera=(self), microphone=(), geolocation=()"),
        ] {
            if let name = HTTPField.Name(name) { answer.fields[name] = value }
        }
        return answer
    }

    /// A worker looks after what lies below its own address: doors, and nothing else of the site.
    private static func worker(_ exchange: Exchange) async throws -> Answer {
        guard var answer = exchange.hall.assets.named("door-worker.js") else { throw Refusal(.notFound, "refusal.notFound") }
        answer.keeping = .shared(topics: [], until: nil)
        return answer
    }

    // MARK: Scanning without a script

    private static func enter(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        let here = DoorDevice.path(secret(exchange))
        let (door, list) = try await exchange.database.read { [secret = secret(exchange)] tx in
            let sight = try DoorActions.open(secret, in: tx)
            return (sight.door, try DoorEntryStore.list(of: sight.event.id, in: tx))
        }
        // Sent twice it is one scan; another code from the same form, after going back, is another one.
        let id = SentScan.id(form.line("id"), (form["code"] ?? "") + form.line("undoes"))
        var sent = SentScan(id: id, kind: .undo, how: .typed, at: exchange.now, said: nil, code: "")
        if let undoes = Identifier(form.line("undoes")) {
            sent = sent.undoing(undoes)
        } else {
            switch DoorInputForm(form["code"] ?? "", isNumber: { list.byNumber[$0] != nil }) {
            case .empty: return exchange.seeOther(here, showsItself: true)
            case .search(let text): return exchange.seeOther("\(here)?q=\(percentEncoded(text))", showsItself: true)
            case .scan(let code):
                let isOut = door.countsOut && form.line("kind") == DoorScan.Kind.out.rawValue
                sent = SentScan(
                    id: id, kind: isOut ? .out : .into, how: form.line("how") == "search" ? .search : .typed,
                    at: exchange.now, said: nil, code: String(code.prefix(250)))
            }
        }
        _ = try await receive([sent], skew: 0, exchange)
        return exchange.seeOther("\(here)?scan=\(id)", showsItself: true)
    }
}
