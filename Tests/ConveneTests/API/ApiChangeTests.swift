import Base
import Store
import Testing

@testable import Convene

@Suite struct ApiChangeTests {
    @Test("a change tells what was and what is, in the field's own form")
    func changes() throws {
        let date = "2025-12-03"
        let room = SiteSample.room(51, "Hall")
        var now = try SiteSample.session(1, date, 630, 45, Localized(["en": "B", "es": "C"]), room: 51)
        now.kind = .keynote
        now.languages = ["es"]
        let old = Programme(zone: "UTC", sessions: [try SiteSample.session(1, date, 600, 30, Localized("A"))])
        let new = Programme(zone: "UTC", rooms: [room], sessions: [now])
        let changes = ProgrammeChange.diff(old, new).map(ApiChange.init)
        let moved = try #require(changes.first { $0.code == "moved" })
        #expect(moved.before == .when(date: date, start: "10:00", minutes: 30))
        #expect(moved.after == .when(date: date, start: "10:30", minutes: 45))
        #expect(moved.session == SiteSample.id(1).text)
        let retitled = try #require(changes.first { $0.code == "retitled" })
        #expect(retitled.after == .texts(["en": "B", "es": "C"]))
        let placed = try #require(changes.first { $0.code == "roomChanged" })
        #expect(placed.before == nil)
        #expect(placed.after == .place(ApiPlan.Place(room)))
        let all = json(changes)
        #expect(all.contains(#""after":"keynote","before":"talk""#))
        #expect(all.contains(#""after":["es"],"before":["en"]"#))
        #expect(all.contains(#""after":{"date":"2025-12-03","minutes":45,"start":"10:30"}"#))
        let added = try #require(changes.first { $0.code == "roomAdded" })
        #expect(added.session == nil)
    }
}
