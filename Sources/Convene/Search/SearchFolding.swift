import Foundation

/// One spelling for what readers type alike: case, width, accents, points and harakat make no difference, Alef and Yeh have
/// one form each, Katakana is Hiragana. Marks that make another word (of Thai, of Indic scripts) stay.
package enum SearchFolding {
    /// One character of a text; empty for one that says nothing by itself.
    package static func folded(_ character: Character) -> String {
        if let byte = character.asciiValue {
            return String(UnicodeScalar(byte >= 65 && byte <= 90 ? byte + 32 : byte))
        }
        let open = String(character).decomposedStringWithCompatibilityMapping.lowercased()
        var out = String.UnicodeScalarView()
        for scalar in open.unicodeScalars where !isDropped(scalar.value) { out.append(contentsOf: plain(scalar)) }
        // Together again: Hangul is counted in syllables.
        return String(out).precomposedStringWithCanonicalMapping
    }

    private static func isDropped(_ value: UInt32) -> Bool {
        switch value {
        // Combining accents; points of Hebrew; harakat and signs of Arabic; Tatweel; marks without width.
        case 0x0300...0x036f, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe00...0xfe0f, 0xfe20...0xfe2f: true
        case 0x0591...0x05bd, 0x05bf, 0x05c1...0x05c2, 0x05c4...0x05c5, 0x05c7: true
        case 0x0610...0x061a, 0x064b...0x065f, 0x0670, 0x06d6...0x06dc, 0x06df...0x06e8, 0x06ea...0x06ed, 0x0640: true
        case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0x2066...0x2069, 0xfeff, 0x00ad: true
        default: false
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        case 0x0671: ["\u{627}"]
        case 0x0649, 0x06cc: ["\u{64a}"]
        case 0x0629: ["\u{647}"]
        case 0x06a9: ["\u{643}"]
        case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 48).map { [$0] } ?? []
        case 0x06f0...0x06f9: Unicode.Scalar(scalar.value - 0x06f0 + 48).map { [$0] } ?? []
        case 0x30a1...0x30f6: Unicode.Scalar(scalar.value - 0x60).map { [$0] } ?? []
        case 0x00df: ["s", "s"]
        case 0x00e6: ["a", "e"]
        case 0x0153: ["o", "e"]
        case 0x00f8: ["o"]
        case 0x0142: ["l"]
        case 0x0111: ["d"]
        case 0x0131: ["i"]
        case 0x03c2: ["\u{3c3}"]
        default: [scalar]
        }
    }
}
