import Base
import Testing

@testable import Convene

/// Readings made by hand, so that these tests speak of importing alone.
enum AgendaStage {
    static func item(
        _ title: String, _ start: String, _ end: String?, on date: CalendarDate? = ProgrammeStage.first, line: Int = 1
    )
        -> AgendaItem
    {
        var item = AgendaItem(date: date, start: ProgrammeStage.time(start), end: end.map(ProgrammeStage.time), title: title)
        item.lines = [line]
        return item
    }
    static func reading(_ items: [AgendaItem]) -> AgendaReading {
        var reading = AgendaReading()
        reading.items = items
        return reading
    }
    static func plan(
        _ items: [AgendaItem], _ draft: Programme = Programme(zone: "America/Mexico_City"), _ mode: AgendaMode = .add,
        _ answers: AgendaAnswers = AgendaAnswers()
    ) -> AgendaPlan {
        AgendaImportActions.plan(reading(items), draft: draft, mode: mode, answers: answers, at: ProgrammeStage.now)
    }
    static var morning: [AgendaItem] {
        var opening = item("Opening", "09:20", "09:45", line: 3)
        opening.kind = .remarks
        opening.kindGuessed = false
        opening.section = "Ceremony"
        opening.room = "Hall"
        opening.speakers = [AgendaSpeaker(name: "Ada", affiliation: "UNAM"), AgendaSpeaker(name: "Grace", role: .chair)]
        var block = item("Reports", "09:45", "10:25", line: 6)
        block.slots = (0..<5).map { _ in AgendaSlot(minutes: 8) }
        block.works = ["The index"]
        var one = item("Plenary 1", "14:00", "17:00", line: 9)
        var two = item("Plenary 2", "14:00", "17:00", line: 10)
        one.parallel = 1
        two.parallel = 1
        return [opening, block, item("Tea break", "10:25", "10:40", line: 8), one, two]
    }
}

@Suite("What an agenda's text would make of a draft")
struct AgendaPlanTests {
    @Test("items become sessions, with days, named rooms, slots and people, and nothing is invented")
    func fresh() throws {
        let plan = AgendaStage.plan(AgendaStage.morning)
        let programme = plan.programme
        #expect(plan.isReady)
        #expect(programme.days.map(\.date) == [ProgrammeStage.first])
        #expect(programme.rooms.map { $0.name.text(.en) } == ["Hall"])
        #expect(programme.sessions.map { $0.title.text(.en) }.prefix(3) == ["Opening", "Reports", "Tea break"])
        #expect(programme.sessions.filter { $0.start == ProgrammeStage.time("14:00") }.map(\.room) == [nil, nil])
        let opening = programme.sessions[0]
        #expect(opening.appearances.map(\.name) == ["Ada", "Grace"] && opening.appearances.map(\.role) == [.speaker, .chair])
        #expect(opening.section.text(.en) == "Ceremony" && opening.kind == .remarks)
        #expect(programme.sessions[1].slots.map(\.start.description) == ["09:45", "09:53", "10:01", "10:09", "10:17"])
        #expect(plan.lines[opening.id] == [3])
    }

    @Test("the same text twice changes nothing, in both modes", arguments: AgendaMode.allCases)
    func twice(mode: AgendaMode) {
        let first = AgendaStage.plan(AgendaStage.morning, Programme(zone: "America/Mexico_City"), mode)
        let again = AgendaStage.plan(AgendaStage.morning, first.programme, mode)
        #expect(again.programme == first.programme)
        #expect(again.changes.isEmpty && again.isReady)
    }

    @Test("a changed text shows what changes; identifiers and translations stay")
    func changed() throws {
        var draft = AgendaStage.plan(AgendaStage.morning).programme
        draft.sessions[0].title["es"] = "Apertura"
        draft.sessions[0].abstract = Localized("Kept")
        var items = AgendaStage.morning
        items[0].title = "OPENING"
        items[0].end = ProgrammeStage.time("09:50")
        items[0].speakers[0].affiliation = "Tec"
        let plan = AgendaStage.plan(items, draft)
        #expect(plan.changes.map(\.code) == ["lengthened", "appearanceChanged"])
        #expect(plan.programme.sessions[0].id == draft.sessions[0].id)
        #expect(plan.programme.sessions[0].title == draft.sessions[0].title)
        #expect(plan.programme.sessions[0].abstract.text(.en) == "Kept")
    }

    @Test("adding keeps what is there; replacing takes the text as the whole of its days")
    func modes() {
        let extra = ProgrammeStage.session("Dinner", "20:00")
        let other = ProgrammeStage.session("Closing", "12:00", on: ProgrammeStage.second)
        let draft = ProgrammeStage.programme([extra, other])
        let items = [AgendaStage.item("Opening", "09:00", "10:00")]
        #expect(AgendaStage.plan(items, draft, .add).programme.sessions.count == 3)
        let replaced = AgendaStage.plan(items, draft, .replaceDays)
        #expect(replaced.programme.sessions.map { $0.title.text(.en) } == ["Opening", "Closing"])
        #expect(Set(replaced.changes.map(\.code)) == ["sessionAdded", "sessionRemoved"])
    }

    @Test("in a replaced day an item may have moved or been given a new title")
    func moved() {
        let draft = AgendaStage.plan(AgendaStage.morning).programme
        var items = AgendaStage.morning
        items[2].start = ProgrammeStage.time("11:00")
        items[2].end = ProgrammeStage.time("11:15")
        items[0].title = "Welcome"
        #expect(AgendaStage.plan(items, draft, .replaceDays).changes.map(\.code) == ["retitled", "moved"])
    }

    @Test("an item without a day waits for an answer")
    func dateless() {
        let items = [AgendaStage.item("Opening", "09:00", "10:00", on: nil)]
        #expect(!AgendaStage.plan(items).isReady)
        #expect(AgendaStage.plan(items).unsettled.count == 1)
        let answered = AgendaStage.plan(items, Programme(zone: "UTC"), .add, AgendaAnswers(date: ProgrammeStage.second))
        #expect(answered.isReady && answered.dates == [ProgrammeStage.second])
    }

    @Test("one wrong line stops all of it")
    func wrong() {
        var reading = AgendaStage.reading(AgendaStage.morning)
        reading.lines = [AgendaLine(number: 7, text: "25:99 x", verdict: .wrong, meaning: AgendaMeaning(.unread))]
        let plan = AgendaImportActions.plan(
            reading, draft: Programme(zone: "UTC"), mode: .add, answers: AgendaAnswers(), at: ProgrammeStage.now)
        #expect(!plan.isReady && plan.wrong.map(\.number) == [7])
    }

    @Test("a session past the day's end lengthens the day")
    func night() {
        let plan = AgendaStage.plan([AgendaStage.item("Party", "23:00", "26:00")])
        #expect(plan.programme.days.map(\.ends.minutes) == [1560])
    }
}
