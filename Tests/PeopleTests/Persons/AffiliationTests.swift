import Base
import People
import Testing

@Suite("Affiliation")
struct AffiliationTests {
    @Test("it holds from its first to its last day, and for ever where an end is open") func days() throws {
        let id = Identifier(at: Instant(seconds: 1))
        let open = Affiliation(id: id, person: id, organisation: id, title: "")
        let closed = Affiliation(
            id: id, person: id, organisation: id, title: "", from: try day("2024-01-01"), until: try day("2024-12-31"))
        #expect(open.holds(on: try day("1999-01-01")))
        #expect(closed.holds(on: try day("2024-01-01")))
        #expect(closed.holds(on: try day("2024-12-31")))
        #expect(!closed.holds(on: try day("2023-12-31")))
        #expect(!closed.holds(on: try day("2025-01-01")))
    }
}
