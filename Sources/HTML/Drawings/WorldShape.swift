/// The outlines of `WorldOutline` as points, for whoever draws them on something else than a page: from the left and from the
/// top, each 0 to 1.
package enum WorldShape {
    /// Breadth by height of what is drawn: the picture of `WorldMap`, without the empty south.
    package static let aspect = EqualEarth.width / height
    private static let height = 440.0

    package static func place(of country: String) -> (x: Double, y: Double)? {
        CountryPoint.of(country).map { point in
            let at = EqualEarth.project(latitude: point.latitude, longitude: point.longitude)
            return (at.x / EqualEarth.width, at.y / height)
        }
    }

    package static let outline: [[(x: Double, y: Double)]] = shapes(WorldOutline.path)

    /// Paths of `M`, `l` and `z` alone, numbers parted by blanks or by their sign: as bin/outlines writes them.
    static func shapes(_ path: String) -> [[(x: Double, y: Double)]] {
        var shapes: [[(x: Double, y: Double)]] = []
        var (shape, at) = ([(x: Double, y: Double)](), (x: 0.0, y: 0.0))
        var numbers: [Double] = []
        var number = ""
        var isRelative = false
        func end() {
            if let value = Double(number) { numbers.append(value) }
            number = ""
            guard numbers.count == 2 else { return }
            at = isRelative ? (at.x + numbers[0], at.y + numbers[1]) : (numbers[0], numbers[1])
            shape.append((at.x / EqualEarth.width, at.y / height))
            numbers = []
        }
        func close() {
            end()
            if shape.count > 2 { shapes.append(shape) }
            shape = []
        }
        for letter in path {
            switch letter {
            case "M":
                close()
                isRelative = false
            case "l":
                end()
                isRelative = true
            case "z", "Z": close()
            case "-":
                end()
                number = "-"
            case "0"..."9", ".": number.append(letter)
            default: end()
            }
        }
        close()
        return shapes
    }
}
