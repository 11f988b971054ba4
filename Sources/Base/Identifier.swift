import Foundation

/// A name for one thing, made here and never by the database: a UUIDv7 (RFC 9562) in lower case.
/// Its first 48 bits are the instant of its making; the next 12 count within a transaction (§6.2, method 1), so that what
/// one transaction makes sorts as it was made.
package struct Identifier: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let text: String

    /// A fresh identifier: 48 bits of time, 12 of count (random without one), 62 bits from the system's random source.
    package init(at now: Instant, count: Int? = nil) {
        var bytes = [UInt8](repeating: 0, count: 16)
        let time = UInt64(max(0, now.milliseconds))
        let number = (count ?? Int.random(in: 0..<4096)) & 4095
        for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: time >> UInt64(40 - 8 * index)) }
        bytes.replaceSubrange(8..<16, with: randomBytes(8))
        bytes[6] = 0x70 | UInt8(number >> 8)
        bytes[7] = UInt8(number & 255)
        bytes[8] = 0x80 | (bytes[8] & 0x3f)
        self.init(uuid: bytes)
    }

    /// An identifier that was made before; nil unless it has the form of a UUID.
    package init?(_ text: some StringProtocol) {
        let lower = text.lowercased()
        guard lower.utf8.count == 36, UUID(uuidString: lower) != nil else { return nil }
        self.text = lower
    }

    /// One that the program itself wrote: a row read back from our own table.
    package init(stored text: String) { self.text = text }

    /// An identifier that is always the same for the same name: UUIDv8 of the bytes given (a digest's first 16).
    package init(digest: some Sequence<UInt8>) {
        var bytes = Array(digest.prefix(16))
        bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
        bytes[6] = 0x80 | (bytes[6] & 0x0f)
        bytes[8] = 0x80 | (bytes[8] & 0x3f)
        self.init(uuid: bytes)
    }

    private init(uuid bytes: [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 { out.append(UInt8(ascii: "-")) }
            out.append(hex[Int(byte >> 4)])
            out.append(hex[Int(byte & 15)])
        }
        text = String(decoding: out, as: UTF8.self)
    }

    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
    package static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }
    package var description: String { text }
}

/// Identifiers of one instant that sort in the order of their making, up to some two thousand of them.
package final class IdentifierSequence {
    private let now: Instant
    private var count = Int.random(in: 0..<2048)
    package init(at now: Instant) { self.now = now }

    package func next() -> Identifier {
        count += 1
        return Identifier(at: now, count: count)
    }
}
