import Base

/// Gathers what a reader has to tell. The same thing is told once, with its first line and how often it was met: a file
/// of 773 sessions without identifiers is one finding.
package struct FindingLog: Sendable {
    private struct Key: Hashable {
        let kind: FormatFinding.Kind
        let code: String
        let group: String
    }
    private var order: [Key] = []
    private var first: [Key: (line: Int, arguments: [String: String])] = [:]
    private var counts: [Key: Int] = [:]
    /// More different findings than anybody reads.
    private static let most = 500

    package init() {}

    /// `group` keeps findings of one code apart: by default all of a code are one.
    package mutating func add(
        _ kind: FormatFinding.Kind, _ code: String, line: Int, _ arguments: [String: String] = [:], group: String = ""
    ) {
        let key = Key(kind: kind, code: code, group: group)
        if let count = counts[key] {
            counts[key] = count + 1
            return
        }
        guard order.count < FindingLog.most else { return }
        order.append(key)
        first[key] = (line, arguments)
        counts[key] = 1
    }

    /// In the order of the file; each with `count`.
    package var findings: [FormatFinding] {
        order.compactMap { key in
            guard let (line, arguments) = first[key] else { return nil }
            let count = ["count": String(counts[key] ?? 1)]
            return FormatFinding(key.kind, key.code, line: line, arguments.merging(count) { given, _ in given })
        }
        .sorted { $0.line < $1.line }
    }
}
