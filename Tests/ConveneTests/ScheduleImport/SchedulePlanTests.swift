import Base
import Formats
import Testing

@testable import Convene

@Suite("What importing a schedule would do")
struct SchedulePlanTests {
    @Test("into an empty draft: sessions, rooms, tracks, days, people, all of them once")
    func first() throws {
        let plan = ImportStage.plan(ImportStage.schedule(["A", "B", "C"]))
        #expect(plan.created.count == 3 && plan.changed.isEmpty && plan.unchanged == 0)
        #expect(plan.programme.rooms.map { $0.name.text(.en) } == ["Hall", "Studio"])
        #expect(plan.programme.rooms.map(\.capacity) == [nil, 40])
        #expect(plan.programme.tracks.map(\.colour) == ["#aa0033"])
        #expect(plan.programme.sessions.map { $0.start.description } == ["09:00", "09:00", "09:30"])
        #expect(plan.programme.sessions[0].appearances.map(\.name) == ["Speaker 0"])
        #expect(plan.programme.days.map(\.date) == [ProgrammeStage.first])
    }

    @Test("the same file again changes nothing, whatever identifiers it would have made")
    func again() throws {
        let schedule = ImportStage.schedule(["A", "B", "C"])
        let first = ImportStage.plan(schedule)
        let second = ImportStage.plan(schedule, first.programme, origins: first.origins)
        #expect(second.unchanged == 3 && !second.changesAnything && second.changes.isEmpty)
        #expect(second.programme == first.programme && second.origins == first.origins)
    }

    @Test("a changed file shows exactly what changed")
    func changed() throws {
        var schedule = ImportStage.schedule(["A", "B", "C"])
        let first = ImportStage.plan(schedule)
        schedule.events[1].title = "B, longer"
        schedule.events[2].start = schedule.events[2].start?.adding(minutes: 15)
        schedule.events.append(ImportStage.event(4, "E"))
        let second = ImportStage.plan(schedule, first.programme, origins: first.origins)
        #expect(second.changes.map(\.code).sorted() == ["moved", "retitled", "sessionAdded"])
        #expect((second.created.count, second.changed.count, second.unchanged) == (1, 2, 1))
    }

    @Test("what was changed here stays; what was changed in both is told, and goes by choice")
    func threeWays() throws {
        var schedule = ImportStage.schedule(["A", "B"])
        let first = ImportStage.plan(schedule)
        var draft = first.programme
        draft.sessions[0].title = Localized(["en": "A, edited here", "es": "A"], authentic: "en")
        draft.sessions[1].minutes = 45
        schedule.events[1].minutes = 60
        let ours = ImportStage.plan(schedule, draft, origins: first.origins)
        #expect(ours.conflicts.map(\.field) == ["minutes"])
        #expect(ours.programme.sessions[0].title.text(.en) == "A, edited here" && ours.programme.sessions[1].minutes == 45)
        var choices = ImportStage.choices
        choices.fileWins = true
        let theirs = ImportStage.plan(schedule, draft, origins: first.origins, choices: choices)
        #expect(theirs.programme.sessions[1].minutes == 60)
        #expect(theirs.programme.sessions[0].title.text(.en) == "A, edited here", "the file did not change this one")
    }

    @Test("a translation made here survives a change of the file's own text")
    func translations() throws {
        var schedule = ImportStage.schedule(["A"])
        let first = ImportStage.plan(schedule)
        var draft = first.programme
        draft.sessions[0].title = Localized(["en": "A", "es": "Á"], authentic: "en")
        schedule.events[0].title = "A2"
        let plan = ImportStage.plan(schedule, draft, origins: first.origins)
        #expect(plan.programme.sessions[0].title == Localized(["en": "A2", "es": "Á"], authentic: "en"))
        #expect(plan.conflicts.isEmpty)
    }

    @Test("what the file holds no more stays and is listed, or goes by choice; cancelled goes")
    func missing() throws {
        var schedule = ImportStage.schedule(["A", "B", "C"])
        let first = ImportStage.plan(schedule)
        schedule.events.remove(at: 0)
        schedule.events[0].status = .cancelled
        let kept = ImportStage.plan(schedule, first.programme, origins: first.origins)
        #expect(kept.missing.count == 1 && kept.removed.count == 1 && kept.programme.sessions.count == 2)
        var choices = ImportStage.choices
        choices.removesMissing = true
        let gone = ImportStage.plan(schedule, first.programme, origins: first.origins, choices: choices)
        #expect(gone.programme.sessions.map { $0.title.text(.en) } == ["C"])
    }

