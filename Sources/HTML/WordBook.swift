import Base
import Foundation

/// Every phrase of every module in all seven languages, read once at the start.
package struct WordBook: Sendable {
    /// A phrase, or one per CLDR plural category.
    package enum Phrase: Sendable, Hashable {
        case plain(String)
        case plural([String: String])
    }
    private var phrases: [Language: [String: Phrase]] = [:]

    package init() {}

    package enum Fault: Error, Hashable {
        case unreadable(String)
        case twice(String, Language)
    }

    /// Adds a module's words: file name `Words/<lang>.json` → JSON text, flat, key → phrase or plural object.
    package mutating func add(_ files: [String: String]) throws {
        for language in Language.allCases {
            guard let text = files["Words/\(language.rawValue).json"] else { continue }
            guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
                throw Fault.unreadable("Words/\(language.rawValue).json")
            }
            for (key, value) in object {
                guard phrases[language]?[key] == nil else { throw Fault.twice(key, language) }
                if let plain = value as? String {
                    phrases[language, default: [:]][key] = .plain(plain)
                } else if let plural = value as? [String: String] {
                    phrases[language, default: [:]][key] = .plural(plural)
                } else {
                    throw Fault.unreadable("\(key) in Words/\(language.rawValue).json")
                }
            }
        }
    }

    package func phrase(_ key: String, _ language: Language) -> Phrase? { phrases[language]?[key] }
    package func keys(_ language: Language) -> Set<String> { Set(phrases[language].map { Array($0.keys) } ?? []) }
    package func words(_ language: Language) -> Words { Words(book: self, language: language) }
}

/// The words of one reader's language.
package struct Words: Sendable {
    private let book: WordBook
    package let language: Language
    package init(book: WordBook, language: Language) {
        self.book = book
        self.language = language
    }
    package func speaking(_ other: Language) -> Words { Words(book: book, language: other) }

    /// The phrase with its `{name}` arguments filled in. A missing key shows itself; the house's tests find it first.
    package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        switch book.phrase(key, language) ?? book.phrase(key, .en) {
        case .plain(let text): Words.fill(text, arguments)
        case .plural(let forms): Words.fill(forms["other"] ?? key, arguments)
        case nil: key
        }
    }

    /// The phrase in the plural form of `count`, which also fills `{count}`.
    package func callAsFunction(_ key: String, count: Int, _ arguments: [String: String] = [:]) -> String {
        var all = arguments
        all["count"] = number(count)
        guard case .plural(let forms) = book.phrase(key, language) ?? book.phrase(key, .en) else { return self(key, all) }
        return Words.fill(forms[PluralRule.category(of: count, language)] ?? forms["other"] ?? key, all)
    }

    package func has(_ key: String) -> Bool { book.phrase(key, language) != nil }

    private static func fill(_ text: String, _ arguments: [String: String]) -> String {
        guard !arguments.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var out = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            out += rest[..<open]
            out += arguments[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }
}
