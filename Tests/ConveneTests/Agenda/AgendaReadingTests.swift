import Base
import Foundation
import Testing

@testable import Convene

@Suite("Agenda: values")
struct AgendaReadingTests {
    @Test("a reading survives JSON")
    func codable() throws {
        for name in try AgendaFixture.names() {
            let reading = AgendaReader(expectedYear: 2025).read(try AgendaFixture.text(name))
            let data = try JSONEncoder().encode(reading)
            let back = try JSONDecoder().decode(AgendaReading.self, from: data)
            #expect(back == reading, "\(name)")
        }
    }

    @Test("minutes of an item run from start to end")
    func minutes() throws {
        let start = try #require(ClockTime("22:00"))
        #expect(AgendaItem(date: nil, start: start, end: ClockTime("25:30"), title: "Dance").minutes == 210)
        #expect(AgendaItem(date: nil, start: start, title: "Dance").minutes == nil)
    }
}
