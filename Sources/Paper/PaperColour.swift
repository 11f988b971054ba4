import Foundation

/// A colour of sRGB; each part 0…1.
package struct PaperColour: Hashable, Sendable {
    package let red: Double
    package let green: Double
    package let blue: Double

    package init(red: Double, green: Double, blue: Double) {
        self.red = min(1, max(0, red))
        self.green = min(1, max(0, green))
        self.blue = min(1, max(0, blue))
    }

    /// `0x0b6470`.
    package init(_ hex: UInt32) {
        self.init(red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255, blue: Double(hex & 255) / 255)
    }

    /// `#0b6470`; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count == 7, text.first == "#", text.dropFirst().allSatisfy(\.isHexDigit),
            let hex = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        self.init(hex)
    }

    package static let white = PaperColour(0xffffff)
    package static let ink = PaperColour(0x17202e)
    package static let softInk = PaperColour(0x4a5568)
    package static let line = PaperColour(0xd9d4c7)
    package static let wash = PaperColour(0xf6f4ee)
    /// The colour of the wing that convenes.
    package static let teal = PaperColour(0x0b6470)

    /// This much of the colour on white paper: solid, because printers make grids of what is half transparent.
    func tint(_ share: Double) -> PaperColour {
        PaperColour(red: 1 - share * (1 - red), green: 1 - share * (1 - green), blue: 1 - share * (1 - blue))
    }

    /// As dark as words on white paper have to be: contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3).
    var readable: PaperColour {
        var colour = self
        while colour.contrast(to: .white) < 4.5 {
            colour = PaperColour(red: colour.red * 0.92, green: colour.green * 0.92, blue: colour.blue * 0.92)
        }
        return colour
    }

    /// White or ink, whichever is read better on this colour.
    var opposite: PaperColour { contrast(to: .white) >= contrast(to: .ink) ? .white : .ink }

    func contrast(to other: PaperColour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance (WCAG 2.2).
    private var luminance: Double {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
