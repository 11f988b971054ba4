import App
import Base
import Formats
import Foundation
import Testing

/// A foreign schedule in another form, without a database.
@Suite struct ScheduleConversionTests {
    private static let zone = Zone("Europe/Berlin")!
    private static let file = """
        title,date,start,end,room,speakers,id
        Opening,2026-05-02,09:00,09:30,Aula,Ana Ruiz,7
        Night of music,2026-05-02,23:30,25:00,Hof,"Wu Yan; Omar",8
        """

    private func convert(_ text: String, name: String = "file.csv") throws -> ScheduleConversion {
        try ScheduleConversion(Array(text.utf8), name: name, zone: ScheduleConversionTests.zone)
    }

    @Test("What is converted says the same in each form, under names that stay") func forms() throws {
        let conversion = try convert(ScheduleConversionTests.file)
        var guids: Set<[String?]> = []
        for format in ScheduleConversion.formats {
            let text = try conversion.text(format, .en)
            #expect(try conversion.text(format, .en) == text, "always the same")
            let again = try FormatReader.read(
                Array(text.utf8), name: "again.\(format)", zone: ScheduleConversionTests.zone)
            let starts = again.events.map { $0.start?.iso(offset: 7_200) }
            #expect(again.events.map(\.title) == ["Opening", "Night of music"], "\(format)")
            #expect(starts == ["2026-05-02T09:00:00+02:00", "2026-05-02T23:30:00+02:00"], "\(format)")
            #expect(again.events.map(\.minutes) == [30, 90] && again.events.map(\.room) == ["Aula", "Hof"], "\(format)")
            #expect(again.events[1].persons.map(\.name) == ["Wu Yan", "Omar"], "\(format)")
            guids.insert(again.events.map(\.guid))
        }
        #expect(guids.count == 1 && guids.first?.allSatisfy { $0 != nil } == true)
    }

    @Test("Nothing is said that is not known: no page of ours, no person's page; the file's own addresses stay")
    func addresses() throws {
        let csv = "title,date,start,end,url\nA,2026-05-02,09:00,10:00,https://camp.example/a\nB,2026-05-02,10:00,11:00,\n"
        let json = try convert(csv).text("json", .en)
        #expect(json.contains("\"url\":\"https://camp.example/a\"") && !json.contains("/speakers/") && !json.contains("/s/"))
        #expect(json.contains(".invalid#"), "a session without an address is named within one that says that there is none")
    }

    @Test("A file that cannot be read is refused with its place") func refusal() throws {
        #expect(throws: FormatRefusal.self) { try convert("<schedule><!DOCTYPE x>", name: "a.xml") }
    }
}
