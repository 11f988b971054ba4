import Base
import Foundation
import HTML
import Testing

@testable import Convene

@Suite struct LinkedDataExportTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    private func export(_ language: Language = .en) throws -> LinkedDataExport {
        LinkedDataExport(EventFile(event: try SiteSample.event()), language: language, baseURL: ExportStage.baseURL)
    }

    @Test("The whole tells what stands, what moved and what was called off") func programme() throws {
        let first = try ExportStage.release()
        var second = try ExportStage.release(number: 2)
        second.programme.sessions[0].start = ClockTime(minutes: 660)
        second.programme.sessions.removeAll { $0.id == SiteSample.id(4) }
        let view = ProgrammeView(second, reader: nil, language: .en)
        let root = try object(try export().programme(view, history: ProgrammeHistory(second, earlier: [first])))
        #expect(root["@context"] as? String == "https://schema.org" && root["startDate"] as? String == "2025-12-02")
        let parts = try #require(root["subEvent"] as? [[String: Any]])
        let states = Dictionary(
            uniqueKeysWithValues: parts.map {
                (
                    ($0["@id"] as? String ?? "").suffix(1),
                    ($0["eventStatus"] as? String ?? "").replacing("https://schema.org/", with: "")
                )
            })
        #expect(
            states == [
                "1": "EventRescheduled", "2": "EventScheduled", "3": "EventScheduled", "4": "EventCancelled",
                "5": "EventScheduled",
            ])
        let moved = try #require(parts.first { ($0["eventStatus"] as? String)?.hasSuffix("Rescheduled") == true })
        #expect(moved["startDate"] as? String == "2025-12-03T11:00:00-06:00")
        #expect(moved["previousStartDate"] as? String == "2025-12-03T10:00:00-06:00")
        #expect(moved["eventAttendanceMode"] as? String == "https://schema.org/MixedEventAttendanceMode")
        #expect((moved["performer"] as? [[String: Any]])?.count == 3 && moved["offers"] == nil)
    }

    @Test("A session names what it is part of; nothing can end the script that it stands in") func session() throws {
        let view = ProgrammeView(try ExportStage.release(), reader: nil, language: .en)
        let text = try export().session(view.items[0], view, history: .none)
        let root = try object(text)
        #expect((root["superEvent"] as? [String: Any])?["url"] as? String == "https://conference.example/e/gmc-2025")
        #expect((root["location"] as? [String: Any])?["name"] as? String == "L'Aula, UNAM")
        #expect(root["name"] as? String == "Full </script> & \"more\"" && !text.contains("<"))
    }

    @Test("A gathering on line has a virtual place") func online() throws {
        var event = try SiteSample.event()
        event.country = ""
        let export = LinkedDataExport(EventFile(event: event), language: .en, baseURL: ExportStage.baseURL)
        let root = try object(export.summary(nil))
        #expect((root["location"] as? [String: Any])?["@type"] as? String == "VirtualLocation")
        #expect(root["eventAttendanceMode"] as? String == "https://schema.org/OnlineEventAttendanceMode")
        #expect(root["subEvent"] == nil)
    }
}
