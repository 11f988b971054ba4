import Foundation

/// The Equal Earth projection: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal
/// of Geographical Information Science 33(3), 2019. Areas keep their proportions, so no member's continent looks small.
enum EqualEarth {
    static let width = 1000.0
    static let height = 487.0

    /// Degrees to the picture's box of 1000 × 487, north up.
    static func project(latitude: Double, longitude: Double) -> (x: Double, y: Double) {
        let a1 = 1.340264
        let a2 = -0.081106
        let a3 = 0.000893
        let a4 = 0.003796
        let m = 3.0.squareRoot() / 2
        let t = asin(m * sin(latitude * .pi / 180))
        let t2 = t * t
        let t6 = t2 * t2 * t2
        let x = longitude * .pi / 180 * cos(t) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
        let y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
        return ((x / 2.70663 + 1) / 2 * width, (1 - y / 1.31736) / 2 * height)
    }
}
