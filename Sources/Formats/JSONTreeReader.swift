import Base

/// JSON (RFC 8259) with the line and path of every fault, which no reader at hand tells. Strict but for one thing: half a
/// surrogate pair is read as U+FFFD, since exports hold them.
package enum JSONTreeReader {
    package static func read(_ bytes: [UInt8]) throws(FormatRefusal) -> JSONNode {
        guard bytes.count <= FormatLimits.size else {
            throw FormatRefusal("tooLarge", ["limit": String(FormatLimits.size / 1_048_576)])
        }
        var reader = Cursor(bytes: bytes)
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { reader.index = 3 }
        reader.skipBlanks()
        let node = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.index == bytes.count else { throw reader.fault("EOF") }
        return node
    }

    private struct Cursor {
        let bytes: [UInt8]
        var index = 0
        var line = 1
        var lineStart = 0
        var path: [String] = []

        /// What is expected is shown in JSON's own signs: they are the same in every language.
        func fault(_ expected: String) -> FormatRefusal {
            // What ends in the middle was not sent whole.
            if index >= bytes.count { return FormatRefusal("cutShort", line: line, column: index - lineStart + 1) }
            return FormatRefusal(
                "json", line: line, column: index - lineStart + 1, path: path.joined(), ["expected": expected, "found": found])
        }
        private var found: String {
            let byte = bytes[index]
            return (33...126).contains(byte) ? String(UnicodeScalar(byte)) : "0x" + String(byte, radix: 16)
        }

        mutating func skipBlanks() {
            while index < bytes.count {
                switch bytes[index] {
                case 32, 9, 13: index += 1
                case 10:
                    index += 1
                    line += 1
                    lineStart = index
                default: return
                }
            }
        }

        mutating func value(depth: Int) throws(FormatRefusal) -> JSONNode {
            guard depth < FormatLimits.depth else {
                throw FormatRefusal("tooDeep", line: line, path: path.joined(), ["limit": String(FormatLimits.depth)])
            }
            let start = line
            guard index < bytes.count else { throw fault("{ [ \" 0…9") }
            switch bytes[index] {
            case UInt8(ascii: "{"): return JSONNode(.object(try object(depth)), line: start)
            case UInt8(ascii: "["): return JSONNode(.list(try list(depth)), line: start)
            case UInt8(ascii: "\""): return JSONNode(.text(try text()), line: start)
            case UInt8(ascii: "t"): return JSONNode(try word("true", .bool(true)), line: start)
            case UInt8(ascii: "f"): return JSONNode(try word("false", .bool(false)), line: start)
            case UInt8(ascii: "n"): return JSONNode(try word("null", .null), line: start)
            default: return JSONNode(.number(try number()), line: start)
            }
        }

        private mutating func word(_ word: StaticString, _ value: JSONNode.Value) throws(FormatRefusal) -> JSONNode.Value {
            let letters = Array("\(word)".utf8)
            guard bytes[index...].starts(with: letters) else { throw fault("{ [ \" 0…9") }
            index += letters.count
            return value
        }

        private mutating func object(_ depth: Int) throws(FormatRefusal) -> [(name: String, node: JSONNode)] {
            var members: [(name: String, node: JSONNode)] = []
            index += 1
            skipBlanks()
            if take(UInt8(ascii: "}")) { return members }
            while true {
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw fault("\"…\":") }
                let name = try text()
                skipBlanks()
                guard take(UInt8(ascii: ":")) else { throw fault(":") }
                skipBlanks()
                path.append(path.isEmpty ? name : "." + name)
                members.append((name, try value(depth: depth + 1)))
                path.removeLast()
                skipBlanks()
                if take(UInt8(ascii: "}")) { return members }
                guard take(UInt8(ascii: ",")) else { throw fault(", }") }
                skipBlanks()
            }
        }

        private mutating func list(_ depth: Int) throws(FormatRefusal) -> [JSONNode] {
            var nodes: [JSONNode] = []
            index += 1
            skipBlanks()
            if take(UInt8(ascii: "]")) { return nodes }
            while true {
                path.append("[\(nodes.count)]")
                nodes.append(try value(depth: depth + 1))
                path.removeLast()
                skipBlanks()
                if take(UInt8(ascii: "]")) { return nodes }
                guard take(UInt8(ascii: ",")) else { throw fault(", ]") }
                skipBlanks()
            }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
            return true
        }

        private mutating func number() throws(FormatRefusal) -> String {
            let start = index
            _ = take(UInt8(ascii: "-"))
            let whole = digits()
            guard whole > 0 else { throw fault("{ [ \" 0…9") }
            let first = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
            if whole > 1, bytes[first] == UInt8(ascii: "0") { throw fault("1…9") }
            if take(UInt8(ascii: ".")), digits() == 0 { throw fault("0…9") }
            if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
                if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
                if digits() == 0 { throw fault("0…9") }
            }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        private mutating func digits() -> Int {
            let start = index
            while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
            return index - start
        }

        private mutating func text() throws(FormatRefusal) -> String {
            index += 1
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"), bytes[index] >= 32
            {
                index += 1
            }
            var out = Array(bytes[start..<index])
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "\""):
                    index += 1
                    guard let text = String(validating: out, as: UTF8.self) else { throw fault("UTF-8") }
                    return steadied(text)
                case UInt8(ascii: "\\"): try escape(&out)
                case 0..<32: throw fault("\\u")
                default:
                    out.append(byte)
                    index += 1
                }
            }
            throw fault("\"")
        }

        private mutating func escape(_ out: inout [UInt8]) throws(FormatRefusal) {
            index += 1
            guard index < bytes.count else { throw fault("\\n") }
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "n"): out.append(10)
            case UInt8(ascii: "t"): out.append(9)
            case UInt8(ascii: "r"): out.append(13)
            case UInt8(ascii: "b"): out.append(8)
            case UInt8(ascii: "f"): out.append(12)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
            case UInt8(ascii: "u"): out += Array(String(Character(try scalar())).utf8)
            default:
                index -= 1
                throw fault("\\n")
            }
        }

        private mutating func scalar() throws(FormatRefusal) -> Unicode.Scalar {
            let high = try hex()
            if let scalar = Unicode.Scalar(high) { return scalar }
            guard (0xd800..<0xdc00).contains(high), bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
                return "\u{FFFD}"
            }
            let before = index
            index += 2
            let low = try hex()
            guard (0xdc00..<0xe000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
            else {
                index = before
                return "\u{FFFD}"
            }
            return scalar
        }
        private mutating func hex() throws(FormatRefusal) -> UInt32 {
            guard index + 4 <= bytes.count, bytes[index..<(index + 4)].allSatisfy({ isHex($0) }),
                let value = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
            else { throw fault("\\u0000") }
            index += 4
            return value
        }
        private func isHex(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte | 32) }
    }
}
