import Testing

@testable import People

@Suite("ORCID iDs")
struct ORCIDIdentifierTests {
    @Test(
        "the published examples, bare, as an address, without hyphens, with X as check character",
        arguments: ["0000-0002-1825-0097", "https://orcid.org/0000-0001-5109-3700", "0000000218250097", "0000-0002-1694-233x"])
    func right(text: String) throws {
        let id = try #require(ORCIDIdentifier(rawValue: text))
        #expect(id.rawValue.count == 19 && id.address == "https://orcid.org/" + id.rawValue)
    }

    @Test(
        "a wrong check digit, a wrong length, letters and other addresses are none",
        arguments: [
            "0000-0002-1825-0098", "0000-0002-1825-009", "000-00002-1825-00971", "", "X000-0002-1825-0097",
            "https://evil.example/0000-0002-1825-0097", "0000-0002-1825-0097/../", "٠٠٠٠-0002-1825-0097",
        ])
    func wrong(text: String) { #expect(ORCIDIdentifier(rawValue: text) == nil) }
}
