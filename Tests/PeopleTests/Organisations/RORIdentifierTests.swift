import People
import Testing

@Suite("RORIdentifier")
struct RORIdentifierTests {
    @Test("real identifiers pass", arguments: ["03cve4549", "01tmp8f25", "02e7b5302", "0220qvk04", "03B94TP07"])
    func real(name: String) throws {
        let ror = try #require(RORIdentifier(rawValue: "https://ror.org/" + name))
        #expect(ror.rawValue == "https://ror.org/" + name.lowercased())
    }

    @Test(
        "a changed digit or letter, another host and letters that the code lacks are found",
        arguments: [
            "https://ror.org/03cve4548", "https://ror.org/03cve5549", "https://ror.org/03vce4549", "http://ror.org/03cve4549",
            "https://ror.org/03cvei549", "https://ror.org/03cve454", "https://ror.org/13cve4549", "03cve4549",
            "https://ror.org/03cve45é",
            "https://ror.org/03cve45+9", "",
        ])
    func wrong(text: String) { #expect(RORIdentifier(rawValue: text) == nil) }
}
