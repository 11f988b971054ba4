import Base
import Testing

@testable import Convene

@Suite struct EventFileTests {
    private func file(_ slug: String, _ first: String, _ last: String, zone: String = "Asia/Shanghai") throws -> EventFile {
        var draft = try EventWorld.draft(slug)
        draft.first = try EventWorld.day(first)
        draft.last = try EventWorld.day(last)
        draft.zone = zone
        let id = Identifier(at: Instant(seconds: 1))
        return EventFile(event: draft.event(id, in: id))
    }

    @Test("The start page shows what is on, else what comes next, else what was last") func current() throws {
        let files = [
            try file("a", "2024-12-11", "2024-12-13"), try file("b", "2025-12-02", "2025-12-04"),
            try file("c", "2026-12-01", "2026-12-03"),
        ]
        func at(_ text: String) throws -> String? {
            EventFile.current(of: files, at: Instant(seconds: Int64(try EventWorld.day(text).dayNumber) * 86_400 + 43_200))?.event
                .slug
        }
        #expect(try at("2025-12-03") == "b")
        #expect(try at("2025-12-05") == "c")
        #expect(try at("2025-01-01") == "b")
        #expect(try at("2027-01-01") == "c")
        #expect(EventFile.current(of: [], at: Instant(seconds: 0)) == nil)
    }

    @Test("An event is on by the days of its own zone") func zones() throws {
        let east = try file("east", "2025-12-04", "2025-12-04")
        let later = try file("later", "2025-12-06", "2025-12-06")
        // 20:00 UTC on the 4th is the 5th in Shanghai.
        let evening = Instant(seconds: Int64(try EventWorld.day("2025-12-04").dayNumber) * 86_400 + 72_000)
        #expect(EventFile.current(of: [east, later], at: evening)?.event.slug == "later")
    }

    @Test("A party's own name goes before the register's") func names() throws {
        let id = Identifier(at: Instant(seconds: 1))
        let own = EventParty(id: id, role: .host, organisation: nil, name: Localized("UNAM"), position: 0)
        var file = try file("a", "2025-12-02", "2025-12-04")
        file.parties = [own]
        #expect(file.name(of: own).text(.en) == "UNAM")
        #expect(file.organisation(of: own) == nil)
        #expect(file.parties(.host).count == 1 && file.parties(.organiser).isEmpty)
    }
}
