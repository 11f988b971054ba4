import Base
import Foundation

/// Numbers as the public pages write them: so many decimals always, so that columns stand in line; the decimal sign of the
/// language and Latin digits everywhere, as in the rest of the house.
package enum ScoreText {
    package static func text(_ number: Double?, _ language: Language, decimals: Int = 1) -> String {
        guard let number, number.isFinite else { return "–" }
        let plain = String(format: "%.\(decimals)f", number).replacing(".", with: separator(language))
        // A zero that was rounded from below has no sign.
        let isZero = plain.allSatisfy { !$0.isNumber || $0 == "0" }
        return plain.hasPrefix("-") ? (isZero ? String(plain.dropFirst()) : "−" + plain.dropFirst()) : plain
    }

    /// With its sign, for differences.
    package static func signed(_ number: Double?, _ language: Language, decimals: Int = 1) -> String {
        let plain = text(number, language, decimals: decimals)
        return (number ?? 0) > 0 && plain.contains { $0.isNumber && $0 != "0" } ? "+" + plain : plain
    }

    /// A share of 1 in per cent.
    package static func percent(_ share: Double?, _ language: Language, decimals: Int = 1) -> String {
        guard let share else { return "–" }
        let sign = [.fr, .es, .ru].contains(language) ? "\u{202f}%" : "%"
        return text(share * 100, language, decimals: decimals) + sign
    }

    /// A rank: whole as a rule, with a half where ties share the average.
    package static func rank(_ rank: Double?, _ language: Language) -> String {
        text(rank, language, decimals: rank == rank?.rounded() ? 0 : 1)
    }

    /// A measured value: as many decimals as it was given with, at most four.
    package static func value(_ number: Double?, _ language: Language) -> String {
        guard let number else { return "–" }
        let plain = NumberText.rounded(number, 4)
        let decimals = plain.split(separator: ".").count > 1 ? plain.split(separator: ".")[1].count : 0
        return text(number, language, decimals: decimals)
    }

    package static func separator(_ language: Language) -> String {
        switch language {
        case .es, .fr, .pt, .ru: ","
        default: "."
        }
    }
}
