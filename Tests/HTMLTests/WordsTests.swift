import Base
import Testing

@testable import HTML

@Suite struct WordsTests {
    private func book() throws -> WordBook {
        var book = WordBook()
        try book.add([
            "Words/en.json":
                #"{"hello": "Hello {name}", "day": {"one": "{count} day", "other": "{count} days"}, "only": "English"}"#,
            "Words/ru.json":
                #"{"hello": "Привет, {name}", "day": {"one": "{count} день", "few": "{count} дня", "many": "{count} дней", "other": "{count} дня"}}"#,
        ])
        return book
    }

    @Test("arguments are filled in and never looked into again")
    func arguments() throws {
        #expect(try book().words(.en)("hello", ["name": "{name} {x}"]) == "Hello {name} {x}")
    }

    @Test(
        "plural forms follow the language",
        arguments: [(1, "1 день"), (3, "3 дня"), (11, "11 дней"), (21, "21 день"), (112, "112 дней")])
    func plurals(count: Int, text: String) throws { #expect(try book().words(.ru)("day", count: count) == text) }

    @Test("a key that a language lacks falls back to English, an unknown one shows itself")
    func missing() throws {
        #expect(try book().words(.ru)("only") == "English")
        #expect(try book().words(.ru)("nothing") == "nothing")
    }

    @Test("a key that two modules define is refused")
    func twice() throws {
        var book = try book()
        #expect(throws: WordBook.Fault.twice("only", .en)) { try book.add(["Words/en.json": #"{"only": "again"}"#]) }
    }

    @Test(
        "CLDR categories of Arabic",
        arguments: zip(
            [0, 1, 2, 3, 10, 11, 99, 100, 102, 103],
            ["zero", "one", "two", "few", "few", "many", "many", "other", "other", "few"]))
    func arabic(count: Int, category: String) { #expect(PluralRule.category(of: count, .ar) == category) }

    @Test("each category that a rule gives is one that the language lists", arguments: Language.allCases)
    func listed(language: Language) {
        let given = Set(
            (0...1_000).map { PluralRule.category(of: $0, language) } + [PluralRule.category(of: 1_000_000, language)])
        #expect(given.isSubset(of: Set(PluralRule.categories(language))))
    }

    @Test("dates and ranges are written as the language does, with Latin digits")
    func dates() throws {
        let first = try #require(CalendarDate("2025-12-02"))
        let last = try #require(CalendarDate("2025-12-04"))
        let book = WordBook()
        #expect(
            book.words(.en).date(last, .full) == "Thursday, 4 December 2025"
                || book.words(.en).date(last, .full) == "Thursday 4 December 2025")
        #expect(book.words(.es).date(last) == "4 de diciembre de 2025")
        #expect(book.words(.zh).date(last) == "2025年12月4日")
        #expect(book.words(.ar).date(last).contains("2025"))
        #expect(book.words(.en).dates(first, last).contains("December 2025"))
        #expect(book.words(.fr).country("MX") == "Mexique")
    }

    @Test("ranges of dates can be written by many at once")
    func parallel() async throws {
        let first = try #require(CalendarDate("2025-12-02"))
        let book = WordBook()
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<400 {
                group.addTask {
                    let language = Language.allCases[index % 7]
                    #expect(book.words(language).dates(first, first.adding(days: 2)).contains("2025"))
                }
            }
        }
    }
}
