/// What a header of a request means to whoever wants to answer it from what is kept.
enum HeaderMeaning {
    enum Part { case cookie, language, coding }
    /// The answer differs by it.
    case wayOut(Part)
    /// The answer is another one, or perhaps none.
    case condition
    /// There is more to this request than its head.
    case body
    case connection
    case host
    case other

    /// `name` consists of a token's bytes; names of headers have no case (RFC 9110 §5.1).
    init(_ name: UnsafeRawBufferPointer) {
        func isSame(_ wanted: StaticString) -> Bool { HeaderMeaning.isSame(name, wanted) }
        switch name.count {
        case 4 where isSame("host"): self = .host
        case 5 where isSame("range"): self = .condition
        case 6 where isSame("cookie"): self = .wayOut(.cookie)
        case 6 where isSame("expect"): self = .body
        case 7 where isSame("upgrade"): self = .body
        case 10 where isSame("connection"): self = .connection
        case 13 where isSame("if-none-match") || isSame("authorization"): self = .condition
        case 14 where isSame("content-length"): self = .body
        case 15 where isSame("accept-language"): self = .wayOut(.language)
        case 15 where isSame("accept-encoding"): self = .wayOut(.coding)
        case 17 where isSame("transfer-encoding"): self = .body
        default: self = .other
        }
    }

    /// A value of `Connection`.
    static func isKeepAlive(_ value: UnsafeRawBufferPointer) -> Bool { isSame(value, "keep-alive") }

    private static func isSame(_ bytes: UnsafeRawBufferPointer, _ wanted: StaticString) -> Bool {
        guard bytes.count == wanted.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count where bytes[index] | 32 != wanted.utf8Start[index] | 32 { return false }
        return true
    }
}
