import Base
import Testing

@testable import Convene

@Suite struct ApiSpeakerTests {
    @Test("one speaker for all spellings of a name, with every session once")
    func speakers() throws {
        let date = "2025-12-03"
        let sessions = [
            try SiteSample.session(
                1, date, 600, 30, Localized("A"), people: [SiteSample.person("Ana Ruiz"), SiteSample.person("Ana Ruiz")]),
            try SiteSample.session(2, date, 660, 30, Localized("B"), people: [SiteSample.person("ana ruíz")]),
            try SiteSample.session(3, date, 720, 30, Localized("C"), people: [SiteSample.person("Bo"), SiteSample.person("")]),
        ]
        let all = ApiSpeaker.all(of: Programme(zone: "UTC", sessions: sessions))
        #expect(Set(all.map(\.name)) == ["Ana Ruiz", "Bo"])
        let ana = try #require(all.first { $0.name == "Ana Ruiz" })
        #expect(ana.sessions == [SiteSample.id(1).text, SiteSample.id(2).text])
        #expect(ana.affiliations == ["UNAM"])
        #expect(all.map(\.speaker) == all.map(\.speaker).sorted())
    }
}
