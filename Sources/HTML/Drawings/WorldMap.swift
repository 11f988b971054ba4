import Foundation

/// The world with a dot a place: an inline picture whose twin in words is the list beside it.
package enum WorldMap {
    package typealias Place = (latitude: Double, longitude: Double, label: String, group: String)

    /// The map ready for a page.
    package static func markup(places: [Place], title: String, description: String) -> Markup {
        "\(raw: svg(places: places, title: title, description: description))"
    }

    /// Dots that would lie on each other are laid around their place in a ring, always in the same order.
    package static func svg(places: [Place], title: String, description: String) -> String {
        var taken: [(x: Double, y: Double)] = []
        var dots = ""
        for place in places {
            let centre = EqualEarth.project(latitude: place.latitude, longitude: place.longitude)
            let at = free(centre, taken)
            taken.append(at)
            dots +=
                "<circle class=\"\(name(place.group))\" cx=\"\(number(at.x))\" cy=\"\(number(at.y))\" r=\"6\">"
                + "<title>\(escaped(place.label))</title></circle>"
        }
        return """
            <svg class="world" viewBox="0 0 1000 440" role="img" aria-label="\(escaped(title))"><title>\(escaped(title))</title>\
            <desc>\(escaped(description))</desc><path class="land" d="\(WorldOutline.path)"/><g class="dots">\(dots)</g></svg>
            """
    }

    private static func free(_ centre: (x: Double, y: Double), _ taken: [(x: Double, y: Double)]) -> (x: Double, y: Double) {
        let isFree = { (point: (x: Double, y: Double)) in taken.allSatisfy { hypot($0.x - point.x, $0.y - point.y) >= 12.5 } }
        if isFree(centre) { return centre }
        for ring in 1...8 {
            let count = ring * 6
            for step in 0..<count {
                let angle = 2 * Double.pi * Double(step) / Double(count)
                let point = (x: centre.x + 13 * Double(ring) * cos(angle), y: centre.y + 13 * Double(ring) * sin(angle))
                if isFree(point) { return point }
            }
        }
        return centre
    }

    private static func number(_ value: Double) -> String { String((value * 10).rounded() / 10) }
    /// A class name of letters and hyphens only.
    private static func name(_ group: String) -> String {
        "dot-" + group.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
    }
    private static func escaped(_ text: String) -> String { Markup(text).text }
}
