/// Which network addresses belong to the open internet. A request that our own settings or a foreign document asks for
/// must not reach the machine itself, its neighbours, or a cloud's metadata.
enum PublicAddress {
    /// IPv4 blocks that are not global (IANA's special-purpose registry, RFC 6890), multicast and the reserved rest.
    private static let v4: [(net: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
        (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16), (0xC612_0000, 15), (0xC633_6400, 24),
        (0xCB00_7100, 24), (0xE000_0000, 4), (0xF000_0000, 4),
    ]

    /// The four or sixteen bytes of an address.
    static func isPublic(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4:
            let address = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            return !v4.contains { address >> (32 - $0.bits) == $0.net >> (32 - $0.bits) }
        case 16: return isPublic6(bytes)
        default: return false
        }
    }

    /// Only global unicast (2000::/3); where an IPv4 address is carried inside, that one counts.
    private static func isPublic6(_ bytes: [UInt8]) -> Bool {
        if bytes[0..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF { return isPublic(Array(bytes[12...])) }
        // NAT64, RFC 6052: 64:ff9b::/96.
        if bytes[0..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) { return isPublic(Array(bytes[12...])) }
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        // 6to4, RFC 3056: 2002:v4::/48.
        if bytes[0] == 0x20, bytes[1] == 0x02 { return isPublic(Array(bytes[2..<6])) }
        // Protocol assignments with Teredo (2001::/23), documentation (2001:db8::/32, 3fff::/20).
        if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 0x02 { return false }
        if bytes[0..<4].elementsEqual([0x20, 0x01, 0x0D, 0xB8]) { return false }
        return !(bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10)
    }

    static func isLoopback(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: bytes[0] == 127
        case 16: bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
        default: false
        }
    }
}
