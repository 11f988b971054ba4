import Base
import Testing

@testable import Convene

@Suite("A session as a form gives it")
struct SessionDraftTests {
    @Test("who was there keeps the identifier, and the person behind it as long as the name is the same")
    func identity() {
        var old = ProgrammeStage.session("Talk", "09:00")
        old.appearances = [ProgrammeStage.appearance("Ada"), ProgrammeStage.appearance("Grace")]
        for index in old.appearances.indices { old.appearances[index].person = Identifier(at: ProgrammeStage.now) }
        var draft = SessionDraft(old)
        draft.people[1].name = "Grace Hopper"
        draft.people.append(draft.people[0])
        draft.people[2].id = Identifier(at: ProgrammeStage.now)
        let new = draft.session(old.id, before: old, newID: { Identifier(at: ProgrammeStage.now) })
        #expect(new.appearances.map(\.id).prefix(2) == old.appearances.map(\.id).prefix(2))
        #expect(new.appearances.map(\.person) == [old.appearances[0].person, nil, nil])
        #expect(!old.appearances.map(\.id).contains(new.appearances[2].id))
    }
}