    @Test("a session that was removed here stays removed")
    func removedHere() throws {
        let schedule = ImportStage.schedule(["A", "B"])
        let first = ImportStage.plan(schedule)
        var draft = first.programme
        draft.sessions.removeFirst()
        let plan = ImportStage.plan(schedule, draft, origins: first.origins)
        #expect(!plan.changesAnything && plan.findings.contains { $0.code == "removedHere" })
    }

    @Test("our own guid finds our own session, and titles never do")
    func guids() throws {
        let first = ImportStage.plan(ImportStage.schedule(["A"]))
        var schedule = ImportStage.schedule(["A"])
        schedule.events[0].identity = first.programme.sessions[0].id.text
        schedule.events[0].guid = first.programme.sessions[0].id.text
        #expect(!ImportStage.plan(schedule, first.programme).changesAnything)
        schedule.events[0].guid = nil
        #expect(ImportStage.plan(schedule, first.programme).created.count == 1)
    }

    @Test("without a time, all day or on another day: an item without a place, unless days may be added")
    func unplaced() throws {
        var schedule = ImportStage.schedule(["A", "B", "C"])
        schedule.events[0].start = nil
        schedule.events[1].isAllDay = true
        schedule.events[2].start = schedule.events[2].start?.adding(minutes: 1440 * 9)
        schedule.events[2].day = nil
        let plan = ImportStage.plan(schedule)
        #expect(plan.programme.sessions.isEmpty && plan.programme.unplaced.count == 3 && plan.unplaced == 3)
        #expect(Set(plan.findings.map(\.code)).isSuperset(of: ["unplaced", "allDay", "outsideDays"]))
        var choices = ImportStage.choices
        choices.extendsDays = true
        let more = ImportStage.plan(schedule, choices: choices)
        #expect(more.programme.sessions.count == 1 && more.programme.days.count == 1)
    }

    @Test("an unknown length lasts until the next in the room, at most an hour")
    func lengths() throws {
        var schedule = ImportStage.schedule(["A", "B", "C"])
        for index in schedule.events.indices { schedule.events[index].minutes = nil }
        schedule.events[1].start = schedule.events[1].start?.adding(minutes: 200)
        let plan = ImportStage.plan(schedule)
        let minutes = Dictionary(
            plan.programme.sessions.map { ($0.title.text(.en), $0.minutes) }, uniquingKeysWith: { a, _ in a })
        #expect(minutes == ["A": 30, "B": 30, "C": 30])
        #expect(plan.findings.first { $0.code == "length" }?.arguments["count"] == "3")
    }

    @Test("after midnight a session belongs to the night of its day, and the day lasts until its end")
    func night() throws {
        var schedule = ImportStage.schedule(["A"])
        schedule.events[0].start = schedule.events[0].start?.adding(minutes: 16 * 60 + 30)
        let plan = ImportStage.plan(schedule)
        #expect(plan.programme.sessions[0].start.description == "25:30")
        #expect(plan.programme.days[0].ends.description == "26:00")
    }

    @Test("seeded schedules: twice is once, and every edit is seen and none besides", arguments: 0..<20)
    func property(seed: Int) throws {
        var random = Steps(seed: UInt64(seed + 1))
        var schedule = ImportStage.schedule((0..<random.next(40) + 2).map { "Talk \($0)" })
        let first = ImportStage.plan(schedule)
        #expect(!ImportStage.plan(schedule, first.programme, origins: first.origins).changesAnything)
        var edited: Set<Int> = []
        for _ in 0..<5 {
            let index = random.next(schedule.events.count)
            edited.insert(index)
            switch random.next(4) {
            case 0: schedule.events[index].title += "!"
            case 1: schedule.events[index].room = schedule.events[index].room == "Hall" ? "Studio" : "Hall"
            case 2: schedule.events[index].minutes = 10 + (schedule.events[index].minutes ?? 0)
            default: schedule.events[index].persons.append(ForeignEvent.Person(name: "New \(random.next(1000))"))
            }
        }
        let second = ImportStage.plan(schedule, first.programme, origins: first.origins)
        let expected = Set(edited.map { "Talk \($0)" })
        let seen = Set(second.changed.compactMap { second.programme.session($0)?.title.text(.en).replacing("!", with: "") })
        // Two moves of one room may undo each other.
        #expect(seen.isSubset(of: expected) && second.created.isEmpty && second.removed.isEmpty)
        #expect(!ImportStage.plan(schedule, second.programme, origins: second.origins).changesAnything)
    }
}

/// A small generator of the same numbers for the same seed (SplitMix64).
struct Steps {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
