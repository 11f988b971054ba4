import Base
import Testing

@testable import Convene

@Suite struct ProgrammeGapsTests {
    private let hall = ProgrammeStage.room("Hall", 1)
    private let annex = ProgrammeStage.room("Annex", 2)
    private func codes(_ programme: Programme, _ availability: [String: [Availability]] = [:]) -> [ProgrammeWarning.Code] {
        ProgrammeRules.warnings(of: programme, availability: availability).map(\.code)
    }
    private func talk(_ title: String, _ start: String, _ room: Room?, _ speaker: String = "") -> Session {
        var session = ProgrammeStage.session(title, start, room: room)
        session.abstract = Localized("About it")
        if !speaker.isEmpty { session.appearances = [ProgrammeStage.appearance(speaker)] }
        return session
    }

    @Test("a talk without a speaker, a text or a room; nothing of the kind for a break or what is internal")
    func missing() {
        var bare = ProgrammeStage.session("A", "09:00")
        #expect(codes(ProgrammeStage.programme([bare], rooms: [hall])) == [.noSpeaker, .noText, .noRoom])
        bare.isInternal = true
        #expect(codes(ProgrammeStage.programme([bare], rooms: [hall])) == [.noRoom])
        var pause = ProgrammeStage.session("Coffee", "09:00")
        pause.kind = .break
        #expect(codes(ProgrammeStage.programme([pause], rooms: [hall])) == [])
        #expect(codes(ProgrammeStage.programme([talk("A", "09:00", hall, "Ada")], rooms: [hall])) == [])
    }

    @Test("somebody with under five minutes between two rooms is warned of; in one room, or remotely, it is well")
    func tight() {
        let first = talk("A", "09:00", hall, "Ada")
        func second(_ start: String, _ room: Room) -> Programme {
            ProgrammeStage.programme([first, talk("B", start, room, "ada")], rooms: [hall, annex])
        }
        #expect(codes(second("09:34", annex)) == [.tooTight])
        #expect(codes(second("09:30", annex)) == [.tooTight])
        #expect(codes(second("09:35", annex)) == [])
        #expect(codes(second("09:30", hall)) == [])
    }

    @Test("an item of the whole house and one of a room at the same time")
    func house() {
        var lunch = ProgrammeStage.session("Lunch", "09:10")
        lunch.kind = .break
        let programme = ProgrammeStage.programme([talk("A", "09:00", hall, "Ada"), lunch], rooms: [hall])
        #expect(codes(programme) == [.houseOverlap])
        lunch.isInternal = true
        #expect(codes(ProgrammeStage.programme([talk("A", "09:00", hall, "Ada"), lunch], rooms: [hall])) == [])
    }

    @Test("a speaker outside the hours that were said; whoever said none can always come")
    func hours() throws {
        let session = talk("A", "09:00", hall, "Ada")
        let key = try #require(SpeakerKey(session.appearances[0])).text
        let programme = ProgrammeStage.programme([session], rooms: [hall])
        let (good, bad) = (try Availability.read("2025-12-03 08:00-09:30"), try Availability.read("2025-12-03 08:00-09:29"))
        #expect(codes(programme, [key: good]) == [])
        #expect(codes(programme, [key: bad + good]) == [])
        #expect(codes(programme, [key: bad]) == [.unavailable])
        #expect(codes(programme, [key: []]) == [])
    }
}
