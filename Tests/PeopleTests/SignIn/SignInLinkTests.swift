import Base
import People
import Testing

@Suite("SignInLink")
struct SignInLinkTests {
    private let start = Instant(seconds: 1000)
    private func link(browser: String = "b", attempts: Int = 0, used: Instant? = nil) -> SignInLink {
        SignInLink(
            digest: "d", person: nil, browser: browser, code: "c", attempts: attempts, expires: start.adding(minutes: 10),
            used: used)
    }

    @Test("it is ready for the browser that asked until it expires, is used or was mistyped too often") func states() {
        #expect(link().state(at: start, for: "b") == .ready)
        #expect(link().state(at: start.adding(seconds: 599), for: "b") == .ready)
        #expect(link().state(at: start.adding(seconds: 600), for: "b") == .over)
        #expect(link(used: start).state(at: start, for: "b") == .over)
        #expect(link(attempts: SignInLink.attempts).state(at: start, for: "b") == .over)
    }

    @Test("another browser is told so, unless the link is for any") func browsers() {
        #expect(link().state(at: start, for: "x") == .otherBrowser)
        #expect(link().state(at: start, for: nil) == .otherBrowser)
        #expect(link(browser: "").state(at: start, for: nil) == .ready)
    }

    @Test("staff sign in for half a day, others for ninety days; unused sittings end after two hours and two weeks")
    func lengths() {
        #expect(SignInLink.sessionMinutes(staff: true) == 12 * 60)
        #expect(SignInLink.idleMinutes(staff: true) == 2 * 60)
        #expect(SignInLink.sessionMinutes(staff: false) == 90 * 24 * 60)
        #expect(SignInLink.idleMinutes(staff: false) == 14 * 24 * 60)
    }
}
