import Base

/// E-mail addresses in what somebody pasted: one to a line, or the whole table that a video conference gives.
package struct AttendanceAddresses: Hashable, Sendable {
    /// In small letters, each once, in the order of the text.
    package let all: [String]

    /// What stands between two addresses, in tables of any kind and in `"Ana Ruiz" <ana@people.example>`.
    private static let between: Set<Character> = [",", ";", "<", ">", "\"", "|", "(", ")", "[", "]"]

    package init(_ text: String) {
        var seen: Set<String> = []
        all = text.split { $0.isWhitespace || AttendanceAddresses.between.contains($0) }
            .map { piece in
                let plain = piece.hasPrefix("mailto:") ? piece.dropFirst("mailto:".count) : piece
                return plain.trimmingPrefix { $0 == "." || $0 == "'" || $0 == ":" }.lowercased()
            }
            .map { $0.last == "." || $0.last == "'" || $0.last == ":" ? String($0.dropLast()) : $0 }
            .filter { AttendanceAddresses.isAddress($0) && seen.insert($0).inserted }
    }

    /// Enough of the shape to tell an address from a name (RFC 5321 §4.5.3.1 has the lengths).
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && (1...64).contains(parts[0].utf8.count) && !parts[1].isEmpty && text.utf8.count <= 254
    }
}
