import Testing

@testable import People

@Suite("Argon2")
struct Argon2Tests {
    @Test(
        "hashes of the algorithm's own test file are made and known again",
        arguments: [
            (256, "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"), (65_536, "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
        ] as [(UInt32, String)])
    func vectors(kibibytes: UInt32, hash: String) {
        let cost = Argon2.Cost(kibibytes: kibibytes, passes: 2, lanes: 1)
        let phc = "$argon2id$v=19$m=\(kibibytes),t=2,p=1$c29tZXNhbHQ$\(hash)"
        #expect(Argon2.hash(Array("password".utf8), salt: Array("somesalt".utf8), cost: cost) == phc)
        #expect(Argon2.matches(Array("password".utf8), phc))
        #expect(!Argon2.matches(Array("Password".utf8), phc))
    }

    @Test(
        "what is no hash of this kind matches nothing",
        arguments: ["", "x", "$argon2id$", "$2b$12$abc", "$argon2i$v=19$m=8,t=1,p=1$a$b"])
    func garbage(phc: String) { #expect(!Argon2.matches(Array("password".utf8), phc)) }

    @Test("it costs what OWASP asks for at least: 19 MiB, two passes, one lane") func cost() {
        let cost = Argon2.Cost()
        #expect(cost.kibibytes >= 19 * 1024)
        #expect(cost.passes >= 2)
        #expect(Argon2.isMade("$argon2id$v=19$m=19456,t=2,p=1$c29tc2FsdA$x", at: cost))
        for other in ["$argon2id$v=19$m=19456,t=1,p=1$", "$argon2id$v=16$m=19456,t=2,p=1$", "$argon2i$v=19$m=19456,t=2,p=1$", ""]
        {
            #expect(!Argon2.isMade(other, at: cost))
        }
    }
}
