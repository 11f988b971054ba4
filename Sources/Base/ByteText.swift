import Foundation

/// Bytes as lower-case hexadecimal digits, two a byte (RFC 4648 §8).
@inlinable
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.underestimatedCount * 2)
    for byte in bytes {
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
}

/// 0 to 15 for an ASCII digit of either case. `UInt8(_:radix:)` would take a sign, too.
package func hexadecimalValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
}

/// The number that a few ASCII digits write, and nothing else: no sign, no blank. `Int(_:)` would take a sign.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 18 else { return nil }
    var number = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
}

/// Bytes in the letters that may stand in an address (base64url without padding, RFC 4648 §5).
@inlinable
package func base64URL(_ bytes: some Sequence<UInt8>) -> String {
    String(
        decoding: Data(bytes).base64EncodedData().compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil
            default: byte
            }
        }, as: UTF8.self)
}

/// What `base64URL` made a text of; nil for anything else, padding and the other alphabet included.
package func bytes(base64URL text: some StringProtocol) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count + 3)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "-"): plain.append(UInt8(ascii: "+"))
        case UInt8(ascii: "_"): plain.append(UInt8(ascii: "/"))
        case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
        default: plain.append(byte)
        }
    }
    while plain.count % 4 != 0 { plain.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(plain)).map { Array($0) }
}

/// Random bytes of the system, which nobody guesses if there are 16 or more, in the letters of `base64URL`.
package func randomSecret(bytes: Int) -> String {
    base64URL(randomBytes(bytes))
}

/// Random bytes of the system, eight at each call of it.
package func randomBytes(_ count: Int) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    var out: [UInt8] = []
    out.reserveCapacity(count + 7)
    while out.count < count {
        let word = random.next()
        for shift in stride(from: 0, to: 64, by: 8) { out.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    return Array(out.prefix(count))
}
