import Base
import Testing

@testable import Convene

@Suite("Who is concerned by a release")
struct ReleaseNoticeTests {
    private static func session(_ title: String, _ start: String, _ people: [String]) -> Session {
        var session = ProgrammeStage.session(title, start)
        session.appearances = people.map { ProgrammeStage.appearance($0) }
        return session
    }

    @Test("before anybody was told, everyone in the programme is")
    func first() {
        let new = ProgrammeStage.programme([Self.session("A", "09:00", ["Ana", "Bo"]), Self.session("B", "10:00", ["Ana"])])
        let notices = ReleaseNotice.notices(from: nil, to: new)
        #expect(notices.map(\.name) == ["Ana", "Bo"])
        #expect(notices[0].changes.map(\.code) == ["sessionAdded", "sessionAdded"])
    }

    @Test("a move concerns those who appear; another's change, an abstract and a new section concern nobody else")
    func scope() {
        let old = ProgrammeStage.programme([Self.session("A", "09:00", ["Ana"]), Self.session("B", "10:00", ["Bo"])])
        var new = old
        new.sessions[0].start = ProgrammeStage.time("11:00")
        new.sessions[1].abstract = Localized("Longer")
        new.sessions[1].section = Localized("Later")
        let notices = ReleaseNotice.notices(from: old, to: new)
        #expect(notices.map(\.name) == ["Ana"])
        #expect(notices.first?.changes.map(\.code) == ["moved"])
    }

    @Test("whoever comes into a session or leaves it is told, and whoever was there before is not")
    func appearing() {
        let old = ProgrammeStage.programme([Self.session("A", "09:00", ["Ana", "Bo"])])
        var new = old
        new.sessions[0].appearances[1] = ProgrammeStage.appearance("Chen")
        let notices = ReleaseNotice.notices(from: old, to: new)
        #expect(notices.map(\.name) == ["Bo", "Chen"])
        #expect(notices.map { $0.changes.map(\.code) } == [["appearanceRemoved"], ["appearanceAdded"]])
    }

    @Test("a session that is gone is told to those who were in it; nothing changed is told to nobody")
    func gone() {
        let old = ProgrammeStage.programme([Self.session("A", "09:00", ["Ana"]), Self.session("B", "10:00", ["Bo"])])
        var new = old
        new.sessions.removeLast()
        #expect(ReleaseNotice.notices(from: old, to: new).map(\.name) == ["Bo"])
        #expect(ReleaseNotice.notices(from: old, to: old).isEmpty)
    }
}
