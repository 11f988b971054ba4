// Thread rule of libqrencode: Debian builds it with locks around the tables it shares, and every call works on memory of its
// own, so any thread may ask.
import CQREncode

/// A QR code (ISO/IEC 18004) as its modules.
package struct QRMatrix: Hashable, Sendable {
    /// How much of it may be damaged: about 7, 15, 25, 30 hundredths.
    package enum Level: Sendable { case low, medium, quartile, high }

    /// Modules a side, without the quiet zone.
    package let side: Int
    /// Row by row; true is dark.
    package let modules: [Bool]
    /// Modules of white that a reader needs around it.
    package static let quiet = 4

    /// Throws `PaperFault.unfitForCode` for an empty text, one with NUL, or one that is too long (2,331 bytes at `medium`).
    package init(_ text: String, level: Level = .medium) throws(PaperFault) {
        guard !text.isEmpty, !text.utf8.contains(0), text.utf8.count <= 4000 else { throw .unfitForCode(text) }
        let correction =
            switch level {
            case .low: QR_ECLEVEL_L
            case .medium: QR_ECLEVEL_M
            case .quartile: QR_ECLEVEL_Q
            case .high: QR_ECLEVEL_H
            }
        guard let code = QRcode_encodeString(text, 0, correction, QR_MODE_8, 1) else { throw .unfitForCode(text) }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        modules = UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
    }

    package subscript(x: Int, y: Int) -> Bool { modules[y * side + x] }

    /// Dark modules that lie side by side: column, row, length.
    var runs: [(x: Int, y: Int, length: Int)] {
        var found: [(x: Int, y: Int, length: Int)] = []
        for y in 0..<side {
            var x = 0
            while x < side {
                guard self[x, y] else {
                    x += 1
                    continue
                }
                let begin = x
                while x < side, self[x, y] { x += 1 }
                found.append((begin, y, x - begin))
            }
        }
        return found
    }
}

/// A QR code as one path of an SVG whose view box is `side` × `side`, quiet zone included. A module is 1 × 1.
package struct QRPath: Hashable, Sendable {
    /// The attribute `d`: digits, `M`, `h`, `v` and `z` alone.
    package let d: String
    package let side: Int

    package init(_ matrix: QRMatrix) {
        side = matrix.side + 2 * QRMatrix.quiet
        d = matrix.runs.map { "M\($0.x + QRMatrix.quiet) \($0.y + QRMatrix.quiet)h\($0.length)v1h-\($0.length)z" }.joined()
    }
}
