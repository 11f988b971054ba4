import Base
import Testing

@testable import Convene

@Suite("A text and a draft put together")
struct AgendaMergeTests {
    private func people(_ names: [String], into old: [Appearance], _ mode: AgendaMode) -> [Appearance] {
        var session = ProgrammeStage.session("Talk", "09:00")
        session.appearances = old
        var item = AgendaStage.item("Talk", "09:00", "09:30")
        item.speakers = names.map { AgendaSpeaker(name: $0) }
        return AgendaStage.plan([item], ProgrammeStage.programme([session]), mode).programme.sessions[0].appearances
    }

    @Test("whoever was there keeps identifier and presence; who is missing leaves only a replaced day")
    func appearances() {
        let old = [ProgrammeStage.appearance("Ada", .online), ProgrammeStage.appearance("Grace")]
        let added = people(["Alan", "ADA"], into: old, .add)
        #expect(added.map(\.name) == ["Ada", "Grace", "Alan"] && added.prefix(2).map(\.id) == old.map(\.id))
        #expect(added[0].presence == .online)
        #expect(people(["Alan", "ADA"], into: old, .replaceDays).map(\.name) == ["Alan", "Ada"])
    }

    @Test("a room is found under any of its names")
    func rooms() {
        var item = AgendaStage.item("Talk", "09:00", "09:30")
        item.room = "gran sala"
        var room = ProgrammeStage.room("Great hall")
        room.name["es"] = "Gran Sala"
        let draft = Programme(zone: "UTC", rooms: [room])
        let programme = AgendaStage.plan([item], draft).programme
        #expect(programme.rooms == [room] && programme.sessions[0].room == room.id)
    }

    @Test("a guessed kind does not override what an editor chose")
    func kinds() {
        var session = ProgrammeStage.session("Talk", "09:00")
        session.kind = .keynote
        var item = AgendaStage.item("Talk", "09:00", "09:30")
        item.kind = .talk
        #expect(AgendaStage.plan([item], ProgrammeStage.programme([session])).programme.sessions[0].kind == .keynote)
        item.kindGuessed = false
        #expect(AgendaStage.plan([item], ProgrammeStage.programme([session])).programme.sessions[0].kind == .talk)
    }
}
