import Base
import Store
import TestKit
import Testing

@testable import People

@Suite("PasswordStore")
struct PasswordStoreTests {
    @Test("a hash is put, replaced only where it is still the same, and removed", arguments: Backend.available)
    func roundTrip(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "Ada@Example.org").id
            try await world.database.write { tx in
                #expect(try PasswordStore.find(ada, in: tx) == nil)
                try PasswordStore.put("one", of: ada, in: tx)
            }
            let start = world.clock.now
            world.clock.advance(seconds: 60)
            try await world.database.write { tx in
                try PasswordStore.replace("other", by: "two", of: ada, in: tx)
                #expect(try PasswordStore.find(ada, in: tx) == "one")
                try PasswordStore.replace("one", by: "two", of: ada, in: tx)
                #expect(try PasswordStore.find(ada, in: tx) == "two")
                #expect(try PasswordStore.changed(ada, in: tx) == start, "for its owner nothing has changed")
                try PasswordStore.put("three", of: ada, in: tx)
                #expect(try PasswordStore.changed(ada, in: tx) == tx.now)
                #expect(try PasswordStore.remove(ada, in: tx))
                #expect(try !PasswordStore.remove(ada, in: tx))
            }
        }
    }

    @Test("an address finds the person with and without a password, in any case, and nobody else", arguments: Backend.available)
    func byAddress(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "Ada@Example.org").id
            try await world.database.write { tx in
                let bare = try PasswordStore.find(email: "ada@example.ORG", in: tx)
                #expect(bare?.person == ada)
                #expect(bare?.hash == nil)
                try PasswordStore.put("one", of: ada, in: tx)
                #expect(try PasswordStore.find(email: "ada@example.org", in: tx)?.hash == "one")
                #expect(try PasswordStore.find(email: "eve@example.org", in: tx) == nil)
            }
        }
    }
}
