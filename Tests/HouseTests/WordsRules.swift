import Foundation

/// Every language has every key, every plural form and the same arguments, and every key that the code asks for exists.
enum WordsRules {
    /// CLDR plural categories (cardinal) of the seven languages.
    static let categories: [String: Set<String>] = [
        "en": ["one", "other"],
        "es": ["one", "many", "other"],
        "fr": ["one", "many", "other"],
        "pt": ["one", "many", "other"],
        "zh": ["other"],
        "ar": ["zero", "one", "two", "few", "many", "other"],
        "ru": ["one", "few", "many", "other"],
    ]
    private static let argument = Pattern(#"\{([A-Za-z]\w*)\}"#)
    private static let asking = Pattern(
        #"\b(words|Refusal|complain|complaint)\(\s*(\.\w+,)?$|\bwords:$|\bwords\.has\($"#, ignoringCase: true)

    /// One file alone: sorted, nothing twice, nothing empty, plural forms of its language.
    static func violations(in file: WordsFile) -> [Violation] {
        var found = file.faults
        for (before, after) in zip(file.keys, file.keys.dropFirst())
        where !before.key.utf8.lexicographicallyPrecedes(after.key.utf8) {
            let words = before.key == after.key ? "\(after.key) stands twice" : "\(after.key) is out of order after \(before.key)"
            found.append(Violation(file.path, after.line, words))
        }
        for (key, line) in file.keys {
            guard let phrase = file.phrases[key] else { continue }
            if phrase.texts.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
                found.append(Violation(file.path, line, "\(key) is empty"))
            }
            if case .plural(let forms) = phrase, let needed = categories[file.language], Set(forms.keys) != needed {
                let list = needed.sorted().joined(separator: ", ")
                found.append(Violation(file.path, line, "\(key) needs the plural forms \(list), has \(forms.keys.sorted())"))
            }
        }
        return found
    }

    /// A translation beside the English of the same module.
    static func violations(in file: WordsFile, beside english: WordsFile) -> [Violation] {
        var found: [Violation] = []
        for (key, line) in english.keys where file.phrases[key] == nil {
            found.append(Violation(file.path, 1, "\(key) is missing (\(english.path):\(line))"))
        }
        for (key, line) in file.keys {
            guard let own = file.phrases[key] else { continue }
            guard let original = english.phrases[key] else {
                found.append(Violation(file.path, line, "\(key) is not in \(english.path)"))
                continue
            }
            if isPlural(own) != isPlural(original) {
                found.append(Violation(file.path, line, "\(key) is a plural in one of the two languages only"))
            }
            if arguments(own) != arguments(original) {
                let words = "\(key) has the arguments \(arguments(own).sorted()), English has \(arguments(original).sorted())"
                found.append(Violation(file.path, line, words))
            }
        }
        return found
    }

    /// Keys that the code writes out, `words("key")` or `Refusal(.invalid, "key")`; one with an interpolation needs at
    /// least one key that begins so.
    static func violations(in file: SwiftFile, known keys: Set<String>) -> [Violation] {
        file.reading.literals.compactMap { literal in
            guard asking.occurs(in: literal.lead), !literal.text.isEmpty else { return nil }
            if let cut = literal.text.range(of: #"\()"#) {
                let start = literal.text[..<cut.lowerBound]
                guard !start.isEmpty, !keys.contains(where: { $0.hasPrefix(start) }) else { return nil }
                return Violation(file.path, literal.line, "no key of any Words/en.json begins with \(start)")
            }
            return keys.contains(literal.text)
                ? nil : Violation(file.path, literal.line, "\(literal.text) is in no Words/en.json")
        }
    }

    /// A key belongs to one module: all of them share one book.
    static func twins(in english: [WordsFile]) -> [Violation] {
        var seen: [String: String] = [:]
        return english.flatMap { file in
            file.keys.compactMap { key, line in
                if let first = seen[key], first != file.path { return Violation(file.path, line, "\(key) is in \(first) too") }
                seen[key] = file.path
                return nil
            }
        }
    }

    private static func isPlural(_ phrase: WordsFile.Phrase) -> Bool {
        if case .plural = phrase { return true }
        return false
    }
    private static func arguments(_ phrase: WordsFile.Phrase) -> Set<String> {
        Set(phrase.texts.flatMap { argument.matches(in: $0).map { $0.groups[1] } })
    }
}
