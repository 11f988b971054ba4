import Base
import Testing

@testable import People

@Suite("ProviderLink")
struct ProviderLinkTests {
    @Test("it has its provider's name, or its issuer's where the provider is none of ours any more") func name() {
        let id = Identifier(at: Instant(seconds: 1))
        let link = ProviderLink(
            id: id, person: id, issuer: "https://id.example", subject: "s", linkedAt: Instant(seconds: 1), usedAt: nil)
        let ours = TestIdentities(issuer: "https://id.example").provider
        #expect(link.name(among: [ours]) == "Uni <1>")
        #expect(link.name(among: []) == "https://id.example")
    }
}
