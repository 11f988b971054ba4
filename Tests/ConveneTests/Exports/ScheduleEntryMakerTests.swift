import Base
import Testing

@testable import Convene

@Suite struct ScheduleEntryMakerTests {
    private func entry(_ title: Localized, minutes: Int = 30) throws -> ScheduleOutline.Entry {
        let release = SiteSample.release([try SiteSample.session(1, "2025-12-03", 600, minutes, title)])
        return try #require(try ExportStage.outline(release).days.first?.rooms.first?.entries.first)
    }

    @Test(
        "A slug is what both schemas allow, whatever the title",
        arguments: [
            "Opening", "", "!", "مؤتمر", "a", String(repeating: "ab ", count: 60), "ends with blanks   ", "Ünïcödé — dash",
        ])
    func slug(_ title: String) throws {
        let slug = try entry(Localized(title)).slug
        #expect(try /[a-z0-9_]{4,}-[a-z0-9\-_]{3,}[a-z0-9]/.wholeMatch(in: slug) != nil, "\(slug)")
    }

    @Test("A length may pass a day") func duration() throws {
        #expect(try entry(Localized("Long"), minutes: 1560).duration == "26:00")
        #expect(try entry(Localized("Short"), minutes: 5).duration == "00:05")
    }

    @Test("People have their page; files and links their kind, and what is not for everybody is left out") func references()
        throws
    {
        let entries = try ExportStage.outline(ExportStage.release()).days.flatMap(\.rooms).flatMap(\.entries)
        let full = try #require(entries.first { $0.guid.hasPrefix("1111") })
        #expect(full.persons.map(\.name) == ["Ana 'Nita' Ruiz", "Doe, Jane", "Wu Yan"])
        #expect(full.persons[2].url == "https://conference.example/e/gmc-2025/speakers/\(SiteSample.id(777))")
        #expect(full.links.map(\.url) == ["https://video.example/1"] && full.links.map(\.type) == ["media"])
        #expect(full.attachments.map(\.title) == ["Slides & notes"])
        #expect(
            full.attachments.map(\.url) == [
                "https://conference.example/e/gmc-2025/s/\(SiteSample.id(1))/materials/\(SiteSample.id(301))"
            ])
    }
}
