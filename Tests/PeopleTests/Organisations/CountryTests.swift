import People
import Testing

@Suite("Country")
struct CountryTests {
    @Test("all 249 codes of ISO 3166-1 have a continent, and no code has two")
    func complete() {
        #expect(Country.codes.count == 249)
        #expect(Set(Country.codes).count == 249)
        #expect(Country.codes.allSatisfy { $0.utf8.count == 2 && $0 == $0.uppercased() })
    }

    @Test(
        "continents are as the alliance counts them",
        arguments: [
            ("MX", Continent.northAmerica), ("CL", .southAmerica), ("BR", .southAmerica), ("RU", .europe), ("NZ", .oceania),
            ("KE", .africa), ("JO", .asia), ("TH", .asia), ("AQ", .antarctica), ("GB", .europe),
        ])
    func continents(code: String, continent: Continent) { #expect(Country(rawValue: code)?.continent == continent) }

    @Test("a code that is not assigned is no country", arguments: ["XX", "mx", "", "MEX", "UK"])
    func unknown(code: String) { #expect(Country(rawValue: code) == nil) }
}
