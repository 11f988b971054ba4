import Base

/// Clocks and lengths in words, and the halves of the day: `2:30 pm`, `9:00 a. m.`, `上午9:00`, `45 min`, `1 h 30`.
enum SpokenClock {
    private static let halves: [(mark: String, isAfternoon: Bool)] = [
        ("a.m.", false), ("p.m.", true), ("a. m.", false), ("p. m.", true), ("a.m", false), ("p.m", true), ("am", false),
        ("pm", true), ("上午", false), ("下午", true), ("晚上", true), ("早上", false), ("中午", true), ("صباحا", false),
        ("صباحًا", false), ("مساء", true), ("مساءً", true), ("ص", false), ("م", true),
    ]

    /// The clock without the half of the day that stands beside it, and which; nil without one.
    static func half(_ text: String) -> (rest: String, isAfternoon: Bool)? {
        for (mark, isAfternoon) in halves {
            if text.hasSuffix(mark) { return (text.dropLast(mark.count).trimmed, isAfternoon) }
            if text.hasPrefix(mark), mark.utf8.count > 4 { return (text.dropFirst(mark.count).trimmed, isAfternoon) }
        }
        return nil
    }

    /// Minutes of `45 min`, `1h`, `1 h 30 min`, `1,5 Std.`, `90'`, `2小时`; nil for anything else.
    static func length(_ text: String) -> Int? {
        let text = CSVClock.latinDigits(text).lowercased()
        guard text.utf8.count <= 40 else { return nil }
        var seconds = 0.0
        var number = ""
        var word = ""
        var unit = 0.0
        var isFound = false
        func value() -> Double? { Double(number.replacing(",", with: ".")) }
        func close() -> Bool {
            guard !number.isEmpty else { return word.isEmpty }
            // A number behind hours without a unit of its own counts minutes.
            let factor = word.isEmpty && unit == 3600 ? 60 : factor(of: word)
            guard let value = value(), value < 100_000, factor > 0 else { return false }
            seconds += value * factor
            unit = factor
            isFound = true
            number = ""
            word = ""
            return true
        }
        for scalar in text.unicodeScalars {
            if (48...57).contains(scalar.value) || (!number.isEmpty && word.isEmpty && (scalar == "." || scalar == ",")) {
                if !word.isEmpty, !close() { return nil }
                number.unicodeScalars.append(scalar)
            } else if scalar.properties.isAlphabetic || scalar == "'" || scalar == "′" || scalar == "’" {
                word.unicodeScalars.append(scalar)
            } else if !scalar.properties.isWhitespace, scalar != "." {
                return nil
            }
        }
        return close() && isFound ? Int((seconds / 60).rounded()) : nil
    }

    /// Seconds of a unit; 0 if it is none.
    private static func factor(of word: String) -> Double {
        if ["'", "′", "’", "m", "分", "分钟", "분"].contains(word) { return 60 }
        if ["h", "ч", "std", "小时", "个小时", "時間"].contains(word) { return 3600 }
        if ["min", "мин", "دقيق"].contains(where: { word.hasPrefix($0) }) { return 60 }
        if ["hour", "hr", "heure", "hora", "stunde", "час", "ساع", "ore", "uur"].contains(where: { word.hasPrefix($0) }) {
            return 3600
        }
        return word.hasPrefix("sec") || word == "s" ? 1 : 0
    }
}
