import Base
import Testing

@testable import Convene

@Suite struct DoorRulesTests {
    let cases: DoorCases
    init() throws { cases = try DoorCases.read() }

    static let event = Identifier(stored: "0198b0a0-1111-7222-8333-444455556666")

    static func scan(_ one: DoorCases.Scan) -> DoorScan {
        let at = Instant(milliseconds: one.at)
        return DoorScan(
            id: one.id, event: event, door: event, device: event, registration: event, session: nil, kind: one.kind, how: .typed,
            at: at, skew: 0, happened: at, received: at, said: one.said, objection: one.objection, undoes: one.undoes,
            codeDigest: "", result: .nothing)
    }

    @Test("what there is against a ticket") func objections() {
        for (index, one) in cases.objections.enumerated() {
            let entry = one.entry.map {
                DoorEntry(
                    registration: Self.event, number: "K3XM-9PQ2", generation: $0.generation, standing: $0.standing,
                    category: $0.category, isUnpaid: $0.isUnpaid, seats: Set($0.seats), name: "Ana")
            }
            let found = DoorRules.objection(one.shown, generation: one.generation, entry, at: one.terms, kind: one.kind)
            #expect(found == one.result, "case \(index)")
        }
    }

    @Test("scans of one person, in the order in which they happened") func settled() {
        for one in cases.settled {
            let found = DoorRules.settled(one.scans.map(Self.scan)).map {
                DoorCases.Result(
                    id: $0.id, result: $0.result, isUndone: $0.isUndone, isConflict: $0.isConflict, earlier: $0.earlier)
            }
            #expect(found == one.results, "\(one.what)")
        }
    }

    @Test("in whatever order they come to light, the end is the same") func order() {
        var random = SeededRandom(seed: 4)
        for one in cases.settled {
            let wanted = DoorRules.settled(one.scans.map(Self.scan))
            for _ in 0..<20 {
                #expect(DoorRules.settled(one.scans.shuffled(using: &random).map(Self.scan)) == wanted, "\(one.what)")
            }
            #expect(DoorRules.settled(wanted) == wanted, "\(one.what), judged twice")
        }
    }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
