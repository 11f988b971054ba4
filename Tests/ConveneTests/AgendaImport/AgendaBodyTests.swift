import Base
import Testing

@testable import Convene

@Suite("What is inside an item")
struct AgendaBodyTests {
    private func body(_ slots: [AgendaSlot], notes: String? = nil, works: [String] = []) -> AgendaBody {
        var item = AgendaStage.item("Block", "09:00", "09:40")
        item.slots = slots
        item.notes = notes
        item.works = works
        return AgendaBody(item, minutes: 40)
    }

    @Test("slots follow each other, or stand where they say")
    func timed() {
        let nine = ProgrammeStage.time("09:00")
        #expect(body([AgendaSlot(minutes: 8), AgendaSlot(minutes: 8)]).slots.map(\.start) == [nine, nine.adding(minutes: 8)])
        let own = body([AgendaSlot(start: nine, title: "A"), AgendaSlot(start: nine.adding(minutes: 15), title: "B")])
        #expect(own.slots.map(\.minutes) == [15, 25])
    }

    @Test("sub-items without times become lines of the abstract: no time is invented")
    func untimed() {
        let body = body([AgendaSlot(title: "First"), AgendaSlot(title: "Second")], notes: "Chaired by Ada", works: ["The index"])
        #expect(body.slots.isEmpty)
        #expect(body.notes == "Chaired by Ada\n– The index\n– First\n– Second")
    }
}
