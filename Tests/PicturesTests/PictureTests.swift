import Foundation
import Testing

@testable import Pictures

@Suite("Pictures")
struct PictureTests {
    /// A PNG of one colour, written here: signature, IHDR, one stored IDAT, a text chunk with a secret, IEND.
    static func png(width: Int, height: Int, secret: String = "") -> [UInt8] {
        func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
            let named = Array(name.utf8) + body
            return bigEndian(UInt32(body.count)) + named + bigEndian(crc(named))
        }
        let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 2, 0, 0, 0]
        let row = [UInt8(0)] + Array(repeating: UInt8(120), count: width * 3)
        let raw = Array(repeating: row, count: height).flatMap { $0 }
        return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + chunk("IHDR", header)
            + (secret.isEmpty ? [] : chunk("tEXt", Array("Comment\0\(secret)".utf8))) + chunk("IDAT", stored(raw))
            + chunk("IEND", [])
    }
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var rest = bytes[...]
        repeat {
            let part = rest.prefix(65_535)
            rest = rest.dropFirst(part.count)
            let size = UInt16(part.count)
            out += [rest.isEmpty ? 1 : 0, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8)] + part
        } while !rest.isEmpty
        var a: UInt32 = 1
        var b: UInt32 = 0
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return out + bigEndian(b << 16 | a)
    }
    private static func bigEndian(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * UInt32($0)) & 255) } }
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xffff_ffff
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
        }
        return ~crc
    }

    @Test("a picture becomes a square JPEG, and what it told besides is gone")
    func square() throws {
        let made = try #require(Picture.square(Self.png(width: 300, height: 200, secret: "19.4326,-99.1332"), side: 64))
        #expect(made.starts(with: [0xff, 0xd8, 0xff]))
        #expect(!String(decoding: made, as: UTF8.self).contains("19.4326"))
        // SOF0 holds height and width.
        let marker = try #require(
            made.indices.dropLast(9).first { made[$0] == 0xff && (made[$0 + 1] == 0xc0 || made[$0 + 1] == 0xc2) })
        #expect(Int(made[marker + 5]) << 8 | Int(made[marker + 6]) == 64)
        #expect(Int(made[marker + 7]) << 8 | Int(made[marker + 8]) == 64)
    }

    @Test("what is no picture, is broken, cut or of another kind is refused")
    func refused() {
        let good = Self.png(width: 50, height: 50)
        #expect(Picture.square([], side: 64) == nil)
        #expect(Picture.square(Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), side: 64) == nil)
        #expect(Picture.square(Array("GIF89a".utf8) + good, side: 64) == nil)
        #expect(Picture.square(Array(good.prefix(40)), side: 64) == nil)
        #expect(Picture.square(Array(repeating: 0xff, count: Picture.mostBytes + 1), side: 64) == nil)
    }

    @Test("a header that claims a huge picture is refused before it is decoded")
    func huge() {
        var bytes = Self.png(width: 50, height: 50)
        bytes.replaceSubrange(16..<24, with: [0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50])
        #expect(Picture.square(bytes, side: 64) == nil)
    }

    @Test("many at once, from many threads")
    func together() async {
        let bytes = Self.png(width: 200, height: 300)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 { group.addTask { Picture.square(bytes, side: 32) != nil } }
            for await good in group { #expect(good) }
        }
    }
}
