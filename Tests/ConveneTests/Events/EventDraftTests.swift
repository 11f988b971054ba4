import Base
import HTML
import Testing

@testable import Convene

@Suite struct EventDraftTests {
    private func faults(_ change: (inout EventDraft) throws -> Void) throws -> [String] {
        var draft = try EventWorld.draft()
        try change(&draft)
        return draft.faults.map(\.words)
    }

    @Test("A sound draft has no faults") func sound() throws {
        #expect(try faults { _ in }.isEmpty)
    }

    @Test("A zone must be an IANA name", arguments: ["GMT+2", "EST", "Berlin", "", "America/Nowhere"])
    func zones(_ zone: String) throws {
        #expect(try faults { $0.zone = zone } == ["event.refusal.zone"])
    }

    @Test("The last day is not before the first, and not sixty days after it") func dates() throws {
        #expect(try faults { $0.last = try EventWorld.day("2025-12-01") } == ["event.refusal.dates"])
        #expect(try faults { $0.last = try EventWorld.day("2025-12-02") }.isEmpty)
        #expect(try faults { $0.last = try EventWorld.day("2026-01-30") }.isEmpty)
        #expect(try faults { $0.last = try EventWorld.day("2026-01-31") } == ["event.refusal.long"])
    }

    @Test(
        "An address is lower case letters, digits and single hyphens",
        arguments: [
            ("gmc-2025", true), ("abc", true), ("ab", false), ("Gmc", false), ("a--b", false), ("-abc", false), ("abc-", false),
            ("a/b/c", false), ("día", false),
        ])
    func slugs(_ slug: String, _ isGood: Bool) throws {
        #expect(try faults { $0.slug = slug } == (isGood ? [] : ["event.refusal.slug"]))
    }

    @Test("A country is a code of the standard, or none") func countries() throws {
        #expect(try faults { $0.country = "" }.isEmpty)
        #expect(try faults { $0.country = "XQ" } == ["event.refusal.country"])
    }

    @Test("Every figure has a unit that the words know, and a source") func figures() {
        let bare = FigureDraft(.planned, .about, 150, "heads", source: "")
        #expect(bare.faults.map(\.field) == ["unit", "source"])
        #expect(FigureDraft(.actual, .exact, -1, "people", source: "Note").faults.map(\.field) == ["value"])
        for unit in FigureDraft.units {
            #expect(FigureDraft(.actual, .exact, 1, unit, source: "Note").faults.isEmpty)
            #expect(EventWorld.book.phrase("unit.\(unit)", .en) != nil)
        }
    }
}
