import Base
import Testing

@testable import Convene

@Suite struct SessionAddressesTests {
    private func session(origin: String = "") throws -> Session {
        var session = try SiteSample.session(1, "2025-12-03", 600, 30, Localized("A"))
        session.detail.origin = origin
        return session
    }

    @Test("On our own site a session has its page, and says where it was told of first") func own() throws {
        let addresses = SessionAddresses(try SiteSample.event(), baseURL: "https://site.example")
        let session = try session(origin: "https://origin.example/1")
        #expect(addresses.session(session) == "https://site.example/e/gmc-2025/s/\(session.id)")
        #expect(addresses.origin(session) == "https://origin.example/1" && addresses.host == "site.example")
    }

    @Test("A file that is converted has no pages here: its own addresses, else one that says that there is none")
    func foreign() throws {
        let known = SessionAddresses(foreign: "https://camp.example/2026/", acronym: "camp_2026")
        #expect(known.event == "https://camp.example/2026")
        #expect(known.session(try session(origin: "https://origin.example/1")) == "https://origin.example/1")
        #expect(known.origin(try session(origin: "https://origin.example/1")).isEmpty)
        let unknown = SessionAddresses(foreign: "schedule.xml", acronym: "camp_2026")
        #expect(unknown.session(try session()) == "https://camp-2026.invalid#\(SiteSample.id(1))")
    }

    @Test("What no schema would take is no whole address", arguments: ["", "/a", "https://", "ftp://a.example", "https://a b"])
    func broken(_ text: String) { #expect(SessionAddresses.whole(text).isEmpty) }
}
