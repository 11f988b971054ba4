import Base
import Testing

@testable import Convene

@Suite struct ExportIdentitiesTests {
    @Test("Numbers are positive, different, and the same in every release") func numbers() {
        let ids = (1...500).map(SiteSample.id)
        let all = ExportIdentities.numbers(ids)
        #expect(Set(all.values).count == 500 && all.values.allSatisfy { $0 > 0 && $0 < 1 << 31 })
        #expect(ExportIdentities.numbers([SiteSample.id(7)])[SiteSample.id(7)] == all[SiteSample.id(7)])
    }

    @Test("The source's own identity is kept, unless two claim it or it is none") func guids() throws {
        var sessions = try (1...4).map { try SiteSample.session($0, "2025-12-03", 600, 30, Localized("T\($0)")) }
        sessions[0].detail.guid = "11111111-2222-4333-8444-555555555555"
        sessions[1].detail.guid = "22222222-2222-4333-8444-555555555555"
        sessions[2].detail.guid = "22222222-2222-4333-8444-555555555555"
        sessions[3].detail.guid = "no-uuid"
        let identities = ExportIdentities(sessions)
        #expect(
            sessions.map(identities.guid) == ["11111111-2222-4333-8444-555555555555"] + (2...4).map { SiteSample.id($0).text })
    }

    @Test("A speaker has one identity, however the name is written") func speakers() throws {
        let one = try #require(SpeakerKey(SiteSample.person("José  Pérez")))
        let other = try #require(SpeakerKey(SiteSample.person("jose perez")))
        #expect(ExportIdentities.guid(one) == ExportIdentities.guid(other))
        #expect(Identifier(ExportIdentities.guid(one)) != nil && ExportIdentities.guid(one).dropFirst(14).first == "8")
        let third = try #require(SpeakerKey(SiteSample.person("Wu Yan")))
        #expect(ExportIdentities.guid(one) != ExportIdentities.guid(third))
        let linked = try #require(SpeakerKey(SiteSample.id(777).text))
        #expect(ExportIdentities.guid(linked) == SiteSample.id(777).text)
    }
}
