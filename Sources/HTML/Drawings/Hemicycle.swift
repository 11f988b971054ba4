import Foundation

/// The hemicycle of dots: the mark, and larger the seat plan of empty states and votes.
package enum Hemicycle {
    /// The mark beside the name: 28 × 18, three rows.
    package static let mark: Markup = "\(raw: svg(seats: 21, rows: 3, width: 28, dot: 1.3, name: "mark"))"

    /// A plan of `seats` seats, 1 … 2,000.
    package static func large(seats: Int) -> Markup {
        let rows = max(2, min(12, Int((Double(max(1, min(2000, seats))) / 5).squareRoot().rounded())))
        let picture = svg(
            seats: max(1, min(2000, seats)), rows: rows, width: 240, dot: 50 / Double(rows * 2 + 4), name: "hemicycle")
        return "\(raw: picture)"
    }

    /// Seats are shared out over the rows in proportion to their length.
    static func rows(seats: Int, rows: Int) -> [Int] {
        let radii = (0..<rows).map { 0.4 + 0.6 * Double($0 + 1) / Double(rows) }
        let total = radii.reduce(0, +)
        var shares = radii.map { Int((Double(seats) * $0 / total).rounded(.down)) }
        var left = seats - shares.reduce(0, +)
        var row = rows - 1
        while left > 0 {
            shares[row] += 1
            left -= 1
            row = row == 0 ? rows - 1 : row - 1
        }
        return shares
    }

    private static func svg(seats: Int, rows: Int, width: Double, dot: Double, name: String) -> String {
        let height = (width / 2 + dot * 2).rounded(.up)
        var circles = ""
        for (row, count) in self.rows(seats: seats, rows: rows).enumerated() {
            let radius = (width / 2 - dot) * (0.4 + 0.6 * Double(row + 1) / Double(rows))
            for seat in 0..<count {
                let angle = count == 1 ? .pi / 2 : .pi * Double(seat) / Double(count - 1)
                let x = width / 2 - radius * cos(angle)
                let y = height - dot * 1.2 - radius * sin(angle)
                circles += "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(dot))\"/>"
            }
        }
        return
            "<svg class=\"\(name)\" viewBox=\"0 0 \(Int(width)) \(Int(height))\" width=\"\(Int(width))\" height=\"\(Int(height))\" "
            + "fill=\"currentColor\" aria-hidden=\"true\">\(circles)</svg>"
    }

    private static func number(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}
