/// A rectangle on a sheet in points (1/72 inch), from the upper corner at the page's start downwards. On a mirrored page the
/// start is on the right; only `Canvas` knows.
package struct PaperBox: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double
    package init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package var maxX: Double { x + width }
    package var maxY: Double { y + height }

    func inset(_ dx: Double, _ dy: Double) -> PaperBox { PaperBox(x + dx, y + dy, width - 2 * dx, height - 2 * dy) }
    func moved(_ dx: Double, _ dy: Double) -> PaperBox { PaperBox(x + dx, y + dy, width, height) }
    func union(_ other: PaperBox) -> PaperBox {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return PaperBox(left, top, max(maxX, other.maxX) - left, max(maxY, other.maxY) - top)
    }
    /// Whether `other` lies within, give or take `slack` points.
    func contains(_ other: PaperBox, slack: Double = 0.5) -> Bool {
        other.x >= x - slack && other.y >= y - slack && other.maxX <= maxX + slack && other.maxY <= maxY + slack
    }
    func overlaps(_ other: PaperBox) -> Bool { x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY }
}

/// The size of a sheet in points.
package struct PaperSize: Hashable, Sendable {
    package let width: Double
    package let height: Double

    package static let a4 = PaperSize(width: mm(210), height: mm(297))
    package static let a6 = PaperSize(width: mm(105), height: mm(148.5))
    package static let letter = PaperSize(width: 612, height: 792)
    /// A quarter of US Letter: 4.25 × 5.5 inches.
    package static let quarterLetter = PaperSize(width: 306, height: 396)

    package var landscape: PaperSize { PaperSize(width: height, height: width) }
}

/// Millimetres in points.
func mm(_ length: Double) -> Double { length * 72 / 25.4 }
