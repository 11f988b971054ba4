import Base
import Testing

@testable import Convene

@Suite("From the first session to the last")
struct ProgrammeHoursTests {
    @Test("hours are those of the event's zone, over midnight too; a programme without sessions has none")
    func hours() throws {
        let sessions = [
            try SiteSample.session(1, "2025-12-04", 1_380, 120, Localized("Night")),
            try SiteSample.session(2, "2025-12-03", 540, 30, Localized("First")),
        ]
        let hours = try #require(ProgrammeHours(SiteSample.release(sessions, zone: "Asia/Kathmandu", number: 3)))
        #expect(hours.start.description == "2025-12-03T03:15:00Z" && hours.end.description == "2025-12-04T19:15:00Z")
        #expect(hours.release == 3 && hours.zone.name == "Asia/Kathmandu")
        #expect(ProgrammeHours(SiteSample.release([])) == nil)
    }
}
