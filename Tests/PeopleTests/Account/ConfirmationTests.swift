import Base
import HTTPTypes
import TestKit
import Testing
import Web

@testable import People

@Suite("Done, said once")
struct ConfirmationTests {
    private static let done = "Done. Everything is saved."

    @Test("the page after a form says that it was taken, the page after that does not") func once() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "a@example.org")
            let (viewer, browser) = try await world.signedIn(ada)
            let sent = try await world.ask("/account/profile", post: [("name", "Ada L.")], as: viewer, browser: browser)
            #expect(sent.status == .seeOther)
            let cookie = try #require(sent.fields[.setCookie])
            #expect(cookie.hasPrefix("plenaria-done=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=30"))
            let fields: HTTPFields = [.cookie: "plenaria=x; plenaria-done=1"]
            let page = try await world.ask("/account/profile", as: viewer, browser: browser, fields: fields)
            #expect(page.text.contains(Self.done))
            #expect(page.fields[.setCookie]?.contains("plenaria-done=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0") == true)
            let next = try await world.ask("/account/profile", as: viewer, browser: browser)
            #expect(!next.text.contains(Self.done) && next.fields[.setCookie] == nil)
        }
    }

    @Test("what is refused says nothing of the kind, nor does a page for everyone") func never() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "a@example.org")
            let (viewer, browser) = try await world.signedIn(ada)
            let refused = try await world.ask("/account/profile", post: [("name", "")], as: viewer, browser: browser)
            #expect(refused.status.code == 422 && refused.fields[.setCookie] == nil)
            let page = try await world.ask("/members", fields: [.cookie: "plenaria-done=1"])
            #expect(!page.text.contains(Self.done) && page.fields[.setCookie] == nil)
        }
    }
}
