import Base
import People
import Testing

@Suite struct ApiTokenTests {
    private let event = Identifier(stored: "00000000-0000-7000-8000-000000000001")
    private let other = Identifier(stored: "00000000-0000-7000-8000-000000000002")

    private func token(_ scopes: Set<ApiToken.Scope>, event: Identifier? = nil) -> ApiToken {
        ApiToken(
            id: other, person: other, name: "x", scopes: scopes, event: event, createdAt: Instant(seconds: 0),
            expiresAt: Instant(seconds: 100))
    }
    private func viewer(_ grants: Set<Grant>) -> Viewer { Viewer(person: other, name: "x", grants: grants) }

    @Test("rights are those of the person and no higher than the scopes lend")
    func narrowed() {
        let secretary = viewer([Grant(.secretariat)])
        #expect(token([.read]).narrowed(secretary).grants == [Grant(.reader)])
        #expect(token([.read, .programme]).narrowed(secretary).grants == [Grant(.editor)])
        #expect(token([.read, .releases]).narrowed(secretary).grants == [Grant(.organiser)])
        #expect(token([]).narrowed(secretary).grants.isEmpty)
        let reader = viewer([Grant(.reader, in: event)])
        #expect(token([.programme, .releases]).narrowed(reader).grants == [Grant(.reader, in: event)])
    }

    @Test("each scope has a word and a field of its own; what changes registrations shows them, too")
    func scopes() {
        #expect(Set(ApiToken.Scope.allCases.map(\.word)).count == ApiToken.Scope.allCases.count)
        #expect(ApiToken.Scope.registrations.implied == [.read, .attendees])
        #expect(ApiToken.Scope.attendees.implied == [.read])
        #expect(token([.attendees]).narrowed(viewer([Grant(.editor)])).grants == [Grant(.editor)], "no more than she may herself")
    }

    @Test("a token for one event opens no other")
    func oneEvent() {
        let both = viewer([Grant(.organiser, in: event), Grant(.organiser, in: other)])
        #expect(token([.programme], event: event).narrowed(both).grants == [Grant(.editor, in: event)])
        let narrowed = token([.programme], event: event).narrowed(viewer([Grant(.administrator)]))
        #expect(narrowed.may(.editor, in: event))
        #expect(!narrowed.may(.reader, in: other))
        #expect(!narrowed.may(.reader))
    }

    @Test("a token lives until its end or until it is revoked")
    func life() {
        #expect(token([.read]).isLive(at: Instant(seconds: 99)))
        #expect(!token([.read]).isLive(at: Instant(seconds: 100)))
    }

    @Test("secrets are long, marked and never alike; digests of sessions and tokens are kept apart")
    func secrets() {
        let some = (0..<100).map { _ in ApiToken.newSecret() }
        #expect(Set(some).count == 100)
        #expect(some.allSatisfy { $0.hasPrefix("plenaria_") && $0.count == 52 })
        #expect(ApiToken.digest("a") != ApiToken.digest("b"))
    }
}
