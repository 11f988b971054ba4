import Base

/// An event's own strip of shapes, drawn from its name: an identity without a photograph, about 2 KB before compression.
/// The same name gives the same strip for ever.
package struct Band {
    private let tiles: [BandTiles.Tile]
    package static let tiles = BandTiles.count
    private static let side = 36

    package init(name: String) { tiles = BandTiles(name: name).tiles }

    /// The strip for a name, ready for a page.
    package static func markup(_ name: String) -> Markup { "\(raw: Band(name: name).svg())" }

    /// One path a shade, so that the tiles stay small.
    package func svg() -> String {
        var paths = BandTiles.shades.map { _ in "" }
        for (place, tile) in tiles.enumerated() { paths[tile.shade] += shape(tile.form, at: place * Band.side) }
        let body = zip(paths, BandTiles.shades).map { "<path d=\"\($0)\" opacity=\"\($1)\"/>" }.joined()
        return
            "<svg class=\"band\" viewBox=\"0 0 \(Band.tiles * Band.side) \(Band.side)\" preserveAspectRatio=\"xMinYMid slice\" "
            + "fill=\"currentColor\" aria-hidden=\"true\">\(body)</svg>"
    }

    private func shape(_ form: Int, at x: Int) -> String {
        switch form {
        case 0: "M\(x) 36a36 36 0 0 1 36-36v36z"  // quarter disc, upright
        case 1: "M\(x) 0a36 36 0 0 0 36 36v-36z"  // quarter disc, hanging
        case 2: "M\(x) 0h36l-36 36z"  // triangle in the corner
        case 3: "M\(x) 36l18-36 18 36z"  // pointed
        case 4: "M\(x) 18a18 18 0 0 1 36 0z"  // half disc
        case 5: "M\(x + 18) 0l18 18-18 18-18-18z"  // diamond
        case 6: "M\(x) 0h36v36a36 36 0 0 1-36-36z"  // leaf
        default: "M\(x + 6) 18a12 12 0 1 0 24 0a12 12 0 1 0-24 0z"  // disc
        }
    }
}
