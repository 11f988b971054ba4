/// JSON (RFC 8259) as it is written down, in the order of the calls. `<`, `>` and `&` are escaped, so that it may stand in a
/// page; so are U+2028 and U+2029. Octet by octet.
package struct JSONText: Sendable {
    private var bytes: [UInt8] = []
    /// Something stands in the innermost object or list already.
    private var isFilled = [false]
    package init() { bytes.reserveCapacity(65_536) }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: In a list, or at the top

    package mutating func object(_ body: (inout JSONText) -> Void) { nest("{", "}", body) }
    package mutating func list(_ body: (inout JSONText) -> Void) { nest("[", "]", body) }
    package mutating func value(_ text: String) {
        separate()
        JSONText.quote(text, into: &bytes)
    }

    // MARK: In an object

    package mutating func object(_ name: String, _ body: (inout JSONText) -> Void) {
        key(name)
        nest("{", "}", isValue: true, body)
    }
    package mutating func list(_ name: String, _ body: (inout JSONText) -> Void) {
        key(name)
        nest("[", "]", isValue: true, body)
    }
    package mutating func member(_ name: String, _ text: String) {
        key(name)
        JSONText.quote(text, into: &bytes)
    }
    /// Left out if it is empty.
    package mutating func filled(_ name: String, _ text: String) {
        if !text.isEmpty { member(name, text) }
    }
    /// Null if it is empty.
    package mutating func orNull(_ name: String, _ text: String) {
        if text.isEmpty { word(name, "null") } else { member(name, text) }
    }
    package mutating func member(_ name: String, _ number: Int) { word(name, String(number)) }
    package mutating func member(_ name: String, _ flag: Bool) { word(name, flag ? "true" : "false") }
    package mutating func list(_ name: String, _ texts: [String]) {
        list(name) { out in for text in texts { out.value(text) } }
    }

    // MARK: Parts

    private mutating func word(_ name: String, _ word: String) {
        key(name)
        bytes += word.utf8
    }
    private mutating func nest(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, isValue: Bool = false, _ body: (inout JSONText) -> Void
    ) {
        if !isValue { separate() }
        bytes.append(UInt8(ascii: open))
        isFilled.append(false)
        body(&self)
        isFilled.removeLast()
        bytes.append(UInt8(ascii: close))
    }
    private mutating func key(_ name: String) {
        separate()
        JSONText.quote(name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }
    private mutating func separate() {
        let last = isFilled.count - 1
        if isFilled[last] { bytes.append(UInt8(ascii: ",")) }
        isFilled[last] = true
    }

    private static func quote(_ text: String, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { all in
            var index = 0
            while index < all.count {
                let byte = all[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                    out.append(UInt8(ascii: "\\"))
                    out.append(byte)
                case 10: out += "\\n".utf8
                case 0..<32, 127, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): escape(UInt16(byte), into: &out)
                case 0xE2 where index + 1 < all.count && all[index] == 0x80 && all[index + 1] & 0xFE == 0xA8:
                    escape(0x2000 + UInt16(all[index + 1] & 0x3F), into: &out)
                    index += 2
                default: out.append(byte)
                }
            }
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func escape(_ unit: UInt16, into out: inout [UInt8]) {
        out += "\\u".utf8
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(unit >> UInt16(shift) & 15)
            out.append(digit < 10 ? digit + 48 : digit + 87)
        }
    }
}
