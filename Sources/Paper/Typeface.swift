/// The families that are asked for, by name: left to itself, fontconfig takes any font that has the letters.
enum Typeface: Hashable, Sendable {
    /// For what is said.
    case serif
    /// For what is done.
    case sans

    /// In the order in which a letter is looked for. Han characters differ by language, so the tag comes first.
    func families(for language: String?) -> String {
        let style = self == .serif ? "Noto Serif" : "Noto Sans"
        let east = "\(style) CJK \(Typeface.region(of: language))"
        let west = self == .serif ? ["Noto Serif", "Noto Naskh Arabic"] : ["Noto Sans", "Noto Sans Arabic"]
        // Within Chinese, Japanese and Korean the signs of those scripts, with their own breadth, come before ours.
        let first = Typeface.isEastern(language) ? [east] + west : west + [east]
        let own = Typeface.scripts.map { script in
            "\(self == .serif && !Typeface.onlySans.contains(script) ? "Noto Serif" : "Noto Sans") \(script)"
        }
        return (first + own + Typeface.others).joined(separator: ",")
    }

    /// For code: letters of one breadth, then those of any script.
    static func codeFamilies(for language: String?) -> String {
        "Noto Sans Mono CJK \(region(of: language)),\(Typeface.sans.families(for: language))"
    }

    static func isEastern(_ language: String?) -> Bool {
        ["zh", "ja", "ko", "yue", "wuu", "cmn"].contains(primary(language))
    }

    /// `SC`, `TC`, `HK`, `JP` or `KR`. Without a tag the forms of the mainland, which have every character.
    static func region(of language: String?) -> String {
        let parts = Set((language ?? "").lowercased().split(separator: "-").map(String.init))
        switch primary(language) {
        case "ja": return "JP"
        case "ko": return "KR"
        case "yue": return "HK"
        default:
            if parts.contains("hk") || parts.contains("mo") { return "HK" }
            return parts.contains("hant") || parts.contains("tw") ? "TC" : "SC"
        }
    }

    private static func primary(_ language: String?) -> String {
        (language ?? "").lowercased().split(separator: "-").first.map(String.init) ?? ""
    }

    private static let scripts = [
        "Hebrew", "Thai", "Devanagari", "Bengali", "Sinhala", "Tamil", "Telugu", "Kannada", "Malayalam", "Gujarati", "Gurmukhi",
        "Oriya", "Khmer", "Lao", "Myanmar", "Georgian", "Armenian", "Ethiopic", "Thaana", "Syriac", "Mongolian", "NKo", "Adlam",
        "Tifinagh", "Cherokee", "Canadian Aboriginal", "Javanese", "Balinese", "Sundanese", "Vai", "Yi", "Ol Chiki",
        "Meetei Mayek", "Tai Le", "New Tai Lue", "Tai Tham", "Cham", "Chakma", "Osage", "Lisu",
    ]
    private static let onlySans: Set<String> = [
        "Oriya", "Thaana", "Syriac", "Mongolian", "NKo", "Adlam", "Tifinagh", "Cherokee", "Canadian Aboriginal", "Javanese",
        "Sundanese", "Vai", "Yi", "Ol Chiki", "Meetei Mayek", "Tai Le", "New Tai Lue", "Tai Tham", "Cham", "Chakma", "Osage",
        "Lisu",
    ]
    private static let others = ["Noto Serif Tibetan", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math"]

    static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return (0x600...0x6ff).contains(value) || (0x750...0x77f).contains(value) || (0x8a0...0x8ff).contains(value)
            || (0xfb50...0xfdff).contains(value) || (0xfe70...0xfefc).contains(value)
    }

    /// Scripts whose letters stack high keep the line height of their font.
    static func isTall(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            (0x900...0x109f).contains(scalar.value) || (0x1780...0x18af).contains(scalar.value)
                || (0x1a00...0x1bff).contains(scalar.value) || (0xa8e0...0xaadf).contains(scalar.value)
        }
    }
}
