import Base

/// CLDR 44 plural rules (cardinal, whole numbers) of the seven languages: unicode.org/cldr/charts/44/supplemental/language_plural_rules.html
package enum PluralRule {
    package static func categories(_ language: Language) -> [String] {
        switch language {
        case .en: ["one", "other"]
        case .es, .fr, .pt: ["one", "many", "other"]
        case .zh: ["other"]
        case .ar: ["zero", "one", "two", "few", "many", "other"]
        case .ru: ["one", "few", "many", "other"]
        }
    }

    package static func category(of number: Int, _ language: Language) -> String {
        let n = abs(number)
        switch language {
        case .zh: return "other"
        case .en: return n == 1 ? "one" : "other"
        case .es: return n == 1 ? "one" : millions(n)
        case .fr, .pt: return n <= 1 ? "one" : millions(n)
        case .ar:
            if n <= 2 { return ["zero", "one", "two"][n] }
            if (3...10).contains(n % 100) { return "few" }
            return n % 100 >= 11 ? "many" : "other"
        case .ru:
            if n % 10 == 1 && n % 100 != 11 { return "one" }
            return (2...4).contains(n % 10) && !(12...14).contains(n % 100) ? "few" : "many"
        }
    }

    private static func millions(_ n: Int) -> String { n != 0 && n % 1_000_000 == 0 ? "many" : "other" }
}
