import Base
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite("ProviderActions")
struct ProviderActionsTests {
    private static func identity(_ subject: String, _ email: String? = nil, isVerified: Bool = false) -> SignInProvider.Identity {
        SignInProvider.Identity(issuer: "https://id.example", subject: subject, email: email, isEmailVerified: isVerified)
    }
    private static let request = ProviderRequest(
        departure: .init(state: "s", nonce: "n", verifier: "v", back: "b"), provider: "uni", next: "/desk", linking: nil)

    private static func arrive(
        _ identity: SignInProvider.Identity, for request: ProviderRequest = request, trusts: Bool = false,
        as viewer: Viewer? = nil, _ world: PeopleWorld
    ) async throws -> ProviderActions.Arrival {
        try await world.database.write {
            try ProviderActions.arrive(
                identity, for: request, trustsEmail: trusts, browser: FormGuard.newSecret(), device: "", by: viewer, in: $0)
        }
    }
    private static func link(_ identity: SignInProvider.Identity, _ viewer: Viewer, _ world: PeopleWorld) async throws
        -> ProviderActions.Arrival
    {
        let linking = ProviderRequest(departure: request.departure, provider: "uni", next: nil, linking: viewer.person)
        return try await arrive(identity, for: linking, as: viewer, world)
    }

