import Testing

@testable import Convene

@Suite struct RegistrationNumberTests {
    @Test("numbers are read as they are said", arguments: ["k7qm3txb", "K7QM-3TXB", " k7qm 3txb ", "K7QM-3TXB\n"])
    func numbers(_ typed: String) {
        #expect(RegistrationNumber.read(typed) == "K7QM-3TXB")
        #expect(RegistrationNumber.read("OIL0-1111") == "0110-1111")
        #expect(RegistrationNumber.read("K7QM-3TX") == nil && RegistrationNumber.read("K7QM-3TXU") == nil)
    }

    @Test("a thousand numbers differ and are read as they are; what is committed to is a digest of the seed")
    func fresh() {
        let all = (0..<1000).map { _ in RegistrationNumber.new() }
        #expect(Set(all).count == 1000 && all.allSatisfy { RegistrationNumber.read($0) == $0 })
        #expect(
            RegistrationNumber.commitment("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(RegistrationNumber.rank("b", seed: "a") == RegistrationNumber.commitment("a b"))
    }
}
