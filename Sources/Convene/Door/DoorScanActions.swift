import Base
import Crypto
import Foundation
import Store

/// Taking in what devices have scanned, and judging it. Everything here runs in the lane of the event's doors (`Door.lane`).
package enum DoorScanActions {
    /// What became of a scan, with who it was.
    package struct Outcome: Sendable {
        package let scan: DoorScan
        package let entry: DoorEntry?
        package let earlier: DoorScan?
    }

    package static let most = 500

    /// Takes in a batch. What is known already changes nothing, so that a device may send it until it has an answer. `skew` is
    /// what the device found its clock to be behind the house's, in milliseconds. One audit row and one note for the batch.
    package static func receive(
        _ sent: [SentScan], skew: Int, from sight: DoorActions.Sight, seal: TicketSeal, in tx: Writer
    ) throws -> [Outcome] {
        let ids = sent.map(\.id)
        let known = try DoorScanStore.find(ids, in: tx)
        let list = try DoorEntryStore.list(of: sight.event.id, in: tx)
        var seen = Set(known.keys)
        let new = sent.filter { seen.insert($0.id).inserted }
        if !new.isEmpty {
            let desk = Desk(sight: sight, seal: seal, list: list, skew: skew, now: tx.now)
            var scans = new.filter { $0.kind != .undo }.map(desk.scan)
            // A device takes back what was scanned at its own door alone.
            let targets = try DoorScanStore.find(new.compactMap(\.undoes), in: tx).filter { $0.value.door == sight.door.id }
                .merging(scans.map { ($0.id, $0) }) { first, _ in first }
            scans += new.filter { $0.kind == .undo }.map { one in
                desk.undo(one, of: one.undoes.flatMap { targets[$0] })
            }
            var turn = try DoorScanStore.lastTurn(of: sight.event.id, in: tx)
            for scan in scans {
                turn += 1
                try DoorScanStore.insert(scan, turn: turn, in: tx)
            }
            try settle(Set(scans.compactMap(\.registration)), after: turn, in: tx)
            try say(scans, sight, in: tx)
        }
        return try outcomes(ids, list, in: tx)
    }

    /// Judges the scans of these people anew, and writes what has changed. Each row has a turn of its own, so that a device can
    /// be told of some and ask for the rest.
    private static func settle(_ registrations: Set<Identifier>, after last: Int, in tx: Writer) throws {
        var turn = last
        let all = try DoorScanStore.of(registrations.sorted(), in: tx)
        let before = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        for (_, group) in Dictionary(grouping: all, by: Spot.init) {
            for scan in DoorRules.settled(group) where before[scan.id] != scan {
                turn += 1
                try DoorScanStore.settle(scan, turn: turn, in: tx)
            }
        }
    }

    /// Scans of one person at one place.
    private struct Spot: Hashable {
        let registration: Identifier?
        let session: Identifier?
        init(_ scan: DoorScan) {
            registration = scan.registration
            session = scan.session
        }
    }

    /// Outcomes in the order in which they were asked for.
    package static func outcomes(_ ids: [Identifier], _ list: DoorList, in tx: Reader) throws -> [Outcome] {
        let scans = try DoorScanStore.find(ids, in: tx)
        let earlier = try DoorScanStore.find(scans.values.compactMap(\.earlier), in: tx)
        return ids.compactMap { scans[$0] }.map { scan in
            Outcome(
                scan: scan, entry: scan.registration.flatMap { list.byRegistration[$0] },
                earlier: scan.earlier.flatMap { earlier[$0] })
        }
    }

    private static func say(_ scans: [DoorScan], _ sight: DoorActions.Sight, in tx: Writer) throws {
        let told = scans.map { "\($0.id) \($0.kind.rawValue) \($0.registration?.text ?? "-")" }.joined(separator: "\n")
        try tx.audit("door.scanned", by: nil, on: "door_device", sight.device.id, after: told)
        try tx.note(
            Note(
                name: "door.scanned", reference: sight.door.reference,
                payload: ["event": sight.event.id.text, "count": String(scans.count)]))
        try tx.changed(Door.topic(sight.event.id))
    }

    // MARK: One scan

    /// What a batch is judged by.
    private struct Desk {
        let sight: DoorActions.Sight
        let seal: TicketSeal
        let list: DoorList
        let skew: Int
        let now: Instant

        func scan(_ sent: SentScan) -> DoorScan {
            let (shown, generation, entry) = read(sent.code)
            let objection = DoorRules.objection(
                shown, generation: generation, entry, at: sight.terms, kind: sent.kind)
            // A forged ticket names a number, too, and says nothing about whose it is.
            let isKnown = ![.forged, .garbled, .foreign, .otherEvent].contains(shown)
            return made(
                sent, registration: isKnown ? entry?.registration : nil, session: sight.door.session, objection: objection,
                result: DoorRules.judge(sent.kind, objection: objection, isIn: false))
        }

        /// It belongs to the person and the place of what it takes back; what is not known yet may still come.
        func undo(_ sent: SentScan, of target: DoorScan?) -> DoorScan {
            let entry = read(sent.code).entry
            let session = target == nil ? sight.door.session : target?.session
            return made(
                sent, registration: target?.registration ?? entry?.registration, session: session, objection: nil,
                result: .nothing)
        }

        private func read(_ code: String) -> (shown: DoorRules.Shown, generation: Int?, entry: DoorEntry?) {
            if code.hasPrefix("#") { return (.named, nil, list.entries[String(code.dropFirst())]) }
            switch TicketCode.read(code) {
            case .foreign: return (.foreign, nil, nil)
            case .garbled: return (.garbled, nil, nil)
            case .number(let number): return (.named, nil, list.byNumber[number])
            case .code(let code):
                let event = sight.event.id.text
                guard code.event == TicketSeal.hint(event) else { return (.otherEvent, nil, nil) }
                let isOurs = seal.holds(code, for: event)
                return (isOurs ? .sealed : .forged, code.generation, list.byNumber[code.number])
            }
        }

        private func made(
            _ sent: SentScan, registration: Identifier?, session: Identifier?, objection: DoorResult?, result: DoorResult
        ) -> DoorScan {
            let happened = Instant(milliseconds: sent.at.milliseconds + Int64(skew))
            return DoorScan(
                id: sent.id, event: sight.event.id, door: sight.door.id, device: sight.device.id, registration: registration,
                session: session, kind: sent.kind, how: sent.how, at: sent.at, skew: skew, happened: min(happened, now),
                received: now, said: sent.said, objection: objection, undoes: sent.undoes,
                codeDigest: hexadecimal(SHA256.hash(data: Data(sent.code.utf8)).prefix(16)), result: result)
        }
    }
}
