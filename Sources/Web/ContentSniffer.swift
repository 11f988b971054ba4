/// Tells a file's type by its bytes, against a short list. HTML, SVG, XML and scripts have no place on it: they are `octets`,
/// or plain text where nothing tells them from it, and no browser runs either, since `nosniff` goes with them.
package enum ContentSniffer {
    package static func type(of bytes: [UInt8]) -> MediaType {
        if let found = picture(bytes) ?? medium(bytes) { return found }
        if begins(bytes, "%PDF-") { return .pdf }
        if begins(bytes, "PK\u{3}\u{4}") { return ContainerSniffer.type(of: bytes) }
        return text(bytes)
    }

    private static func picture(_ bytes: [UInt8]) -> MediaType? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if begins(bytes, "GIF87a") || begins(bytes, "GIF89a") { return .gif }
        if begins(bytes, "RIFF"), begins(bytes, "WEBPVP8", at: 8) { return .webp }
        return nil
    }

    /// The brands of ISO/IEC 14496-12 under which browsers play a file.
    private static let brands: Set<String> = [
        "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V ", "M4A ", "MSNV",
    ]

    private static func medium(_ bytes: [UInt8]) -> MediaType? {
        if begins(bytes, "ftyp", at: 4), bytes.count >= 12 {
            return brands.contains(String(decoding: bytes[8..<12], as: UTF8.self)) ? .mp4 : .octets
        }
        if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            // The EBML head names the kind of document within its first bytes; Matroska says "matroska" there.
            let head = bytes.prefix(64)
            return head.indices.contains { head[$0...].starts(with: [0x42, 0x82, 0x84] + Array("webm".utf8)) } ? .webm : .octets
        }
        if begins(bytes, "OggS\u{0}") { return .ogg }
        if begins(bytes, "ID3") || isFrame(bytes[...]) { return .mp3 }
        return nil
    }

    /// A header of an MPEG layer III frame, with a bit rate and a sampling rate that exist.
    private static func isFrame(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = Array(bytes.prefix(4))
        guard head.count == 4, head[0] == 0xFF, head[1] & 0xE6 == 0xE2, head[1] & 0x18 != 0x08 else { return false }
        return head[2] >> 4 != 0 && head[2] >> 4 != 15 && head[2] & 0x0C != 0x0C
    }

    /// UTF-8 without control characters that does not begin like markup or a script.
    private static func text(_ bytes: [UInt8]) -> MediaType {
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }),
            String(validating: bytes, as: UTF8.self) != nil
        else { return .octets }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bare = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
        let visible = bare.drop { $0 <= 0x20 }
        if visible.first == UInt8(ascii: "<") || visible.starts(with: "#!".utf8) || visible.starts(with: "%!".utf8) {
            return .octets
        }
        if bare.starts(with: "WEBVTT".utf8) {
            let next = bare.dropFirst(6).first
            if next == nil || [0x20, 0x09, 0x0A, 0x0D].contains(next) { return .vtt }
        }
        return isSubtitles(visible.prefix(200)) ? .srt : .text
    }

    /// A number alone in its line, then `00:00:01,000 --> 00:00:02,500`.
    private static func isSubtitles(_ begin: ArraySlice<UInt8>) -> Bool {
        let lines = String(decoding: begin, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard lines.count >= 2, !lines[0].isEmpty, lines[0].allSatisfy({ ("0"..."9").contains($0) }) else { return false }
        return lines[1].wholeMatch(of: /\d{2,}:\d{2}:\d{2},\d{3} --> \d{2,}:\d{2}:\d{2},\d{3}.*/) != nil
    }

    private static func begins(_ bytes: [UInt8], _ text: StaticString, at offset: Int = 0) -> Bool {
        bytes.dropFirst(offset).starts(with: "\(text)".utf8)
    }
}
