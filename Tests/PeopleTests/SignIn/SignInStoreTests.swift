import Base
import People
import Store
import TestKit
import Testing
import Web

@Suite("SignInStore")
struct SignInStoreTests {
    @Test("neither token nor code nor browser is stored, only digests", arguments: Backend.available)
    func digests(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            let browser = FormGuard.newSecret()
            let asked = try #require(
                try await world.database.write { try SignInActions.ask("ada@example.org", browser: browser, in: $0) })
            let found = try await world.database.read { tx in
                (
                    try SignInStore.find(FormGuard.digest(asked.token), in: tx), try SignInStore.find(asked.token, in: tx),
                    try tx.rows("SELECT * FROM sign_in_link")
                )
            }
            #expect(found.0?.browser == FormGuard.digest(browser))
            #expect(found.1 == nil)
            let values = "\(found.2.flatMap(\.values))"
            for secret in [asked.token, asked.code, browser] { #expect(!values.contains(secret)) }
            #expect(!values.contains(FormGuard.digest(asked.code)))
        }
    }
}
