import Base

/// Dates with the month in words, in the languages that tables come in, and in Chinese and Japanese figures:
/// `Wed, October 21st, 2026`, `21. Oktober 2026`, `21 de octubre de 2026`, `21 октября 2026 г.`, `2026年10月21日`.
enum SpokenDate {
    /// Nil for anything else. `year` serves a date that has none.
    static func date(_ text: String, year fallback: Int?) -> CalendarDate? {
        guard text.utf8.count <= 100 else { return nil }
        let tokens = tokens(CSVClock.latinDigits(text).lowercased())
        guard (2...9).contains(tokens.count) else { return nil }
        if let date = east(tokens, fallback) { return date }
        var month: Int?
        var numbers: [Int] = []
        for token in tokens {
            if let number = Int(token) {
                numbers.append(number)
            } else if let found = named(token) {
                guard month == nil else { return nil }
                month = found
            } else if !isSilent(token) {
                return nil
            }
        }
        guard let month, let day = numbers.first(where: { (1...31).contains($0) }) else { return nil }
        guard numbers.count <= 2 else { return nil }
        let written = numbers.first { (1900...2200).contains($0) }
        guard numbers.count == 1 || written != nil, let year = written ?? fallback else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// It has a month in words or an eastern one, but no year.
    static func lacksYear(_ text: String) -> Bool { date(text, year: nil) == nil && date(text, year: 2028) != nil }

    /// A heading that is a day: a date, or a weekday with or without a number.
    static func isDay(_ text: String) -> Bool {
        guard text.utf8.count <= 100 else { return false }
        if ForeignClock.date(text) != nil || date(text, year: 2028) != nil { return true }
        let words = tokens(text.lowercased())
        return (1...3).contains(words.count) && words.contains { word in weekdays.contains { word.hasPrefix($0) } }
    }

    /// Runs of letters and runs of digits; everything else parts them.
    private static func tokens(_ text: String) -> [String] {
        var found: [String] = []
        var last = 0
        for scalar in text.unicodeScalars {
            let kind: Int
            if (48...57).contains(scalar.value) {
                kind = 1
            } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
                kind = "年月日号".unicodeScalars.contains(scalar) ? 3 : 2
            } else {
                kind = 0
            }
            if kind == 0 {
                last = 0
                continue
            }
            if kind == last, kind != 3 {
                found[found.count - 1].unicodeScalars.append(scalar)
            } else {
                found.append(String(scalar))
            }
            last = kind
        }
        return found
    }

    private static func east(_ tokens: [String], _ fallback: Int?) -> CalendarDate? {
        guard let place = tokens.firstIndex(of: "月"), place > 0, place + 1 < tokens.count, let month = Int(tokens[place - 1]),
            let day = Int(tokens[place + 1])
        else { return nil }
        let written = place > 2 && tokens[place - 2] == "年" ? Int(tokens[place - 3]) : nil
        return (written ?? fallback).flatMap { CalendarDate(year: $0, month: month, day: day) }
    }

    private static func named(_ token: String) -> Int? {
        if let known = exact[token] { return known }
        guard token.unicodeScalars.count >= 3 else { return nil }
        return stems.first { token.hasPrefix($0.stem) }?.month
    }

    /// Weekdays, ordinals and the small words between.
    private static func isSilent(_ token: String) -> Bool {
        small.contains(token) || weekdays.contains { token.hasPrefix($0) }
    }
    private static let small: Set<String> = [
        "st", "nd", "rd", "de", "del", "of", "the", "den", "am", "le", "el", "er", "a", "o", "г", "года", "di", "day",
        "tag", "день", "jour", "día", "dia", "日", "号", "周", "星期", "في", "يوم", "م",
        "mo", "di", "mi", "do", "fr", "sa", "so", "tu", "we", "th", "su", "пн", "вт", "ср", "чт", "пт", "сб", "вс",
    ]
    private static let weekdays = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "dien", "mitt", "donn", "frei", "sams", "sonn", "lun", "mar", "mié",
        "mie", "jue", "vie", "sáb", "sab", "dom", "mer", "jeu", "ven", "sam", "dim", "seg", "ter", "qua", "qui", "sex", "пон",
        "вто", "сре", "чет", "пят", "суб", "вос", "周", "星期", "الأحد", "الإثنين", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس",
        "الجمعة", "السبت",
    ]
    private static let exact: [String: Int] = ["may": 5, "mai": 5, "мая": 5, "май": 5, "mar": 3, "mars": 3, "mär": 3]
    /// In an order in which a longer stem comes before what it begins with.
    private static let stems: [(stem: String, month: Int)] = {
        let lists = [
            "jan janv ene янв يناير gen", "feb fév févr fev фев فبراير", "march märz marz marc mars março мар مارس",
            "apr avr abr апр أبريل ابريل", "mayo maio magg مايو", "juni june jun juin июн يونيو giu",
            "juli july jul juil июл يوليو lug",
            "aug aoû aout ago авг أغسطس", "sep sept set сен سبتمبر", "oct okt out окт أكتوبر ott", "nov ноя نوفمبر",
            "dec dez dic déc дек ديسمبر",
        ]
        return lists.enumerated().flatMap { index, list in list.split(separator: " ").map { (String($0), index + 1) } }
            .sorted { $0.0.unicodeScalars.count > $1.0.unicodeScalars.count }
    }()
}
