import Base
import Foundation

/// Languages as people write them: a BCP 47 tag, or a name in one of our languages or in the language itself.
package enum SpokenLanguage {
    /// For a list to choose from: widely spoken ones, and signed ones of places whose people meet us.
    package static let offered: [String] = """
        am ar az bg bn cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka kk km ko ky lo lt lv mn ms my nb ne nl \
        pl pt ro ru si sk sl sq sr sv sw ta te tg th tr uk ur uz vi yue zh
        """.split(separator: " ").map(String.init)

    /// The tag in its usual spelling; nil for what is neither a tag nor a name that we know.
    package static func tag(of typed: String) -> String? {
        let text = singleLine(String(typed.prefix(100)))
        if let tag = canonical(text) { return tag }
        return names[folded(text)]
    }

    /// `PT-br` → `pt-BR`, `zh-hant` → `zh-Hant`; nil unless the language is one of ISO 639.
    package static func canonical(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { $0.lowercased() }
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 4, isoCodes.contains(first) else {
            return nil
        }
        let rest = parts.dropFirst()
        guard rest.allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit) }) else { return nil }
        return ([first] + rest.map(spelt)).joined(separator: "-")
    }

    /// RFC 5646 §2.1.1: scripts begin with a capital, regions are capitals.
    private static func spelt(_ part: String) -> String {
        switch part.utf8.count {
        case 2: part.uppercased()
        case 4 where part.utf8.first.map({ $0 >= 97 }) == true: part.prefix(1).uppercased() + part.dropFirst()
        default: part
        }
    }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }

    private static func folded(_ text: String) -> String { text.map { SearchFolding.folded($0) }.joined() }

    private static let isoCodes: Set<String> = Set(Locale.LanguageCode.isoLanguageCodes.map(\.identifier))

    private static let names: [String: String] = {
        var found: [String: String] = [:]
        let locales = Language.allCases.map { Locale(identifier: $0.rawValue) }
        for tag in offered {
            for locale in locales + [Locale(identifier: tag)] {
                if let name = locale.localizedString(forLanguageCode: tag), found[folded(name)] == nil {
                    found[folded(name)] = tag
                }
            }
        }
        return found
    }()
}
