import Base
import Testing

@testable import Convene

@Suite struct SpeakerTests {
    private func speaker(_ name: String) throws -> Speaker {
        Speaker(key: try #require(SpeakerKey(SiteSample.person(name))), name: name, affiliations: [], sessions: [])
    }

    @Test("One speaker for each key, with every session once and each affiliation once") func all() throws {
        var other = SiteSample.person("ana RUIZ")
        other.affiliation = "Tsinghua"
        let sessions = [
            try SiteSample.session(1, "2025-12-03", 540, 30, Localized("A"), people: [SiteSample.person("Ana Ruiz"), other]),
            try SiteSample.session(2, "2025-12-03", 600, 30, Localized("B"), people: [SiteSample.person("Ana Ruiz")]),
            try SiteSample.session(
                3, "2025-12-03", 660, 30, Localized("C"), people: [SiteSample.person("李明"), SiteSample.person("")]),
        ]
        let all = Speaker.all(of: SiteSample.release(sessions).programme)
        #expect(all.count == 2)
        let ana = try #require(all.first { $0.name == "Ana Ruiz" })
        #expect(ana.sessions == [SiteSample.id(1), SiteSample.id(2)] && ana.affiliations == ["UNAM", "Tsinghua"])
        #expect(all.map(\.key) == all.map(\.key).sorted())
    }

    @Test(
        "What stands for a picture",
        arguments: [
            ("Ana Ruiz", "AR"), ("ana maría de la cruz", "AC"), ("Suharto", "S"), ("李明", "李"), ("محمد علي", "م"),
            ("“Q” Smith", "S"),
            ("Анна Иванова", "АИ"), ("🌙", "🌙"),
        ])
    func initials(_ name: String, _ shown: String) throws { #expect(try speaker(name).initials == shown) }

    @Test(
        "The letter of an index; none for scripts without an alphabet",
        arguments: [
            ("Émile", "E"), ("ørsted", "O"), ("Łukasz", "L"), ("Иванов", "И"), ("محمد", "م"), ("أحمد", "ا"), ("李明", nil),
            ("김", nil),
            ("たなか", nil), ("123", nil), ("«Ana»", "A"), ("ß", "S"),
        ] as [(String, String?)])
    func letters(_ name: String, _ letter: String?) { #expect(Speaker.letter(of: name) == letter) }

    @Test("The page's address is the event's and the key's") func path() throws {
        let one = try speaker("Ana Ruiz")
        #expect(one.path(try SiteSample.event()) == "/e/gmc-2025/speakers/\(one.key.text)")
    }
}