    @Test("a way there is random each time, and only digests of what comes back are stored", arguments: Backend.available)
    func begin(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let browser = FormGuard.newSecret()
            func begin() async throws -> SignInProvider.Departure {
                try await world.database.write {
                    try ProviderActions.begin("uni", back: "http://x/back", browser: browser, next: "/desk", in: $0)
                }
            }
            let (first, second) = (try await begin(), try await begin())
            let parts = [first, second].flatMap { [$0.state, $0.nonce, $0.verifier] }
            #expect(Set(parts).count == 6)
            #expect(parts.allSatisfy { $0.count >= 43 })
            let stored = try await world.database.read { "\(try $0.rows("SELECT * FROM provider_request").flatMap(\.values))" }
            #expect(!stored.contains(first.state))
            #expect(!stored.contains(browser))
            func take(_ state: String, _ browser: String) async throws -> ProviderRequest {
                try await world.database.write { try ProviderActions.take(state, provider: "uni", browser: browser, in: $0) }
            }
            #expect(try await refusal { try await take(first.state, FormGuard.newSecret()) }?.code == .gone)
            let request = try await take(first.state, browser)
            #expect(request.departure == first)
            #expect(request.next == "/desk")
            #expect(try await refusal { try await take(first.state, browser) }?.code == .gone)
        }
    }

    @Test("whoever linked an identity is signed in by it; nobody else is", arguments: Backend.available)
    func known(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let viewer = try await world.signedIn(ada).viewer
            let before = try await world.marks()
            #expect(try await Self.link(Self.identity("1"), viewer, world) == .linked)
            #expect(try await world.marks() == before.map { $0 + 1 })
            guard case .signedIn(let signed) = try await Self.arrive(Self.identity("1"), world) else {
                Issue.record("not signed in")
                return
            }
            #expect(signed.person == ada.id)
            #expect(signed.next == "/desk")
            #expect(try await world.isOpen(signed.secret))
            #expect(try await Self.arrive(Self.identity("2"), world) == .unknown)
            let elsewhere = SignInProvider.Identity(issuer: "https://evil.example", subject: "1")
            #expect(try await Self.arrive(elsewhere, world) == .unknown, "a subject is worth nothing under another issuer")
        }
    }

    @Test("an address finds its person only where the provider is trusted and calls it verified", arguments: Backend.available)
    func addresses(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let verified = Self.identity("1", "ADA@example.org", isVerified: true)
            #expect(try await Self.arrive(verified, world) == .unknown)
            #expect(try await Self.arrive(Self.identity("1", "ada@example.org"), trusts: true, world) == .unknown)
            #expect(
                try await Self.arrive(Self.identity("1", "eve@example.org", isVerified: true), trusts: true, world) == .unknown)
            #expect(try await Self.arrive(Self.identity("1", nil, isVerified: true), trusts: true, world) == .unknown)
            #expect(try await world.database.read { try ProviderStore.links(of: ada.id, in: $0) }.isEmpty)
            guard case .signedIn(let signed) = try await Self.arrive(verified, trusts: true, world) else {
                Issue.record("not signed in")
                return
            }
            #expect(signed.person == ada.id)
            #expect(try await world.database.read { try ProviderStore.links(of: ada.id, in: $0) }.map(\.subject) == ["1"])
            let persons = try await world.database.read { try $0.count("SELECT COUNT(*) FROM person") }
            #expect(persons == 2, "nobody is made by a provider's word")
        }
    }

    @Test("linking asks for a fresh sign-in, and links nobody else's account or identity", arguments: Backend.available)
    func linking(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let (ada, browser) = try await world.signedIn(try await world.person("Ada", "ada@example.org"))
            let bob = try await world.signedIn(try await world.person("Bob", "bob@example.org")).viewer
            func begin(_ viewer: Viewer?) async throws -> SignInProvider.Departure {
                try await world.database.write {
                    try ProviderActions.beginLinking("uni", back: "b", browser: browser, by: viewer, in: $0)
                }
            }
            let departure = try await begin(ada)
            let request = try await world.database.write {
                try ProviderActions.take(departure.state, provider: "uni", browser: browser, in: $0)
            }
            #expect(request.linking == ada.person)
            #expect(try await refusal { try await begin(bob) }?.words == "account.refusal.fresh")
            #expect(try await refusal { try await begin(nil) }?.code == .signInNeeded)
            for other in [bob, nil] {
                let no = try await refusal { try await Self.arrive(Self.identity("1"), for: request, as: other, world) }
                #expect(no?.code == .forbidden, "somebody else signed in meanwhile")
            }
            #expect(try await Self.link(Self.identity("1"), ada, world) == .linked)
            #expect(try await Self.link(Self.identity("1"), ada, world) == .linked, "twice is once")
            let taken = try await refusal { try await Self.link(Self.identity("1"), bob, world) }
            #expect(taken?.words == "provider.refusal.taken")
            world.clock.advance(seconds: 600)
            #expect(try await refusal { try await begin(ada) }?.words == "account.refusal.fresh")
        }
    }

    @Test("a link is ended by its owner after a fresh sign-in; the last way in stays", arguments: Backend.available)
    func unlink(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let (ada, browser) = try await world.signedIn(try await world.person("Ada", "ada@example.org"))
            let (bob, his) = try await world.signedIn(try await world.person("Bob", nil))
            _ = try await Self.link(Self.identity("1"), ada, world)
            _ = try await Self.link(Self.identity("2"), bob, world)
            let ids = try await world.database.read { tx in
                try [ada, bob].map { try ProviderStore.links(of: $0.person, in: tx)[0].id }
            }
            func end(_ id: Identifier, _ browser: String, _ viewer: Viewer) async throws -> String {
                try await world.database.write { try ProviderActions.unlink(id, browser: browser, by: viewer, in: $0) }
            }
            #expect(try await refusal { try await end(ids[0], his, bob) }?.code == .notFound)
            #expect(try await refusal { try await end(ids[1], his, bob) }?.words == "account.refusal.lastWay")
            #expect(try await world.database.read { try ProviderStore.links(of: bob.person, in: $0) }.count == 1)
            #expect(try await end(ids[0], browser, ada) == "https://id.example")
            #expect(try await Self.arrive(Self.identity("1"), world) == .unknown)
            world.clock.advance(seconds: 600)
            #expect(try await refusal { try await end(ids[1], his, bob) }?.words == "account.refusal.fresh")
        }
    }
}
