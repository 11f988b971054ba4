/// Every setting is documented: a key or a variable that the program reads stands in `docs/configuration.md`.
enum SettingsRules {
    private static let key = Pattern(#"^plenaria(\.[a-zA-Z0-9]+)+$"#)
    private static let variable = Pattern(#"\bPLENARIA_[A-Z0-9_]+\b"#)

    static func violations(in file: SwiftFile, documented: String, listed: [String] = ShortLists.settings) -> [Violation] {
        var found: [Violation] = []
        for literal in file.reading.literals {
            if file.path == "Sources/App/Settings.swift", key.occurs(in: literal.text), !isIn(documented, literal.text) {
                found.append(Violation(file.path, literal.line, "\(literal.text) is missing in docs/configuration.md"))
            }
            for match in variable.matches(in: literal.text) where !isIn(documented, match.groups[0]) {
                found.append(Violation(file.path, literal.line, "\(match.groups[0]) is missing in docs/configuration.md"))
            }
        }
        if file.path == "Sources/App/Settings.swift" {
            found += listed.filter { !isIn(documented, $0) }.map {
                Violation(file.path, 1, "\($0) of ShortLists.settings is missing in docs/configuration.md")
            }
        }
        return found
    }

    /// As a whole word: `PLENARIA_PORT` is not documented by `PLENARIA_PORTAL`. A key may stand as its variable.
    private static func isIn(_ text: String, _ name: String) -> Bool {
        [name, environmentName(name)].contains { spelling in
            Pattern(#"(?<![\w.])\#(spelling.split(separator: ".").joined(separator: #"\."#))(?![\w]|\.\w)"#).occurs(in: text)
        }
    }

    /// `plenaria.pageCache` → `PLENARIA_PAGE_CACHE`.
    static func environmentName(_ key: String) -> String {
        guard key.contains(".") else { return key }
        var out = ""
        for character in key {
            if character.isUppercase { out += "_" }
            out += character == "." ? "_" : character.uppercased()
        }
        return out
    }
}
