/// What a person or a programme wrote where a number belongs.
public enum NumberText: Hashable, Sendable {
    case empty
    /// Without a decimal sign.
    case whole(Double)
    /// `grouped`: it may as well be a thousands separator, as in 1.234.
    case point(Double, grouped: Bool)
    case comma(Double, grouped: Bool)
    /// A mark that says that there is no value.
    case missing(String)
    case error(String)
    case truth
    case infinite
    case thousands
    case percent
    case date
    case text

    /// Marks in use by statistical offices; `:` is Eurostat's.
    static let marks: Set<String> = ["na", "n/a", "..", "...", "…", "-", "–", "—", "nan", ":", "null", "n.a.", "#n/a n/a"]

    /// Takes spaces around away, and reads a true minus sign as one. Exact: the double nearest to the decimal number.
    public init(_ text: String) {
        let trimmed = NumberText.trimmed(text)
        if trimmed.isEmpty { self = .empty } else { self = NumberText.quick(trimmed) ?? NumberText.slow(trimmed) }
    }

    public init(_ cell: Grid.Cell) {
        switch cell {
        case .empty: self = .empty
        case .number(let number): self = number.isFinite ? .whole(number) : .infinite
        case .truth: self = .truth
        case .error(let word): self = .error(word)
        case .text(let text): self.init(text)
        }
    }

    /// The number, if the text leaves no doubt.
    public var number: Double? {
        switch self {
        case .whole(let number), .point(let number, _): number
        default: nil
        }
    }

    private static let infinities: Set<String> = ["inf", "infinity", "∞", "infinite"]

    static func isMissing(_ text: String) -> Bool { if case .missing = NumberText(text) { true } else { false } }

    static func trimmed(_ text: String) -> String {
        if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
            return text
        }
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isBlank(first) || isBlank(last) else {
            return text
        }
        let scalars = text.unicodeScalars.drop(while: isBlank)
        guard let end = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(scalars[...end])
    }

    /// The ordinary cases, by one walk over the bytes.
    private static func quick(_ text: String) -> NumberText? {
        var digits = 0, fraction = 0, exponent = -1
        var sign: UInt8?
        var text = text
        if text.hasPrefix("\u{2212}") { text = "-" + text.dropFirst() }
        for (place, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39:
                if exponent >= 0 { exponent += 1 } else if sign != nil { fraction += 1 } else { digits += 1 }
            case 0x2B, 0x2D:
                guard place == 0 || (exponent == 0 && isExponent(text, before: place)) else { return nil }
            case 0x2E, 0x2C:
                guard sign == nil, exponent < 0 else { return nil }
                sign = byte
            case 0x45, 0x65:
                guard exponent < 0, digits + fraction > 0 else { return nil }
                exponent = 0
            default: return nil
            }
        }
        guard digits + fraction > 0, exponent != 0 else { return nil }
        return valued(text, sign, grouped: fraction == 3 && (1...3).contains(digits) && exponent < 0 && !isZeroLed(text))
    }

    private static func isExponent(_ text: String, before place: Int) -> Bool {
        let before = text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: place - 1)]
        return before == 0x45 || before == 0x65
    }

    /// 0.123 is no 123.
    private static func isZeroLed(_ text: String) -> Bool {
        text.utf8.first { (0x30...0x39).contains($0) } == 0x30
    }

    private static func valued(_ text: String, _ sign: UInt8?, grouped: Bool) -> NumberText? {
        let plain = sign == 0x2C ? String(text.map { $0 == "," ? "." : $0 }) : text
        guard let number = Double(plain) else { return nil }
        guard number.isFinite else { return .infinite }
        switch sign {
        case 0x2E: return .point(number, grouped: grouped)
        case 0x2C: return .comma(number, grouped: grouped)
        default: return .whole(number)
        }
    }

    private static func slow(_ text: String) -> NumberText {
        let low = text.lowercased()
        if marks.contains(low) { return .missing(text) }
        if low.hasPrefix("#") { return .error(text) }
        if low == "true" || low == "false" { return .truth }
        if infinities.contains(
            low.hasPrefix("-") || low.hasPrefix("+") ? String(low.dropFirst()) : low)
        {
            return .infinite
        }
        if low.hasSuffix("%"), quick(trimmed(String(text.dropLast()))) != nil { return .percent }
        guard text.utf8.count <= 40, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return .text }
        return isDate(text) ? .date : isGrouped(text) ? .thousands : .text
    }

    /// 2018-01-05, 5/1/2018, 05.01.2018, with or without a time of day.
    private static func isDate(_ text: String) -> Bool {
        let day = text.prefix { $0 != "T" && $0 != " " }
        for sign in ["-", "/", "."] as [Character] {
            let parts = day.split(separator: sign, omittingEmptySubsequences: false)
            guard parts.count == 3, parts.allSatisfy({ $0.count > 0 && $0.allSatisfy(\.isNumber) }) else { continue }
            let lengths = parts.map(\.count)
            if lengths == [4, 2, 2] || (lengths[0] <= 2 && lengths[1] <= 2 && [2, 4].contains(lengths[2])) { return true }
        }
        return false
    }

    private static let groupSigns: Set<Character> = [",", ".", " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"]

    /// Digits in groups of three: 1,234,567.8 or 1 234 or 1'234.
    private static func isGrouped(_ text: String) -> Bool {
        var body = Substring(text)
        if let first = body.first, "+-\u{2212}".contains(first) { body = body.dropFirst() }
        let parts = body.split(omittingEmptySubsequences: false) { groupSigns.contains($0) }
        guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return false
        }
        return parts[0].count <= 3 && parts[1].count == 3
    }

    /// The shortest decimal number that is read as the same bits; without `.0`.
    public static func shortest(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
