import Base
import HTML

/// A bar beside its number: the number is its twin in words. Long is much; it begins where lines begin.
enum AttendanceBarPage {
    private static let length = 120

    /// `mark`: what was planned, a stroke across.
    static func markup(_ words: Words, _ value: Int, of most: Int, mark: Int? = nil) -> Markup {
        let whole = max(1, most, mark ?? 0)
        let turned: Markup =
            words.language.direction == "rtl" ? #" transform="translate(\#(length) 0) scale(-1 1)""# : .empty
        let stroke: Markup? = mark.map { #"<rect x="\#(max(0, width($0, whole) - 2))" y="0" width="2" height="12"/>"# }
        return """
            <span class="fill"><svg viewBox="0 0 \(length) 12" width="\(length)" height="12" aria-hidden="true" fill="currentColor">\
            <g\(turned)><rect x="0" y="5.5" width="\(length)" height="1" opacity=".25"/>\
            <rect x="0" y="2" width="\(width(value, whole))" height="8" rx="1" opacity=".75"/>\(stroke)</g></svg> \
            <span>\(words.number(value))</span></span>
            """
    }

    private static func width(_ value: Int, _ whole: Int) -> Int {
        value <= 0 ? 0 : max(1, Int((Double(value) / Double(whole) * Double(length)).rounded()))
    }
}
