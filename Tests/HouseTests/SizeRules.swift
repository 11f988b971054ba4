/// A file is about 120 lines; more than 250 needs a reason, more than 400 is refused.
enum SizeRules {
    static func violations(path: String, lines: Int, excused: [String: String] = ShortLists.longFiles) -> [Violation] {
        if lines > 400 { return [Violation(path, lines, "\(lines) lines; 400 is the end")] }
        if lines > 250, excused[path] == nil {
            return [Violation(path, lines, "\(lines) lines; over 250 needs a reason in ShortLists.longFiles")]
        }
        return []
    }

    /// Base is where junk would gather.
    static func violations(inBase files: [SwiftFile]) -> [Violation] {
        let lines = files.reduce(0) { $0 + $1.lineCount }
        return lines < 800 ? [] : [Violation("Sources/Base", 1, "Base has \(lines) lines; it stays under 800")]
    }
}
