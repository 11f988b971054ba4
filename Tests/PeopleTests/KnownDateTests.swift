import Base
import People
import Testing

@Suite("KnownDate")
struct KnownDateTests {
    @Test(
        "days, months and years are read as far as they are known, and written back alike",
        arguments: ["2023-12-14", "2023-12", "2023"])
    func known(text: String) throws { #expect(try #require(KnownDate(text)).description == text) }

    @Test("a year counts from its first day") func year() throws {
        let year = try #require(KnownDate("2024"))
        #expect(year.date.description == "2024-01-01")
        #expect(year.precision == .year)
    }

    @Test("what is no date is none", arguments: ["", "23", "2023-13", "2023-02-30", "2023/12", "14.12.2023", "２０２３"])
    func none(text: String) { #expect(KnownDate(text) == nil) }
}
