import Base
import Testing

@testable import Convene

@Suite struct ScheduleOutlineTests {
    @Test("An acronym is what both schemas allow", arguments: ["gmc-2025", "gmc", "a-b-c", "conference"])
    func acronym(_ slug: String) throws {
        let acronym = ScheduleOutline.acronym(slug)
        #expect(try /[a-z0-9_]{4,}/.wholeMatch(in: acronym) != nil, "\(acronym)")
    }

    @Test("A day holds its night, and a night's session stands in the day before") func nights() throws {
        let outline = try ExportStage.outline(ExportStage.release())
        #expect(outline.days.map(\.date.description) == ["2025-12-03", "2025-12-04"])
        let night = try #require(outline.days[0].rooms.flatMap(\.entries).first { $0.title.hasPrefix("Night") })
        #expect(night.start == "2025-12-04T01:30:00-06:00" && night.clock == "01:30")
        #expect(outline.days[0].end >= night.end)
    }

    @Test("Tracks are the programme's and then the sections that stand for one") func tracks() throws {
        let outline = try ExportStage.outline(ExportStage.release(), .fr)
        #expect(outline.tracks.map(\.name) == ["Politique", "After dark"])
        #expect(outline.tracks.map(\.colour) == ["#aa0033", nil])
    }

    @Test("Rooms of one name are told apart; what has no room stands in the venue") func rooms() throws {
        let outline = try ExportStage.outline(ExportStage.release())
        #expect(outline.rooms.map(\.name) == ["L'Aula", "L'Aula (2)"])
        #expect(outline.days[0].rooms.map(\.name) == ["L'Aula", "L'Aula (2)", "UNAM"])
        #expect(outline.days[0].rooms.map(\.guid) == [SiteSample.id(51).text, SiteSample.id(52).text, nil])
    }
}
