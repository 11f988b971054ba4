import Testing

/// The rules about words see planted faults.
@Suite("The rules about words")
struct WordsRuleTests {
    private func words(_ language: String, _ text: String) -> WordsFile {
        WordsFile(path: "Sources/HTML/Words/\(language).json", text: text)
    }

    @Test("order, doubles, empty values and bad JSON are seen")
    func oneFile() {
        let text = "{\n\"b\": \"x\",\n\"a\": \"\",\n\"c\": \"say \\\"hi\\\": {name}\",\n\"c\": \"x\"\n}"
        #expect(WordsRules.violations(in: words("en", text)).map(\.line).sorted() == [3, 3, 5])
        #expect(WordsRules.violations(in: words("en", "{\"a\": ")).count == 1)
        #expect(WordsRules.violations(in: words("en", "{\"a\": 1}")).count == 1)
        #expect(WordsRules.violations(in: words("en", "{\"a\": \"x\", \"b\": \"y\"}")).isEmpty)
    }

    @Test("the plural forms are those of the language")
    func plurals() {
        let two = #"{"n": {"one": "{count} day", "other": "{count} days"}}"#
        #expect(WordsRules.violations(in: words("en", two)).isEmpty)
        #expect(WordsRules.violations(in: words("fr", two)).count == 1)
        #expect(WordsRules.violations(in: words("zh", #"{"n": {"other": "{count}天"}}"#)).isEmpty)
    }

    @Test("a translation has the keys, the kinds and the arguments of the English")
    func translations() {
        let english = words("en", #"{"a": "{name} at {time}", "b": "x", "c": {"one": "1", "other": "n"}, "d": "x"}"#)
        let spanish = words("es", #"{"a": "{nombre} a {time}", "c": "n", "d": "x", "e": "x"}"#)
        let found = WordsRules.violations(in: spanish, beside: english).map(\.words)
        #expect(found.count == 4)
        #expect(found[0].hasPrefix("b is missing"))
        #expect(found[1].hasPrefix("a has the arguments [\"nombre\", \"time\"]"))
        #expect(found[2].hasPrefix("c is a plural"))
        #expect(found[3].hasPrefix("e is not in"))
        #expect(WordsRules.violations(in: english, beside: english).isEmpty)
    }

    @Test("a key of two modules is seen")
    func twins() {
        let other = WordsFile(path: "Sources/Web/Words/en.json", text: #"{"a": "x"}"#)
        #expect(WordsRules.twins(in: [words("en", #"{"a": "x"}"#), other]).map(\.path) == [other.path])
    }

    @Test("a key that the code asks for and nobody wrote is seen")
    func asked() {
        let text = """
            words("a.title")
            context.words("a.titel", count: 2)
            throw Refusal(.invalid, "a.lost")
            throw Refusal(
                .notFound, "a.title")
            words("a.\\(kind)")
            words("b.\\(kind)")
            print("a.else")
            """
        let file = SwiftFile(path: "Sources/Convene/EventPage.swift", text: text)
        #expect(WordsRules.violations(in: file, known: ["a.title"]).map(\.line) == [2, 3, 7])
    }
}
