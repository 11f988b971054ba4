import Base
import People
import Testing

@Suite("Invitation")
struct InvitationTests {
    private let start = Instant(seconds: 1000)

    @Test("it is open for a week unless it is answered; what was answered stays so") func states() {
        func invitation(accepted: Instant? = nil, withdrawn: Instant? = nil) -> Invitation {
            Invitation(
                id: Identifier(at: start), email: "a@example.org", grant: Grant(.editor), inviter: Identifier(at: start),
                createdAt: start, expiresAt: start.adding(minutes: Invitation.days * 1440), acceptedAt: accepted,
                withdrawnAt: withdrawn)
        }
        let last = start.adding(seconds: 7 * 86_400 - 1)
        #expect(invitation().state(at: start) == .open)
        #expect(invitation().state(at: last) == .open)
        #expect(invitation().state(at: last.adding(seconds: 1)) == .expired)
        #expect(invitation(withdrawn: start).state(at: start) == .withdrawn)
        #expect(invitation(accepted: start).state(at: last.adding(seconds: 1)) == .accepted)
    }
}
