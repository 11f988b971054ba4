import Base
import Testing

@testable import Convene

@Suite struct ZoneHistoryTests {
    private func changes(_ zone: String, _ years: ClosedRange<Int>) throws -> [String] {
        ZoneHistory(try #require(Zone(zone)), years: years).changes.map { "\($0.at) \(offsetText($0.from)) \(offsetText($0.to))" }
    }

    @Test("Mexico City changed its clocks for the last time in 2022") func mexico() throws {
        #expect(try changes("America/Mexico_City", 2025...2025).isEmpty)
        #expect(
            try changes("America/Mexico_City", 2022...2023) == [
                "2022-04-03T08:00:00Z -06:00 -05:00", "2022-10-30T07:00:00Z -05:00 -06:00",
            ])
    }

    @Test("Changes are found to the second, north and south") func seconds() throws {
        #expect(
            try changes("Europe/Rome", 2025...2025) == [
                "2025-03-30T01:00:00Z +01:00 +02:00", "2025-10-26T01:00:00Z +02:00 +01:00",
            ])
        #expect(
            try changes("Pacific/Auckland", 2025...2025) == [
                "2025-04-05T14:00:00Z +13:00 +12:00", "2025-09-27T14:00:00Z +12:00 +13:00",
            ])
        #expect(try changes("Asia/Kathmandu", 2025...2025).isEmpty)
    }
}
