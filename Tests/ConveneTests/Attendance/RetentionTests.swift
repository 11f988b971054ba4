import Base
import Testing
import TestKit

@testable import Convene

@Suite struct RetentionTests {
    @Test(
        "months are counted in the calendar",
        arguments: [
            ("2025-12-04", 12, "2026-12-04"), ("2025-12-31", 2, "2026-02-28"), ("2023-11-30", 3, "2024-02-29"),
            ("2025-01-31", 120, "2035-01-31"),
        ])
    func days(_ last: String, _ months: Int, _ wanted: String) throws {
        let id = Identifier(at: Instant(seconds: 1))
        var event = try EventWorld.draft().event(id, in: id)
        event.first = try EventWorld.day(last)
        event.last = event.first
        #expect(Retention.day(of: event, months: months).description == wanted)
        let midnight = Instant(seconds: Int64(try EventWorld.day(wanted).dayNumber) * 86_400)
        // In Mexico City the day begins six hours later.
        #expect(!Retention.isOver(event, months: months, at: midnight.adding(minutes: 359)))
        #expect(Retention.isOver(event, months: months, at: midnight.adding(minutes: 361)))
    }
}
