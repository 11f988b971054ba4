/// What a `Range` header asks of `size` bytes (RFC 9110 §14.2). One range is served; a header that asks for several, in
/// another unit or in a way that cannot be read is passed over, as the standard lets us.
package enum RangeHeader {
    package enum Wish: Hashable, Sendable {
        case whole
        case part(Range<Int>)
        case unsatisfiable
    }

    package static func read(_ header: String?, size: Int) -> Wish {
        guard let header, header.utf8.count <= 128, header.lowercased().hasPrefix("bytes=") else { return .whole }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map { part in
            part.drop { $0 == " " || $0 == "\t" }
        }
        guard ends.count == 2 else { return .whole }
        if ends[0].isEmpty {
            guard let last = number(ends[1]) else { return .whole }
            return last == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - last)..<size)
        }
        guard let first = number(ends[0]) else { return .whole }
        if ends[1].isEmpty { return first < size ? .part(first..<size) : .unsatisfiable }
        guard let last = number(ends[1]), last >= first else { return .whole }
        return first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
        return Int(text)
    }
}
