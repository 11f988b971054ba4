import CVips

/// Pictures that people upload, made small and freed of what they tell besides.
///
/// Thread rule: libvips is started once; every call works on memory of its own, so any thread may ask. It takes tens of
/// milliseconds and is not for an event loop.
package enum Picture {
    /// The most pixels that are decoded: what is larger is refused after its header was read.
    package static let mostPixels = 50_000_000
    /// The most bytes of an upload.
    package static let mostBytes = 10 * 1024 * 1024

    private static let isReady = plenaria_vips_start() == 0

    /// A square JPEG of `side` pixels, upright, without any metadata; nil if the bytes are no picture of a kind that we
    /// take (JPEG, PNG, WebP), are broken, or are too large.
    package static func square(_ bytes: [UInt8], side: Int) -> [UInt8]? {
        guard isReady, (16...2000).contains(side), bytes.count <= mostBytes, isKnown(bytes) else { return nil }
        return bytes.withUnsafeBytes { raw -> [UInt8]? in
            var width: Int32 = 0
            var height: Int32 = 0
            guard plenaria_vips_size(raw.baseAddress, raw.count, &width, &height) == 0, width > 0, height > 0,
                Int(width) * Int(height) <= mostPixels
            else { return nil }
            var out: UnsafeMutableRawPointer?
            var length = 0
            guard plenaria_vips_square(raw.baseAddress, raw.count, Int32(side), &out, &length) == 0, let out else { return nil }
            defer { g_free(out) }
            return Array(UnsafeRawBufferPointer(start: out, count: length))
        }
    }

    /// By the first bytes: JPEG, PNG, WebP.
    private static func isKnown(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xff, 0xd8, 0xff]) || bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
            return true
        }
        return bytes.count > 12 && bytes.starts(with: Array("RIFF".utf8)) && bytes[8..<12].elementsEqual("WEBP".utf8)
    }
}
