import Base
import People
import Testing

@Suite("SignInPause")
struct SignInPauseTests {
    private let last = Instant(seconds: 1000)
    private func pause(_ failures: Int, _ forgiven: Int = SignInPause.person) -> SignInPause {
        SignInPause(failures: failures, lastAt: last, forgiven: forgiven)
    }

    @Test("some are forgiven, then it doubles, up to a quarter of an hour and never for ever") func lengths() {
        #expect((0..<5).map { pause($0).seconds } == [0, 0, 0, 0, 0])
        #expect((5..<13).map { pause($0).seconds } == [15, 30, 60, 120, 240, 480, 900, 900])
        #expect(pause(1_000_000).seconds == 900)
        #expect(pause(29, SignInPause.origin).seconds == 0)
        #expect(pause(30, SignInPause.origin).seconds == 15)
    }

    @Test("it is told in whole minutes, one at least, until the very second it is over") func minutes() {
        #expect(pause(4).minutesLeft(at: last) == nil)
        #expect(pause(5).minutesLeft(at: last) == 1)
        #expect(pause(5).minutesLeft(at: last.adding(seconds: 14)) == 1)
        #expect(pause(5).minutesLeft(at: last.adding(seconds: 15)) == nil)
        #expect(pause(20).minutesLeft(at: last) == 15)
        #expect(pause(20).minutesLeft(at: last.adding(seconds: 61)) == 14)
    }
}
