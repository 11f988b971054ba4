import Testing

@testable import Web

@Suite struct FormGuardTests {
    @Test("a token is accepted from its own browser only, and looks different each time")
    func tokens() {
        let mine = FormGuard.newSecret()
        let yours = FormGuard.newSecret()
        let first = FormGuard.masked(mine)
        #expect(FormGuard.accepts(first, from: mine))
        #expect(!FormGuard.accepts(first, from: yours))
        #expect(FormGuard.masked(mine) != first)
        #expect(!FormGuard.accepts(nil, from: mine))
        #expect(!FormGuard.accepts(first, from: nil))
        #expect(!FormGuard.accepts(String(first.dropLast(2)), from: mine))
        #expect(!FormGuard.accepts(String(repeating: "A", count: 5000), from: mine))
    }
}
