/// Words of code that are refused, or allowed only where a list says so.
enum CodeRules {
    private static let raw = Pattern(##"\\#*\(\s*raw:"##)
    private static let clocks: [(name: String, pattern: Pattern)] = [
        ("Date()", Pattern(#"\bDate(\.init)?\(\s*\)"#)),
        ("Date.now", Pattern(#"\bDate\.now\b"#)),
        ("Date(timeIntervalSinceNow:)", Pattern(#"\btimeIntervalSinceNow\b"#)),
        ("ContinuousClock", Pattern(#"\b(ContinuousClock|SuspendingClock)\b|\bclock:\s*\.(continuous|suspending)\b"#)),
        ("clock_gettime", Pattern(#"\b(clock_gettime|gettimeofday|timespec_get|CFAbsoluteTimeGetCurrent)\b"#)),
        ("Instant.now", Pattern(#"\b(Instant|DispatchTime|DispatchWallTime|NIODeadline)\.now\b"#)),
        ("time(nil)", Pattern(#"\btime\(nil\)"#)),
    ]
    private static let banned: [(pattern: Pattern, reason: String)] = [
        (Pattern(#"\bfatalError\s*\("#), "fatalError ends everybody's request; throw or refuse"),
        (Pattern(#"\btry!"#), "try! ends everybody's request; throw or refuse"),
        (Pattern(#"\bpublic\b"#), "public: the house is one package, say package"),
    ]
    private static let notes = Pattern(#"\b(TODO|FIXME|XXX|HACK)\b"#)

    /// `\(raw:` outside the list, or more often than it says; too few is refused as well, so that the list stays true.
    static func rawViolations(in file: SwiftFile, listed: [String: Int] = ShortLists.rawMarkup) -> [Violation] {
        let lines = file.reading.codeLines.enumerated().flatMap { index, line in raw.matches(in: line).map { _ in index + 1 } }
        let expected = listed[file.path] ?? 0
        guard lines.count != expected else { return [] }
        let counts = "\(lines.count) times \\(raw:, ShortLists.rawMarkup says \(expected)"
        return lines.isEmpty ? [Violation(file.path, 1, counts)] : lines.map { Violation(file.path, $0, counts) }
    }

    static func clockViolations(in file: SwiftFile, listed: [String: Set<String>] = ShortLists.clocks) -> [Violation] {
        let mayUse = listed[file.path] ?? []
        return file.reading.codeLines.enumerated().flatMap { index, line in
            clocks.filter { !mayUse.contains($0.name) && $0.pattern.occurs(in: line) }.map {
                Violation(
                    file.path, index + 1, "asks the clock by \($0.name); now is an argument (or write it in ShortLists.clocks)")
            }
        }
    }

    static func safetyViolations(in file: SwiftFile) -> [Violation] {
        let banned = banned.filter { !ShortLists.libraries.contains(file.target) || !$0.reason.hasPrefix("public") }
        let inCode = file.reading.codeLines.enumerated().flatMap { index, line in
            banned.filter { $0.pattern.occurs(in: line) }.map { Violation(file.path, index + 1, $0.reason) }
        }
        let inText = file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            notes.first(in: String(line)).map { Violation(file.path, index + 1, "\($0.groups[0]): do it now or leave it out") }
        }
        return inCode + inText
    }
}
