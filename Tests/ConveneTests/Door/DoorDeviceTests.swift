import Base
import Testing

@testable import Convene

@Suite struct DoorDeviceTests {
    @Test("a device works through the day after the event, by the clock there") func end() throws {
        let zone = try #require(Zone("America/Mexico_City"))
        let event = try Event(
            id: Identifier(at: Instant(seconds: 1)), slug: "e", series: Identifier(at: Instant(seconds: 1)), kind: .conference,
            name: Localized("E"), shortName: "E", zone: zone.name, first: EventWorld.day("2025-12-02"),
            last: EventWorld.day("2025-12-04"), venue: .empty, city: .empty, country: "", isPublic: true)
        let wall = zone.wall(at: DoorDevice.end(of: event))
        #expect(wall.date.description == "2025-12-06" && wall.time.minutes == 0)
    }

    @Test("secrets have 192 bits and are never the same; the digest is another's than that of links and tokens") func secrets() {
        let all = Set((0..<500).map { _ in DoorDevice.newSecret() })
        #expect(all.count == 500)
        #expect(all.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) } })
        #expect(DoorDevice.digest("a").utf8.count == 64 && DoorDevice.digest("a") != DoorDevice.digest("b"))
    }
}
