import Base
import Testing

@testable import Convene

@Suite struct SearchIndexTests {
    private static let titles: [Int: Localized] = [
        1: Localized(["en": "Opening Video", "ar": "فيديو الافتتاح", "zh": "开幕视频"]),
        2: Localized("Education without borders"),
        3: Localized("การศึกษาไร้พรมแดน", "th"),
        4: Localized("교육의 미래", "ko"),
        5: Localized("オープン教育", "ja"),
        6: Localized("Открытое образование", "ru"),
    ]

    private func release() throws -> Release {
        var sessions = try Self.titles.sorted { $0.key < $1.key }.map {
            try SiteSample.session($0.key, "2025-12-03", 540 + $0.key * 10, 10, $0.value, room: 51)
        }
        sessions[1].abstract = Localized("On licences and remixing")
        sessions[1].detail.description = Localized("The **long** text names Saltillo.")
        sessions[1].detail.subtitle = Localized("A subtitle")
        sessions[1].section = Localized("Morning")
        sessions[1].track = SiteSample.id(61)
        sessions[1].appearances = [SiteSample.person("María Ñúñez")]
        sessions[1].slots = [
            Slot(id: SiteSample.id(81), start: ClockTime(minutes: 560), minutes: 5, title: Localized("First lightning"))
        ]
        var release = SiteSample.release(sessions, rooms: [SiteSample.room(51, "Sala Mayor")])
        release.programme.tracks = [Track(id: SiteSample.id(61), name: Localized("Policy"), position: 1)]
        return release
    }

    private func found(_ text: String) throws -> [Int] {
        let index = SearchIndex(try release())
        let found = index.sessions(for: SearchTokens.wish(text))
        return Self.titles.keys.filter { found.contains(SiteSample.id($0)) }.sorted()
    }

    @Test(
        "Every text of a session is found",
        arguments: ["borders", "licences", "saltillo", "subtitle", "morning", "policy", "nunez", "UNAM", "lightning"])
    func everyText(_ text: String) throws { #expect(try found(text) == [2]) }

    @Test(
        "In every script, by a part of a word too",
        arguments: [
            ("الافتتاح", 1), ("فيديو", 1), ("视频", 1), ("开", 1), ("educ", 2), ("พรมแดน", 3), ("미래", 4), ("교", 4), ("おーぷん", 5),
            ("образов", 6), ("ОТКРЫТОЕ", 6),
        ])
    func everyScript(_ text: String, _ session: Int) throws { #expect(try found(text) == [session]) }

    @Test("All that is asked for must be there") func all() throws {
        #expect(try found("sala mayor") == [1, 2, 3, 4, 5, 6])
        #expect(try found("sala borders") == [2])
        #expect(try found("borders nothing").isEmpty)
        // What stands before the last word must stand there whole.
        #expect(try found("educ borders").isEmpty)
    }

    @Test("Two halves that never stood together are not found as one") func pairs() throws {
        #expect(try found("教育").sorted() == [5])
        #expect(try found("育教").isEmpty)
    }

    @Test("An empty wish finds nothing, an empty programme too") func empty() throws {
        #expect(try found("").isEmpty)
        #expect(SearchIndex(SiteSample.release([])).sessions(for: SearchTokens.wish("a")).isEmpty)
    }
}
