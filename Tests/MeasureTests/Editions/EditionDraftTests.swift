import Testing

@testable import Measure

@Suite struct EditionDraftTests {
    @Test("words of addresses", arguments: [("ddi-2026", true), ("d", false), ("2026", false), ("DDI", false), ("a b", false)])
    func slugs(text: String, isOne: Bool) { #expect(EditionDraft.isSlug(text) == isOne) }

    @Test(
        "periods",
        arguments: [("2026", true), ("2025/2026", true), ("2026-06", true), ("2026-Q1", true), ("26", false), ("next", false)])
    func periods(text: String, isOne: Bool) { #expect(EditionDraft.isPeriod(text) == isOne) }
}
