import Base
import Testing

@testable import Convene

@Suite struct ProgrammeDeltaTests {
    private let hall = ProgrammeStage.room("Hall", 1)
    private let annex = ProgrammeStage.room("Annex", 2)

    private func base() -> Programme {
        ProgrammeStage.programme(
            [ProgrammeStage.session("A", "09:00", room: hall), ProgrammeStage.session("B", "10:00", room: annex)],
            rooms: [hall, annex])
    }
    /// Everything an editor may do at once.
    private func edited(_ base: Programme) -> Programme {
        var next = base
        next.sessions[0].start = ProgrammeStage.time("11:00")
        next.unplaced = [next.sessions.removeLast()]
        next.sessions.append(ProgrammeStage.session("C", "12:00", on: ProgrammeStage.second))
        next.days.append(ProgrammeDay(date: ProgrammeStage.second, ends: ClockTime(minutes: 1440)))
        next.rooms[1].capacity = 12
        next.tracks = [Track(id: Identifier(at: ProgrammeStage.now), name: Localized("Policy"), position: 1, colour: nil)]
        next.sort()
        return next
    }

    @Test("applied to what it came from it gives what it led to, and reversed the way back")
    func roundTrip() {
        let (old, new) = (base(), edited(base()))
        let base = old
        let next = edited(base)
        let delta = ProgrammeDelta(from: base, to: next)
        #expect(!delta.isEmpty)
        #expect(delta.applied(to: base) == next)
        #expect(delta.reversed.applied(to: next) == base)
        #expect(ProgrammeDelta(from: new, to: new).isEmpty)
    }

    @Test("what somebody else did to other things stays; the same thing changed since stops it")
    func others() {
        let base = base()
        var mine = base
        mine.sessions[0].minutes = 45
        let delta = ProgrammeDelta(from: base, to: mine)
        var elsewhere = mine
        elsewhere.sessions[1].title = Localized("B, better")
        #expect(delta.reversed.applied(to: elsewhere)?.sessions[1].title == Localized("B, better"))
        #expect(delta.reversed.applied(to: elsewhere)?.sessions[0].minutes == base.sessions[0].minutes)
        var same = mine
        same.sessions[0].title = Localized("A, better")
        #expect(delta.reversed.applied(to: same) == nil)
    }

    @Test("nothing is taken away from under what stands on it")
    func whole() {
        let base = base()
        var more = base
        more.days.append(ProgrammeDay(date: ProgrammeStage.second, ends: ClockTime(minutes: 1440)))
        let delta = ProgrammeDelta(from: base, to: more)
        more.sessions.append(ProgrammeStage.session("C", "09:00", on: ProgrammeStage.second))
        #expect(delta.reversed.applied(to: more) == nil)
    }

    /// Steps drawn from a seed: each is undone in turn, back to the very beginning.
    @Test("any walk can be walked back", arguments: 1...20)
    func walk(seed: Int) {
        var state = UInt64(seed)
        func draw(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(below))
        }
        var programmes = [base()]
        var deltas: [ProgrammeDelta] = []
        for _ in 0..<30 {
            var next = programmes[programmes.count - 1]
            switch draw(4) {
            case 0 where !next.sessions.isEmpty:
                next.sessions[draw(next.sessions.count)].start = ClockTime(minutes: 5 * draw(200))
            case 1 where !next.sessions.isEmpty: next.unplaced.append(next.sessions.remove(at: draw(next.sessions.count)))
            case 2 where !next.unplaced.isEmpty: next.sessions.append(next.unplaced.remove(at: draw(next.unplaced.count)))
            default: next.sessions.append(ProgrammeStage.session("N\(draw(1000))", "09:00"))
            }
            next.sort()
            deltas.append(ProgrammeDelta(from: programmes[programmes.count - 1], to: next))
            programmes.append(next)
        }
        for (delta, before) in zip(deltas, programmes).reversed() {
            let now = programmes.removeLast()
            #expect(delta.reversed.applied(to: now) == before)
            if programmes.isEmpty { break }
        }
    }
}
