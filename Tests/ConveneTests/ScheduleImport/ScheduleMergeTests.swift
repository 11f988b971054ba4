import Base
import Formats
import Testing

@testable import Convene

@Suite("A schedule laid over a draft")
struct ScheduleMergeTests {
    @Test("a room and a track of the draft are found in whatever language they are named")
    func names() {
        var draft = Programme(zone: ProgrammeStage.event.zone)
        draft.rooms = [
            Room(id: Identifier(at: ProgrammeStage.now), name: Localized(["es": "hall", "en": "Main"]), position: 1, capacity: 9)
        ]
        let plan = ImportStage.plan(ImportStage.schedule(["A"]), draft)
        #expect(plan.programme.rooms == draft.rooms && plan.programme.sessions[0].room == draft.rooms[0].id)
    }

    @Test("whoever was there keeps role, presence and person; who is new comes; who left goes")
    func people() {
        var schedule = ImportStage.schedule(["A"])
        let first = ImportStage.plan(schedule)
        var draft = first.programme
        draft.sessions[0].appearances[0].role = .moderator
        draft.sessions[0].appearances[0].person = draft.sessions[0].id
        schedule.events[0].persons.append(ForeignEvent.Person(name: "Chen", affiliation: "Tsinghua"))
        let plan = ImportStage.plan(schedule, draft, origins: first.origins)
        let people = plan.programme.sessions[0].appearances
        #expect(people.map(\.name) == ["Speaker 0", "Chen"] && people[0] == draft.sessions[0].appearances[0])
        schedule.events[0].persons.removeFirst()
        #expect(ImportStage.plan(schedule, plan.programme, origins: plan.origins).programme.sessions[0].appearances.count == 1)
    }

    @Test("slots and internal marks that were made here survive a move in the file")
    func kept() {
        var schedule = ImportStage.schedule(["A"])
        let first = ImportStage.plan(schedule)
        var draft = first.programme
        draft.sessions[0].isInternal = true
        schedule.events[0].start = schedule.events[0].start?.adding(minutes: 60)
        let plan = ImportStage.plan(schedule, draft, origins: first.origins)
        #expect(plan.programme.sessions[0].isInternal && plan.programme.sessions[0].start.description == "10:00")
    }
}
