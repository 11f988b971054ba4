/// One request as it came off the line, read without the decoder: so strictly that whatever is in any way unusual is left to
/// that one. The bytes must be one whole GET or HEAD of HTTP/1.1 without a body, from the first to the last
/// (RFC 9112 §2 to §6).
package enum PlainRequest: Sendable {
    /// As plain as `Asked(plain:)` wants it.
    case plain(target: String, Asked)
    /// Whole, but with something that its answer depends on.
    case whole

    /// More than any usual head; the decoder has a limit of its own.
    private static let limit = 4096

    /// Nil: not for certain one whole request.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count <= PlainRequest.limit, var line = LineReader(bytes), let first = line.requestLine() else { return nil }
        var asked = Asked()
        var isPlain = first.isGet
        var hosts = 0
        while let field = line.field() {
            switch HeaderMeaning(field.name) {
            case .host: hosts += 1
            case .body: return nil
            case .connection: guard HeaderMeaning.isKeepAlive(field.value) else { return nil }
            case .condition: isPlain = false
            case .other: break
            case .wayOut(let part): asked.take(part, String(decoding: field.value, as: UTF8.self))
            }
        }
        guard line.isAtEnd, hosts == 1 else { return nil }
        self = isPlain ? .plain(target: String(decoding: first.target, as: UTF8.self), asked) : .whole
    }
}

/// Takes a head apart: visible ASCII alone, each line ended by CR LF, no folding, no space before a colon.
private struct LineReader {
    typealias Bytes = UnsafeRawBufferPointer
    private let bytes: Bytes
    private var at = 0
    private(set) var isAtEnd = false

    init?(_ bytes: Bytes) {
        guard bytes.count > 16, bytes[bytes.count - 1] == 10 else { return nil }
        self.bytes = bytes
    }

    private func starts(_ words: StaticString, at place: Int) -> Bool {
        let count = words.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        for index in 0..<count where bytes[place + index] != words.utf8Start[index] { return false }
        return true
    }

    mutating func requestLine() -> (isGet: Bool, target: Bytes)? {
        let isGet = starts("GET /", at: 0)
        guard isGet || starts("HEAD /", at: 0) else { return nil }
        let start = isGet ? 4 : 5
        at = start
        while at < bytes.count, bytes[at] > 0x20, bytes[at] < 0x7F { at += 1 }
        let target = Bytes(rebasing: bytes[start..<at])
        guard starts(" HTTP/1.1\r\n", at: at) else { return nil }
        at += 11
        return (isGet, target)
    }

    /// The next field; nil at the end of the head, and at anything unusual: then `isAtEnd` stays false.
    mutating func field() -> (name: Bytes, value: Bytes)? {
        if starts("\r\n", at: at) {
            isAtEnd = at + 2 == bytes.count
            return nil
        }
        let start = at
        while at < bytes.count, LineReader.isName(bytes[at]) { at += 1 }
        guard at > start, at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return nil }
        let name = Bytes(rebasing: bytes[start..<at])
        at += 1
        if at < bytes.count, bytes[at] == 0x20 { at += 1 }
        let begin = at
        while at < bytes.count, bytes[at] >= 0x20, bytes[at] < 0x7F { at += 1 }
        // A value with space around it would have to be trimmed: that is the decoder's.
        guard at > begin, bytes[begin] != 0x20, bytes[at - 1] != 0x20, starts("\r\n", at: at) else { return nil }
        let value = Bytes(rebasing: bytes[begin..<at])
        at += 2
        return (name, value)
    }

    /// Fewer than a token may have (RFC 9110 §5.6.2), and all that is usual.
    private static func isName(_ byte: UInt8) -> Bool {
        let letter = byte | 32
        return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || byte == UInt8(ascii: "-")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
