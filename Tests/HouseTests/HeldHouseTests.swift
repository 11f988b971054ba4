import Testing

/// The rules of the house, held against the house itself. `RuleTests` shows that each of them can fail.
@Suite("The house")
struct HeldHouseTests {
    let house = House.ours

    @Test("the house can be read")
    func reads() {
        #expect(house.sources.contains { $0.path == "Sources/Base/Instant.swift" })
        #expect(house.text("Package.swift")?.contains("targets:") == true)
    }

    @Test("arrows of Package.swift point down")
    func arrows() {
        let manifest = house.text("Package.swift") ?? ""
        #expect(ArrowRules.targets(inManifest: manifest).count > 10)
        hold(ArrowRules.violations(inManifest: manifest))
    }

    @Test("imports follow the arrows, and foreign modules are spoken to in their homes")
    func imports() { hold(house.files.flatMap(ArrowRules.violations(in:))) }

    @Test("each C library is spoken to by one target")
    func libraries() { hold(ArrowRules.sharedLibraries(in: house.sources)) }

    @Test("a file's imports keep to its role")
    func roles() { hold(house.sources.flatMap(RoleRules.violations(in:))) }

    @Test("no file is too long")
    func sizes() {
        hold(house.files.flatMap { SizeRules.violations(path: $0.path, lines: $0.lineCount) })
        hold(otherTexts.flatMap { SizeRules.violations(path: $0.path, lines: $0.lines) })
    }

    @Test("Base stays small")
    func base() { hold(SizeRules.violations(inBase: house.sources.filter { $0.target == "Base" })) }

    @Test("names say what a thing is")
    func names() {
        hold(house.files.flatMap(NameRules.violations(in:)))
        hold(NameRules.twins(in: house.files))
    }

    @Test("unescaped HTML is written only where it is listed")
    func rawMarkup() { hold(house.sources.flatMap { CodeRules.rawViolations(in: $0) }) }

    @Test("nobody asks the clock but those who are listed")
    func clocks() { hold(house.sources.flatMap { CodeRules.clockViolations(in: $0) }) }

    @Test("nothing ends the process, nothing is left to do")
    func safety() { hold(house.sources.flatMap(CodeRules.safetyViolations(in:))) }

    @Test("SQL is in its files and in the portable subset")
    func sql() {
        hold(house.sources.flatMap(SQLRules.placeViolations(in:)))
        hold(house.sources.flatMap(SQLRules.subsetViolations(in:)))
    }

    @Test("every language has every word")
    func words() {
        let english = wordsFiles(in: "en")
        hold(WordsRules.twins(in: english))
        for file in english {
            hold(WordsRules.violations(in: file))
            for language in WordsRules.categories.keys.sorted() where language != "en" {
                let path = file.path.replacing("/en.json", with: "/\(language).json")
                guard let text = house.text(path) else {
                    Issue.record("\(path):1: is missing")
                    continue
                }
                let translation = WordsFile(path: path, text: text)
                hold(WordsRules.violations(in: translation) + WordsRules.violations(in: translation, beside: file))
            }
        }
    }

    @Test("every word that the code asks for exists")
    func askedWords() {
        let keys = Set(wordsFiles(in: "en").flatMap { $0.keys.map(\.key) })
        // A library has no words of ours: what it finds has a fixed rule, and the pages say that.
        hold(
            house.sources.filter { !ShortLists.libraries.contains($0.target) }
                .flatMap { WordsRules.violations(in: $0, known: keys) })
    }

    @Test("every setting is documented")
    func settings() {
        let page = house.text("docs/configuration.md") ?? ""
        hold(house.sources.flatMap { SettingsRules.violations(in: $0, documented: page) })
    }

    @Test("nouns, verbs and stores have their tests")
    func mirrors() { hold(MirrorRules.violations(sources: house.sources, tests: house.tests)) }

    @Test("the short lists name files that exist")
    func lists() {
        let lists = [
            Set(ShortLists.longFiles.keys), Set(ShortLists.rawMarkup.keys), Set(ShortLists.clocks.keys),
            Set(ShortLists.sqlElsewhere.keys), Set(ShortLists.untested.keys), Set(ShortLists.nounsLookingUp.keys),
            Set(ShortLists.widerImports.keys),
        ]
        for path in lists.reduce(Set(), { $0.union($1) }).sorted() {
            #expect(house.text(path) != nil, "\(path) is in ShortLists but not in the house")
        }
    }

    private func hold(_ violations: [Violation], at location: SourceLocation = #_sourceLocation) {
        if !violations.isEmpty { Issue.record("\n\(violations.listed)", sourceLocation: location) }
    }

    private func wordsFiles(in language: String) -> [WordsFile] {
        house.paths(below: "Sources").filter { $0.hasSuffix("/Words/\(language).json") }
            .compactMap { path in house.text(path).map { WordsFile(path: path, text: $0) } }
    }

    /// Style sheets and scripts are read by people too. Words are tables and may be long.
    private var otherTexts: [(path: String, lines: Int)] {
        (house.paths(below: "Sources") + house.paths(below: "Tests") + house.paths(below: "bin"))
            .filter { path in [".css", ".js", ".mjs", ".py"].contains { path.hasSuffix($0) } }
            .compactMap { path in house.text(path).map { (path, $0.count(where: { $0 == "\n" })) } }
    }
}
