/// The tiles of an event's own strip of shapes: the same name gives the same strip for ever, on pages and on paper.
package struct BandTiles: Sendable {
    /// One of the eight forms and one of the four shades, 0 the darkest.
    package struct Tile: Hashable, Sendable {
        package let form: Int
        package let shade: Int
    }
    package static let count = 56
    /// How much of the colour a shade has.
    package static let shades = [0.85, 0.62, 0.42, 0.24]
    package let tiles: [Tile]

    /// No two neighbours have the same form.
    package init(name: String) {
        // FNV-1a, 64 bit (Fowler, Noll, Vo): the seed of the small generator below.
        var state: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 {
            state ^= UInt64(byte)
            state &*= 0x0000_0100_0000_01b3
        }
        var last = -1
        var tiles: [Tile] = []
        for _ in 0..<BandTiles.count {
            var form = Int(BandTiles.next(&state) % 8)
            if form == last { form = (form + 3) % 8 }
            last = form
            tiles.append(Tile(form: form, shade: Int(BandTiles.next(&state) % 4)))
        }
        self.tiles = tiles
    }

    /// SplitMix64 (G. Steele, D. Lea, C. Flood 2014).
    private static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
