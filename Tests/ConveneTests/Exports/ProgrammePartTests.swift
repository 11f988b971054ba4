import Base
import Testing

@testable import Convene

@Suite struct ProgrammePartTests {
    @Test("A room, a track and a speaker hold their sessions and have a name") func holds() throws {
        let programme = try ExportStage.release().programme
        func ids(_ part: ProgrammePart) -> [Identifier] { programme.sessions.filter(part.holds).map(\.id) }
        #expect(ids(.room(SiteSample.id(52))) == [SiteSample.id(2)])
        #expect(ids(.track(ExportStage.policy.id)) == [SiteSample.id(1)])
        let speaker = ProgrammePart.speaker(try #require(SpeakerKey(SiteSample.person("WU YAN"))))
        #expect(ids(speaker).isEmpty, "one who is linked to a person is not the one who only has the name")
        let linked = ProgrammePart.speaker(try #require(SpeakerKey(SiteSample.id(777).text)))
        #expect(ids(linked) == [SiteSample.id(1)])
        #expect(linked.name(in: programme, items: programme.sessions).text(.en) == "Wu Yan")
        #expect(ProgrammePart.track(ExportStage.policy.id).name(in: programme, items: []).text(.fr) == "Politique")
        #expect(ProgrammePart.room(SiteSample.id(99)).name(in: programme, items: []).isEmpty)
    }
}
