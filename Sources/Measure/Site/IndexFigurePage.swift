import Base
import Foundation
import HTML

/// The drawings of the index pages: each beside a table that says the same. No colour of its own, only classes of the style
/// sheet, so that they hold in the dark and in grey.
enum IndexFigurePage {
    /// A length in place of a number; the number stands beside it.
    static func bar(_ share: Double) -> Markup {
        """
        <svg class="ix-bar" viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true"><rect class="ix-track" width="200" height="8"/>\
        <rect class="ix-fill" width="\(number(share * 200))" height="8"/></svg>
        """
    }

    /// Two lengths, one above the other.
    static func pair(_ first: Double, _ second: Double) -> Markup {
        """
        <svg class="ix-strip" viewBox="0 0 240 16" aria-hidden="true"><rect class="ix-track" x="5" y="1" width="230" height="6" rx="3"/>\
        <rect class="ix-fill" x="5" y="1" width="\(number(min(first, 1) * 230))" height="6" rx="3"/>\
        <rect class="ix-track" x="5" y="9" width="230" height="6" rx="3"/>\
        <rect class="ix-second" x="5" y="9" width="\(number(min(second, 1) * 230))" height="6" rx="3"/></svg>
        """
    }

    /// A bar with the mean of a group as a stroke and the best as an open point.
    static func strip(_ share: Double?, mean: Double?, best: Double?) -> Markup {
        """
        <svg class="ix-strip" viewBox="0 0 240 16" aria-hidden="true"><rect class="ix-track" y="5" x="5" width="230" height="6" rx="3"/>\
        \(share.map { #"<rect class="ix-fill" y="5" x="5" width="\#(number($0 * 230))" height="6" rx="3"/>"# as Markup })\
        \(best.map { #"<circle class="ix-best" cx="\#(number(5 + $0 * 230))" cy="8" r="4"/>"# as Markup })\
        \(mean.map { #"<rect class="ix-mean" x="\#(number(4 + $0 * 230))" y="0" width="2.5" height="16"/>"# as Markup })</svg>
        """
    }

    /// A range with a point in it.
    static func range(_ low: Double, _ at: Double, _ high: Double) -> Markup {
        """
        <svg class="ix-strip" viewBox="0 0 240 16" aria-hidden="true"><rect class="ix-track" x="5" y="7" width="230" height="2"/>\
        <rect class="ix-fill ix-range" x="\(number(5 + low * 230))" y="5" width="\(number(max(1, (high - low) * 230)))" height="6" rx="3"/>\
        <circle class="ix-point" cx="\(number(5 + at * 230))" cy="8" r="4"/></svg>
        """
    }

    struct Series {
        let name: String
        /// By axis, from 0 to 1; nil where there is none.
        let shares: [Double?]
    }

    /// A spoke a part. With fewer than three spokes there is no area, and no drawing.
    static func radar(_ title: String, axes: [String], _ series: [Series]) -> Markup {
        guard axes.count > 2 else { return .empty }
        let rings = [0.25, 0.5, 0.75, 1]
        let spokes = axes.indices.map { at($0, of: axes.count, 1) }
        return """
            <svg class="ix-radar" viewBox="0 0 480 380" role="img" aria-label="\(title)">\(each(rings) { ring in
                #"<polygon class="ix-ring" points="\#(points(axes.indices.map { at($0, of: axes.count, ring) }))"/>"#
            })\(each(spokes) { #"<line class="ix-ring" x1="240" y1="190" x2="\#(number($0.x))" y2="\#(number($0.y))"/>"# })\
            \(each(series.enumerated()) { place, one in
                let there = one.shares.enumerated().compactMap { axis, share in share.map { at(axis, of: axes.count, $0) } }
                return """
                    <polygon class="ix-line ix-line-\(place + 1)" points="\(points(there))"/>\
                    \(each(there) { #"<circle class="ix-dot ix-line-\#(place + 1)" cx="\#(number($0.x))" cy="\#(number($0.y))" r="3.5"/>"# })
                    """
            })\(each(axes.enumerated()) { label($1, at($0, of: axes.count, 1.12)) })</svg>
            """
    }

    private static func label(_ text: String, _ point: (x: Double, y: Double)) -> Markup {
        let anchor = abs(point.x - 240) < 12 ? "middle" : point.x > 240 ? "start" : "end"
        let lines = lines(text)
        let start =
            point.y + (point.y < 60 ? -12 * Double(lines.count - 1) : point.y > 320 ? 12 : 5 - 6 * Double(lines.count - 1))
        return """
            <text text-anchor="\(anchor)" y="\(number(start))">\(each(lines.enumerated()) { place, line in
                #"<tspan x="\#(number(point.x))" dy="\#(place == 0 ? "0" : "1.05em")">\#(line)</tspan>"#
            })</text>
            """
    }

    /// In lines of some fourteen letters, three at most.
    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 14 || lines.count == 3 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// Spokes begin at the top and go round with the clock.
    private static func at(_ axis: Int, of count: Int, _ share: Double) -> (x: Double, y: Double) {
        let angle = 2 * Double.pi * Double(axis) / Double(count)
        return (240 + 140 * share * sin(angle), 190 - 140 * share * cos(angle))
    }

    private static func points(_ all: [(x: Double, y: Double)]) -> String {
        all.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    }

    static func number(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
