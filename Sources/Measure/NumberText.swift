import Base
import Foundation

/// Numbers as people type them into a form, and as they stand there again.
package enum NumberText {
    /// Digits of any script; a decimal comma is a point. nil for what is no number, or not a finite one.
    package static func number(_ text: String) -> Double? {
        let plain = westernDigits(text).replacing("٫", with: ".").replacing(",", with: ".").filter { !$0.isWhitespace }
        guard let number = Double(plain), number.isFinite, plain.utf8.allSatisfy({ allowed.contains($0) }) else { return nil }
        return number
    }
    private static let allowed = Set("0123456789+-.eE".utf8)

    /// The shortest text that reads as the same number; a whole number without a point.
    package static func text(_ number: Double?) -> String {
        guard let number else { return "" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return "\(number)"
    }

    /// So many decimals at most, for people to read.
    package static func rounded(_ number: Double, _ decimals: Int = 2) -> String {
        let text = String(format: "%.\(decimals)f", number)
        guard text.contains(".") else { return text }
        let short = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(short.reversed())
    }
}
