import Base

/// Groups of fields, as the parts of a report hold them (RFC 3464 §2.1): `Name: value` lines, folded ones begin with a blank, an
/// empty line ends a group.
enum BounceFields {
    static func groups(_ text: String, most: Int) -> [[String: String]] {
        var groups: [[String: String]] = []
        var group: [String: String] = [:]
        var name: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(100_000) {
            if line.allSatisfy({ $0 == " " || $0 == "\t" }) {
                if !group.isEmpty { groups.append(group) }
                group = [:]
                name = nil
                if groups.count >= most { break }
            } else if line.first == " " || line.first == "\t" {
                guard let name, let before = group[name], before.utf8.count < 4_000 else { continue }
                group[name] = before + " " + line.drop { $0 == " " || $0 == "\t" }
            } else if let colon = line.firstIndex(of: ":") {
                let key = line[..<colon].lowercased()
                name = group[key] == nil ? key : nil
                if name != nil { group[key] = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }) }
            }
        }
        if !group.isEmpty, groups.count < most { groups.append(group) }
        return groups
    }
}

/// Codes within what servers say.
enum StatusCode {
    /// `5.1.1` (RFC 3463 §2), not a part of an address of the network or of a longer number.
    static func first(in text: String) -> String? {
        let bytes = Array(text.utf8.prefix(8_000))
        var index = 0
        while index < bytes.count {
            if isStart(bytes, index), let end = end(bytes, index) {
                return String(decoding: bytes[index..<end], as: UTF8.self)
            }
            index += 1
        }
        return nil
    }

    private static func isStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard [UInt8(ascii: "2"), UInt8(ascii: "4"), UInt8(ascii: "5")].contains(bytes[index]) else { return false }
        guard index > 0 else { return true }
        return !isDigit(bytes[index - 1]) && bytes[index - 1] != UInt8(ascii: ".")
    }

    private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start + 1
        for _ in 0..<2 {
            guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { return nil }
            let first = index + 1
            index = first
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            guard (1...3).contains(index - first) else { return nil }
        }
        // 5.1.1.7 is a host.
        let isHost = index + 1 < bytes.count && bytes[index] == UInt8(ascii: ".") && isDigit(bytes[index + 1])
        return isHost ? nil : index
    }

    /// The three digits of a reply (RFC 5321 §4.2) that says no.
    static func reply(in text: String) -> String? {
        let bytes = Array(text.utf8.prefix(8_000))
        guard bytes.count >= 3 else { return nil }
        for index in 0...(bytes.count - 3) where bytes[index] == UInt8(ascii: "4") || bytes[index] == UInt8(ascii: "5") {
            let isWhole = (index == 0 || isGap(bytes[index - 1])) && (index + 3 == bytes.count || isGap(bytes[index + 3]))
            guard isWhole, (48...53).contains(bytes[index + 1]), isDigit(bytes[index + 2]) else { continue }
            return String(decoding: bytes[index..<(index + 3)], as: UTF8.self)
        }
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isGap(_ byte: UInt8) -> Bool {
        !isDigit(byte) && byte != UInt8(ascii: ".") && !(65...90).contains(byte & 0xdf)
    }
}
