import Base
import Testing
import Web

@testable import Convene

@Suite struct RegistrationAddressTests {
    @Test("a token opens its registration in its generation, and nothing else")
    func tokens() throws {
        let keys = HouseKeys.fresh()
        let address = RegistrationAddress(keys.derived("registration"))
        let id = Identifier(at: Instant(seconds: 1_700_000_000))
        let other = Identifier(at: Instant(seconds: 1_700_000_001))
        let token = address.token(id, generation: 1)
        #expect(token.utf8.count == 44 && address.path(id, generation: 1) == "/r/" + token)
        #expect(RegistrationAddress.name(token) == id)
        #expect(address.opens(token, id, generation: 1))
        #expect(!address.opens(token, id, generation: 2) && !address.opens(token, other, generation: 1))
        #expect(!RegistrationAddress(keys.derived("ticket")).opens(token, id, generation: 1))
        #expect(RegistrationAddress(keys.derived("registration")).opens(token, id, generation: 1))
        for place in token.indices {
            var damaged = token
            damaged.replaceSubrange(place...place, with: token[place] == "A" ? "B" : "A")
            #expect(!address.opens(damaged, id, generation: 1))
        }
    }

    @Test(
        "what cannot be one names nothing",
        arguments: ["", "x", String(repeating: "A", count: 43), String(repeating: "é", count: 22)])
    func strange(_ token: String) { #expect(RegistrationAddress.name(token) == nil) }
}
