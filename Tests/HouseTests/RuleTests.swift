import Testing

/// Each rule sees a planted violation, and lets the right way pass.
@Suite("The rules of the house")
struct RuleTests {
    private func file(_ path: String, _ text: String) -> SwiftFile { SwiftFile(path: path, text: text) }

    @Test("an arrow that points up is seen in Package.swift")
    func upwardArrow() {
        let manifest = """
            // room("Ghost", on: ["App"]),
            room("Base", on: ["Web"]),
            room("Web", on: ["Base", product("GRDB", "GRDB.swift")], embeds: ["Words"]),
            room("Teach", on: ground + ["People", "Convene"]),
            room("Convene", on: ground, embeds: ["Words"]),
            room("Cellar"),
            .executableTarget(name: "plenaria", dependencies: ["App", product("ArgumentParser", "swift-argument-parser")],
                              plugins: [.plugin(name: "EmbedText")]),
            """
        #expect(
            ArrowRules.violations(inManifest: manifest).map(\.description) == [
                "Package.swift:2: Base must not know Web", "Package.swift:4: Teach must not know Convene",
                "Package.swift:6: Cellar is not in ShortLists.arrows",
            ])
    }

    @Test("the four of the ground and the test kit are understood")
    func groundArrows() {
        let targets = ArrowRules.targets(inManifest: #"tests("WebTests", of: ground + ["TestKit", product("X", "y")])"#)
        #expect(targets == [.init(name: "WebTests", line: 1, dependencies: ["TestKit", "Base", "Store", "HTML", "Web"])])
        #expect(ArrowRules.allowed(for: "ConveneTests")?.contains("Teach") == false)
        #expect(ArrowRules.allowed(for: "AppTests")?.contains("Teach") == true)
    }

    @Test("an import of a wing by a wing, and of a foreign module outside its home, is seen")
    func imports() {
        let wing = file("Sources/Teach/Courses/Course.swift", "import Base\n@testable import Convene\nimport struct GRDB.Row\n")
        #expect(ArrowRules.violations(in: wing).map(\.line) == [2, 3])
        #expect(ArrowRules.violations(in: file("Sources/SQLiteStore/Pool.swift", "import GRDB\nimport Store\n")).isEmpty)
    }

    @Test("a C library with two speakers is seen")
    func libraries() {
        let files = [file("Sources/Web/Gzip.swift", "import CZlib\n"), file("Sources/Mail/Pack.swift", "\nimport CZlib\n")]
        #expect(ArrowRules.sharedLibraries(in: files).map(\.description).first?.hasPrefix("Sources/Mail/Pack.swift:2") == true)
        #expect(ArrowRules.sharedLibraries(in: [files[0], files[0]]).isEmpty)
    }

    @Test(
        "an import beside the role is seen",
        arguments: [
            ("Proposal", "Store"), ("Proposal", "HTML"), ("ProposalStore", "HTML"), ("ProposalActions", "Web"),
            ("ProposalPage", "Store"), ("ProposalForm", "Web"), ("ProposalReader", "Store"),
        ])
    func roles(name: String, module: String) {
        let source = file("Sources/Convene/Proposals/\(name).swift", "import Base\nimport \(module)\n")
        #expect(RoleRules.violations(in: source).map(\.line) == [2])
    }

    @Test(
        "an import of the role passes",
        arguments: [("Proposal", "People"), ("ProposalStore", "Store"), ("ProposalPage", "HTML"), ("ProposalRoutes", "Web")])
    func rightRoles(name: String, module: String) {
        #expect(RoleRules.violations(in: file("Sources/Convene/Proposals/\(name).swift", "import \(module)\n")).isEmpty)
    }

    @Test("a noun that names a room above it is seen, in code and not in prose")
    func nouns() {
        let noun = file("Sources/Convene/Item.swift", "/// See ItemStore.\nlet store: ItemStore\nlet text = \"ItemPage\"\n")
        #expect(RoleRules.violations(in: noun).map(\.line) == [2])
    }

    @Test(
        "a name that says nothing is seen",
        arguments: [
            "Sources/Web/String+Trim.swift", "Sources/Web/PageV2.swift", "Sources/Web/WebUtil.swift",
            "Sources/Web/CacheManager.swift", "Sources/Web/FormHelpers.swift",
        ])
    func fileNames(path: String) { #expect(NameRules.violations(in: file(path, "")).count == 1) }

    @Test("types and twins are seen")
    func typeNames() {
        let source = file("Sources/Mail/Letter.swift", "package enum Mail {\n  struct MailService {}\n  struct Servicing {}\n}\n")
        #expect(NameRules.violations(in: source).map(\.line) == [1, 2])
        let twins = [file("Sources/Mail/A/Letter.swift", ""), file("Sources/Mail/B/letter.swift", "")]
        #expect(NameRules.twins(in: twins).map(\.path) == ["Sources/Mail/B/letter.swift"])
    }

    @Test("long files are seen, and none is excused over 400 lines")
    func sizes() {
        #expect(SizeRules.violations(path: "a", lines: 250).isEmpty)
        #expect(SizeRules.violations(path: "a", lines: 251).count == 1)
        #expect(SizeRules.violations(path: "a", lines: 400, excused: ["a": "a table"]).isEmpty)
        #expect(SizeRules.violations(path: "a", lines: 401, excused: ["a": "a table"]).count == 1)
        let long = String(repeating: "\n", count: 800)
        #expect(SizeRules.violations(inBase: [file("Sources/Base/A.swift", long)]).count == 1)
    }

    @Test("unescaped HTML is counted")
    func rawMarkup() {
        let plain = file("Sources/Web/Page.swift", #"let a: Markup = "<p>\(raw: picture)</p>" // \(raw: x)"#)
        let prose = file("Sources/Web/Page.swift", #"// \(raw: x)"#)
        #expect(CodeRules.rawViolations(in: prose, listed: [:]).isEmpty)
        #expect(CodeRules.rawViolations(in: plain, listed: [:]).count == 1)
        #expect(CodeRules.rawViolations(in: plain, listed: [plain.path: 1]).isEmpty)
        #expect(CodeRules.rawViolations(in: plain, listed: [plain.path: 2]).count == 1)
    }

    @Test(
        "a look at the clock is seen",
        arguments: [
            "let a = Date()", "let a = Date.now", "ContinuousClock().now", "clock_gettime(CLOCK_REALTIME, &t)",
            "gettimeofday(&t, nil)", "Instant.now", "NIODeadline.now()", "try await Task.sleep(for: x, clock: .continuous)",
        ])
    func clocks(code: String) {
        let source = file("Sources/Web/Page.swift", "// \(code)\n\(code)\n")
        #expect(CodeRules.clockViolations(in: source).map(\.line) == [2])
    }

    @Test("what ends the process or is left to do is seen")
    func safety() {
        let source = file(
            "Sources/Web/A.swift", "fatalError()\nlet a = try! b()\n// TO" + "DO: more\nlet c = \"try!\"\npublic let d = 1\n")
        #expect(CodeRules.safetyViolations(in: source).map(\.line).sorted() == [1, 2, 3, 5])
    }

    @Test("SQL outside its files is seen, English is not")
    func sqlPlaces() {
        let text =
            "let a = \"SELECT id FROM events\"\nlet b = \"Select a day from the list\"\nlet c = \"\"\"\n  UPDATE a SET b = \\(c)\n  \"\"\"\n"
        #expect(SQLRules.placeViolations(in: file("Sources/Convene/EventPage.swift", text)).map(\.line) == [1, 3])
        #expect(SQLRules.placeViolations(in: file("Sources/Convene/EventStore.swift", text)).isEmpty)
    }

    @Test(
        "SQL that one engine lacks is seen",
        arguments: [
            "id INTEGER PRIMARY KEY AUTOINCREMENT", "id BIGSERIAL", "kind ENUM", "ARRAY[1]", "WHERE a LIKE ?", "a ILIKE b",
            "datetime('x')", "strftime('%s', a)", "now()", "CURRENT_TIMESTAMP", "a + INTERVAL '1 day'",
            "json_extract(a, '$.b')", "a->>'b'", "INSERT OR IGNORE INTO a",
        ])
    func sqlSubset(sql: String) {
        let text = "let a: SQL = \"\"\"\n  SELECT 1\n  \(sql)\n  \"\"\"\n"
        #expect(SQLRules.subsetViolations(in: file("Sources/Convene/EventStore.swift", text)).map(\.line) == [3])
    }

    @Test("SQL that both engines read passes")
    func portable() {
        let text = "let a: SQL = \"INSERT INTO a (b) VALUES (\\(b)) ON CONFLICT (b) DO UPDATE SET c = excluded.c RETURNING b\""
        #expect(SQLRules.subsetViolations(in: file("Sources/Convene/EventStore.swift", text)).isEmpty)
    }

    @Test("a source without its test is seen")
    func mirrors() {
        let sources = ["Event", "EventStore", "EventPage", "Venue"].map { file("Sources/Convene/Events/\($0).swift", "") }
        let tests = [
            file("Tests/ConveneTests/Events/EventStoreTests.swift", ""), file("Tests/ConveneTests/EventTests.swift", ""),
        ]
        #expect(MirrorRules.violations(sources: sources, tests: tests).map(\.path) == ["Sources/Convene/Events/Venue.swift"])
        #expect(MirrorRules.violations(sources: sources, tests: tests, excused: [sources[3].path: "a pair"]).isEmpty)
    }

    @Test("a setting that no page names is seen")
    func settings() {
        let source = file(
            "Sources/App/Settings.swift", "let a = \"plenaria.pageCache\"\nlet b = \"plenaria.port\"\nlet c = \"PLENARIA_DATA\"\n"
        )
        let page = "| `PLENARIA_PAGE_CACHE` | | `plenaria.portal` | PLENARIA_DATABASE"
        #expect(SettingsRules.violations(in: source, documented: page, listed: []).map(\.line) == [2, 3])
        #expect(SettingsRules.violations(in: source, documented: page, listed: ["plenaria.a.KEY"]).map(\.line) == [2, 3, 1])
    }
}
