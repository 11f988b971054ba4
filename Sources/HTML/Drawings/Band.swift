/// An event's own strip of shapes, drawn from its name: an identity without a photograph, about 2 KB before compression.
/// The same name gives the same strip for ever.
package struct Band {
    private let seed: UInt64
    package static let tiles = 56
    private static let side = 36

    package init(name: String) {
        // FNV-1a, 64 bit (Fowler, Noll, Vo): the seed of the small generator below.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x0000_0100_0000_01b3
        }
        seed = hash
    }

    /// The strip for a name, ready for a page.
    package static func markup(_ name: String) -> Markup { "\(raw: Band(name: name).svg())" }

    /// One path a shade, so that the tiles stay small. No two neighbours have the same form.
    package func svg() -> String {
        var state = seed
        var paths = ["", "", "", ""]
        var last = -1
        for tile in 0..<Band.tiles {
            var form = Int(next(&state) % 8)
            if form == last { form = (form + 3) % 8 }
            last = form
            paths[Int(next(&state) % 4)] += shape(form, at: tile * Band.side)
        }
        let shades = ["0.85", "0.62", "0.42", "0.24"]
        let body = zip(paths, shades).map { "<path d=\"\($0)\" opacity=\"\($1)\"/>" }.joined()
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

    /// SplitMix64 (G. Steele, D. Lea, C. Flood 2014).
    private func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
