import Base
import HTML
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite("WayInActions")
struct WayInActionsTests {
    @Test("an address or a linked provider is a way in; a password without either is none", arguments: Backend.available)
    func demandOne(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org").id
            let bob = try await world.person("Bob", nil).id
            try await world.database.write { tx in
                try WayInActions.demandOne(ada, in: tx)
                try PasswordStore.put("hash", of: bob, in: tx)
                let no = #expect(throws: Refusal.self) { try WayInActions.demandOne(bob, in: tx) }
                #expect(no?.words == "account.refusal.lastWay")
                let link = ProviderLink(
                    id: tx.newID(), person: bob, issuer: "https://id.example", subject: "1", linkedAt: tx.now, usedAt: nil)
                try ProviderStore.insert(link, in: tx)
                try WayInActions.demandOne(bob, in: tx)
            }
        }
    }

    @Test("a change leaves one audit row and one note that name the person", arguments: Backend.available)
    func say(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org").id
            let before = try await world.marks()
            try await world.database.write { try WayInActions.say("password.set", ada, $0) }
            #expect(try await world.marks() == before.map { $0 + 1 })
            let last = try await world.database.read { tx in
                try tx.first("SELECT verb, person_id FROM audit WHERE verb = 'password.set'").map {
                    (try $0.text("verb"), try $0.id("person_id"))
                }
            }
            #expect(last?.0 == "password.set")
            #expect(last?.1 == ada)
        }
    }

    @Test("she hears of it by a letter, in every language, without a link that signs in; without an address there is none")
    func letter() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let (ada, bob) = (try await world.person("Ada", "ada@example.org"), try await world.person("Bob", nil))
            let book = try world.hall().book
            for language in Language.allCases {
                for kind in [WayInMail.Kind.passwordSet, .passwordChanged, .passwordRemoved, .providerLinked, .providerUnlinked] {
                    let words = book.words(language)
                    let letter = try #require(
                        WayInMail.letter(
                            kind, detail: "ORCID", to: ada, siteName: "Site", baseURL: "https://example.org", words: words))
                    #expect(letter.to == "ada@example.org")
                    #expect(letter.text.contains("https://example.org/account/sessions?lang=\(language.rawValue)"))
                    #expect(letter.text.contains("ORCID") == [.providerLinked, .providerUnlinked].contains(kind))
                    #expect(!letter.text.contains("account.mail"))
                    #expect(
                        WayInMail.letter(kind, to: bob, siteName: "S", baseURL: "https://example.org", words: words) == nil)
                }
            }
        }
    }

    @Test("the account's page names the ways in, the browsers and the roles, and nothing is a stranger's") func hub() async throws
    {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada <1>", "ada@example.org", .editor)
            let (viewer, browser) = try await world.signedIn(ada)
            let page = try await world.ask("/account", as: viewer, browser: browser)
            #expect(page.status.code == 200)
            #expect(page.text.contains("Ada &lt;1&gt;"))
            #expect(page.text.contains("ada@example.org"))
            #expect(page.text.contains("Editor"))
            #expect(try await refusal { try await world.ask("/account") }?.code == .signInNeeded)
        }
    }
}
