import Crypto
import Foundation

/// What stands in the QR of a ticket: 122 letters and digits, which is all that a code of 37 × 37 modules with medium
/// correction holds in its mode for them (ISO/IEC 18004, version 5-M). No sign among them is typed otherwise on another
/// keyboard but letters that have changed places, and those are noticed.
///
/// | letters | what |
/// |---|---|
/// | 3 | `PT1`: a ticket, first version |
/// | 4 | of which event: a hint, 20 bits of its digest |
/// | 8 | the registration's number without its hyphen |
/// | 2 | the generation: rises when the ticket is passed on |
/// | 103 | Ed25519 (RFC 8032) over event, number and generation |
/// | 2 | a check over all before: what was misread is told from what was forged |
///
/// All but the mark in Crockford's base 32. A device knows the public key, so that it tells a forged ticket from one that
/// it does not know, and cannot make one.
package struct TicketCode: Hashable, Sendable {
    /// 20 bits of the event's digest, as four letters.
    package let event: String
    /// As it is kept: `K3XM-9PQ2`.
    package let number: String
    package let generation: Int
    package let signature: [UInt8]

    package static let mark = "PT1"
    package static let length = 122
    /// Two letters.
    package static let mostGeneration = 1023
    static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    package init(event: String, number: String, generation: Int, signature: [UInt8]) {
        self.event = event
        self.number = number
        self.generation = generation
        self.signature = signature
    }

    /// What something is that was scanned or typed.
    package enum Reading: Hashable, Sendable {
        case code(TicketCode)
        /// The number of a registration, as people say it.
        case number(String)
        /// A ticket of ours that was misread or cut short.
        case garbled
        /// Nothing of ours.
        case foreign
    }

    /// Reads whatever a scanner or a person gives: any case, with blanks and line ends, O for 0, I and L for 1.
    package static func read(_ text: String) -> Reading {
        guard text.utf8.count <= 1000, let clear = plain(text) else { return .foreign }
        guard clear.starts(with: mark.utf8) else {
            return clear.count == 8 ? .number(hyphened(clear[...])) : .foreign
        }
        // Eight letters that happen to begin so are somebody's number.
        if clear.count == 8 { return .number(hyphened(clear[...])) }
        guard clear.count == length, check(clear.dropLast(2)) == Array(clear.suffix(2)),
            let generation = number(clear[15..<17]), let signature = bytes(clear[17..<120])
        else { return .garbled }
        return .code(
            TicketCode(
                event: String(decoding: clear[3..<7], as: UTF8.self), number: hyphened(clear[7..<15]), generation: generation,
                signature: signature))
    }

    /// The text of the QR. Its number and generation must be within their bounds.
    package var text: String {
        let plain = Array((TicketCode.mark + event + number).utf8).filter { $0 != UInt8(ascii: "-") }
        let count = [TicketCode.letters[generation >> 5 & 31], TicketCode.letters[generation & 31]]
        let body = plain + count + TicketCode.lettered(signature)
        return String(decoding: body + TicketCode.check(body), as: UTF8.self)
    }

    /// What is signed.
    static func message(event: String, number: String, generation: Int) -> Data {
        Data("plenaria ticket 1 \(event) \(number) \(generation)".utf8)
    }

    // MARK: Letters

    /// Letters and digits alone, in their one form; nil where there is anything else. Hyphens are for people.
    private static func plain(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 9, 10, 13, 32, UInt8(ascii: "-"): continue
            case UInt8(ascii: "a")...UInt8(ascii: "z"): out.append(byte - 32)
            default: out.append(byte)
            }
        }
        for (index, byte) in out.enumerated() {
            switch byte {
            case UInt8(ascii: "O"): out[index] = UInt8(ascii: "0")
            case UInt8(ascii: "I"), UInt8(ascii: "L"): out[index] = UInt8(ascii: "1")
            case _ where value(byte) != nil: continue
            default: return nil
            }
        }
        return out
    }

    private static func value(_ letter: UInt8) -> Int? { letters.firstIndex(of: letter) }

    private static func number(_ part: ArraySlice<UInt8>) -> Int? {
        part.reduce(0 as Int?) { sum, letter in
            guard let sum, let value = value(letter) else { return nil }
            return sum * 32 + value
        }
    }

    private static func hyphened(_ part: ArraySlice<UInt8>) -> String {
        let text = String(decoding: part, as: UTF8.self)
        return text.prefix(4) + "-" + text.suffix(4)
    }

    /// The rest of the letters as one number, divided by 1,021: a prime below 32², so that no single letter and no two
    /// neighbours that changed places go unnoticed.
    private static func check(_ part: some Sequence<UInt8>) -> [UInt8] {
        let rest = part.reduce(0) { ($0 * 32 + (value($1) ?? 31)) % 1021 }
        return [letters[rest >> 5], letters[rest & 31]]
    }

    /// Five bits a letter, the first bit first; what is left of the last letter is nought.
    static func lettered(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var (held, count) = (0, 0)
        for byte in bytes {
            held = (held << 8 | Int(byte)) & 0xfff
            count += 8
            while count >= 5 {
                count -= 5
                out.append(letters[held >> count & 31])
            }
        }
        if count > 0 { out.append(letters[held << (5 - count) & 31]) }
        return out
    }

    /// Nil for another last letter than `lettered` would have made: each signature has one text.
    private static func bytes(_ part: ArraySlice<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        var (held, count) = (0, 0)
        for letter in part {
            guard let value = value(letter) else { return nil }
            held = (held << 5 | value) & 0xfff
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            out.append(UInt8(held >> count & 255))
        }
        return held & (1 << count - 1) == 0 ? out : nil
    }
}

/// Makes tickets: only the house can.
package struct TicketSigner: Sendable {
    private let key: Curve25519.Signing.PrivateKey?

    /// `key` is the house's for this purpose, of 32 bytes.
    package init(_ key: SymmetricKey) {
        self.key = key.withUnsafeBytes { try? Curve25519.Signing.PrivateKey(rawRepresentation: Data($0)) }
    }

    /// What a device is given to check tickets with.
    package var seal: TicketSeal { TicketSeal(key?.publicKey.rawRepresentation ?? Data()) }

    /// The ticket of a registration in one generation. `event` is the event's identifier.
    package func code(event: String, number: String, generation: Int) -> TicketCode {
        let bounded = min(max(generation, 0), TicketCode.mostGeneration)
        let message = TicketCode.message(event: event, number: number, generation: bounded)
        let signature = (try? key?.signature(for: message)) ?? Data(count: 64)
        return TicketCode(
            event: TicketSeal.hint(event), number: number, generation: bounded, signature: Array(signature))
    }
}

/// Checks tickets: any device may.
package struct TicketSeal: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: Data
    package init(_ bytes: Data) { self.bytes = bytes }

    /// This house made the ticket, for that event.
    package func holds(_ code: TicketCode, for event: String) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        let message = TicketCode.message(event: event, number: code.number, generation: code.generation)
        return code.event == TicketSeal.hint(event) && key.isValidSignature(Data(code.signature), for: message)
    }

    /// The four letters by which a ticket names its event.
    package static func hint(_ event: String) -> String {
        let digest = Array(SHA256.hash(data: Data("plenaria event \(event)".utf8)).prefix(3))
        return String(decoding: TicketCode.lettered(digest).prefix(4), as: UTF8.self)
    }
}
