import Base
import CZlib

/// A ZIP file of a few named files, stored as they are (APPNOTE 6.3.3, method 0): what is in it is small or compressed
/// already. Names are UTF-8 (flag bit 11); every file has the same fixed time, so that the same files give the same bytes.
package enum ZipArchive {
    package static func bytes(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        guard files.count < 0xffff, files.reduce(0, { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 98 }) < 0xffff_ffff else {
            throw Refusal(.tooLarge, "refusal.tooLarge", ["limit": "4194303"])
        }
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let name = Array(file.name.utf8)
            let offset = out.count
            let shared = head(file.bytes, name)
            out += little(0x0403_4b50, 4) + shared + little(0, 2) + name + file.bytes
            // Version made by; then, after what both heads share: extra, comment, disk, attributes, offset.
            directory += little(0x0201_4b50, 4) + little(20, 2) + shared
            directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4) + name
        }
        let start = out.count
        out += directory
        out += little(0x0605_4b50, 4) + little(0, 2) + little(0, 2) + little(files.count, 2) + little(files.count, 2)
        return out + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    /// Version needed to the length of the name: alike in both heads. The time is 1 January 1980, 00:00.
    private static func head(_ bytes: [UInt8], _ name: [UInt8]) -> [UInt8] {
        let sum = bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        return little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + little(Int(sum), 4)
            + little(bytes.count, 4) + little(bytes.count, 4) + little(name.count, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }
}
