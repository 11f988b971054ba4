import CBrotli
import CZlib

/// Thread rule: both libraries keep their state in what is passed to them; any thread may call.
package enum Compression {
    package enum Coding: String, Sendable, CaseIterable, Hashable {
        case identity, gzip, br
    }

    /// What an `Accept-Encoding` header lets us send (RFC 9110 §12.5.3): the smallest of ours that is not refused.
    package static func accepted(_ header: String?) -> Coding {
        guard let header, header.utf8.count <= 1024 else { return .identity }
        // What browsers send has no weights: no copy of the text is made then.
        if !header.utf8.contains(UInt8(ascii: ";")) { return plain(header) }
        var best = Coding.identity
        for range in header.lowercased().split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let coding = parts.first.flatMap({ Coding(rawValue: $0) }), coding != .identity else { continue }
            let refused = parts.dropFirst().contains { $0.hasPrefix("q=") && (Double($0.dropFirst(2)) ?? 0) == 0 }
            if !refused, coding == .br || best == .identity { best = coding }
        }
        return best
    }

    private static func plain(_ header: String) -> Coding {
        var best = Coding.identity
        for part in header.utf8.split(separator: UInt8(ascii: ",")) {
            let name = part.drop { $0 == UInt8(ascii: " ") }
            if name.count == 2, name.elementsEqual("br".utf8, by: { $0 | 32 == $1 }) { return .br }
            if name.count == 4, name.elementsEqual("gzip".utf8, by: { $0 | 32 == $1 }) { best = .gzip }
        }
        return best
    }

    /// RFC 1952. Level 1 (fast) … 9 (small). Nil if the library refuses.
    package static func gzip(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        var stream = z_stream()
        guard plenaria_gzip_init(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        var input = bytes
        let status = input.withUnsafeMutableBufferPointer { source in
            out.withUnsafeMutableBufferPointer { target -> Int32 in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END else { return nil }
        out.removeLast(out.count - Int(stream.total_out))
        return out
    }

    /// RFC 7932. Quality 0 … 11.
    package static func brotli(_ bytes: [UInt8], quality: Int32) -> [UInt8]? {
        var size = BrotliEncoderMaxCompressedSize(bytes.count)
        guard size > 0 else { return nil }
        var out = [UInt8](repeating: 0, count: size)
        let done = BrotliEncoderCompress(quality, 22, BROTLI_MODE_TEXT, bytes.count, bytes, &size, &out)
        guard done == BROTLI_TRUE else { return nil }
        out.removeLast(out.count - size)
        return out
    }
}
