import Base

/// Lines of iCalendar (RFC 5545 §3.1 and §3.3.11): escaped, folded at 75 octets without cutting a character, ended by CRLF.
/// Written octet by octet: a whole programme is made for each request that no cache answers.
package struct CalendarText: Sendable {
    private var bytes: [UInt8] = []
    private var column = 0
    package init() {}
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// A property whose value is of a fixed form: a time, a number, an address.
    package mutating func line(_ name: String, _ value: String) {
        put(name.utf8)
        put(UInt8(ascii: ":"))
        put(value.utf8.lazy.filter { $0 != 10 && $0 != 13 })
        end()
    }
    /// A property of type TEXT.
    package mutating func text(_ name: String, _ value: String) {
        texts(name, [value])
    }
    /// A property of a list of TEXTs: the comma between them is not escaped.
    package mutating func texts(_ name: String, _ values: [String]) {
        put(name.utf8)
        for (index, value) in values.enumerated() {
            put(UInt8(ascii: index == 0 ? ":" : ","))
            CalendarText.escape(value) { put($0) }
        }
        end()
    }

    package static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        escape(text) { out.append($0) }
        return String(decoding: out, as: UTF8.self)
    }

    /// Line ends become `\n`, other control characters go.
    private static func escape(_ text: String, _ out: (UInt8) -> Void) {
        var text = text
        text.withUTF8 { all in
            var index = 0
            while index < all.count {
                let byte = all[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
                    out(UInt8(ascii: "\\"))
                    out(byte)
                case 13 where index < all.count && all[index] == 10: break
                case 10, 13:
                    out(UInt8(ascii: "\\"))
                    out(UInt8(ascii: "n"))
                case 9: out(byte)
                case 0..<32, 127: break
                // U+0080 to U+009F.
                case 0xC2 where index < all.count && all[index] < 0xA0: index += 1
                // U+2028 and U+2029 end lines too.
                case 0xE2 where index + 1 < all.count && all[index] == 0x80 && all[index + 1] & 0xFE == 0xA8:
                    index += 2
                    out(UInt8(ascii: "\\"))
                    out(UInt8(ascii: "n"))
                default: out(byte)
                }
            }
        }
    }

    private mutating func put(_ octets: some Sequence<UInt8>) {
        for octet in octets { put(octet) }
    }
    private mutating func put(_ octet: UInt8) {
        bytes.append(octet)
        column += 1
        if column > 75 { fold() }
    }
    /// The character that does not fit goes to a new line; the space that begins it counts.
    private mutating func fold() {
        var start = bytes.count - 1
        while bytes[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
        bytes.insert(contentsOf: [13, 10, 32], at: start)
        column = bytes.count - start - 2
    }
    private mutating func end() {
        bytes.append(13)
        bytes.append(10)
        column = 0
    }
}

extension WallTime {
    /// `20251203T092000`
    package var basic: String {
        String(unsafeUninitializedCapacity: 15) { out in
            let parts = [
                (date.year / 100, 0), (date.year % 100, 2), (date.month, 4), (date.day, 6), (time.minutes / 60, 9),
                (time.minutes % 60, 11), (second, 13),
            ]
            out.initialize(repeating: UInt8(ascii: "T"))
            for (number, place) in parts {
                out[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10)
                out[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
            }
            return 15
        }
    }
}
extension Instant {
    /// `20251203T152000Z`
    package var basic: String { wall().basic + "Z" }
}
