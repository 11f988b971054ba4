import Base
import Foundation
import Synchronization

/// Dates, numbers and names of places as a language writes them. Digits are Latin everywhere, so that the times of a
/// programme and the numbers beside them look alike in Arabic too.
extension Words {
    package enum DateStyle: Hashable, Sendable {
        /// Wednesday, 3 December 2025
        case full
        /// 3 December 2025
        case long
        /// 3 December
        case dayMonth
        /// Wed 3 Dec
        case short
    }

    package func date(_ date: CalendarDate, _ style: DateStyle = .long) -> String {
        let moment = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400)
        return moment.formatted(FormatShelf.style(style, language))
    }

    /// `2–4 December 2025`, or both dates in full where months differ.
    package func dates(_ first: CalendarDate, _ last: CalendarDate) -> String {
        if first >= last { return date(first) }
        return FormatShelf.interval(FormatShelf.Interval(language: language, first: first.dayNumber, last: last.dayNumber))
    }

    package func number(_ number: Int) -> String { number.formatted(.number.locale(FormatShelf.locale(language))) }
    package func number(_ number: Double) -> String { number.formatted(.number.locale(FormatShelf.locale(language))) }

    /// The country's name for an ISO 3166-1 alpha-2 code.
    package func country(_ code: String) -> String {
        // ICU's own name for CN is "China mainland"; alliances and ISO 3166 say "China".
        if code == "CN" { return self("country.CN") }
        return FormatShelf.locale(language).localizedString(forRegionCode: code) ?? code
    }
    /// The language's name for a BCP 47 tag.
    package func languageName(_ tag: String) -> String {
        FormatShelf.locale(language).localizedString(forIdentifier: tag) ?? tag
    }
    /// `A, B and C` as the language joins them.
    package func list(_ items: [String]) -> String {
        items.formatted(.list(type: .and, width: .standard).locale(FormatShelf.locale(language)))
    }
    /// Sorted as the language's dictionaries do.
    package func sorted<T>(_ items: [T], by text: (T) -> String) -> [T] {
        let locale = FormatShelf.locale(language)
        return items.sorted { text($0).compare(text($1), options: [], range: nil, locale: locale) == .orderedAscending }
    }
}

/// Formatters are dear to make (23,000/s) and cheap to use (570,000/s), so each is made once.
private enum FormatShelf {
    static let locales = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { ($0, Locale(identifier: $0 == .en ? "en-GB" : $0.rawValue + "-u-nu-latn")) }
    )
    static func locale(_ language: Language) -> Locale { locales[language] ?? Locale(identifier: "en-GB") }

    static let styles: [Language: [Words.DateStyle: Date.FormatStyle]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            let base = Date.FormatStyle(locale: locale(language), calendar: .init(identifier: .gregorian), timeZone: .gmt)
            return (
                language,
                [
                    .full: base.weekday(.wide).day().month(.wide).year(),
                    .long: base.day().month(.wide).year(),
                    .dayMonth: base.day().month(.wide),
                    .short: base.weekday(.abbreviated).day().month(.abbreviated),
                ]
            )
        })
    static func style(_ style: Words.DateStyle, _ language: Language) -> Date.FormatStyle {
        styles[language]?[style] ?? Date.FormatStyle(timeZone: .gmt)
    }

    struct Interval: Hashable, Sendable {
        let language: Language
        let first: Int
        let last: Int
    }
    private static let intervals = Mutex<[Interval: String]>([:])

    /// Each is written once, as few are asked for again and again. Not by `DateIntervalFormatter`: its instances crash when
    /// several threads make and use them.
    static func interval(_ interval: Interval) -> String {
        if let known = intervals.withLock({ $0[interval] }) { return known }
        let style = Date.IntervalFormatStyle(
            locale: locale(interval.language), calendar: .init(identifier: .gregorian), timeZone: .gmt
        ).day().month(.wide).year()
        let day = { (number: Int) in Date(timeIntervalSince1970: Double(number) * 86_400) }
        let new = style.format(day(interval.first)..<day(interval.last))
        intervals.withLock { all in
            if all.count >= 512 { all = [:] }
            all[interval] = new
        }
        return new
    }
}
