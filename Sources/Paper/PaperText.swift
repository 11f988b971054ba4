import Base
import Foundation

/// Words ready to be printed, in a script of any direction.
package struct PaperText: Hashable, Sendable, ExpressibleByStringInterpolation {
    package let text: String
    /// BCP 47. A language that is given decides the direction of the paragraph and which forms Han characters take; without
    /// one the first strong letter decides, as is right for names.
    package let language: String?

    package init(_ text: String, _ language: String? = nil) {
        self.text = text
        self.language = language.flatMap(PaperLanguage.checked)
    }
    package init(stringLiteral text: String) { self.init(text) }

    /// A field takes at most this many scalars, a paragraph twenty times as many.
    package static let mostScalars = 1000

    /// In one line, without what cannot be drawn. Throws `PaperFault.doesNotFit`.
    var line: String {
        get throws(PaperFault) {
            guard text.unicodeScalars.count <= PaperText.mostScalars else { throw .doesNotFit(text) }
            return PaperText.drawable(singleLine(text))
        }
    }

    /// Each paragraph by itself, without what cannot be drawn. Throws `PaperFault.doesNotFit`.
    var paragraphs: [String] {
        get throws(PaperFault) {
            guard text.unicodeScalars.count <= 20 * PaperText.mostScalars else { throw .doesNotFit(text) }
            return manyLines(text).split(whereSeparator: { $0 == "\n" || $0 == "\u{2028}" || $0 == "\u{2029}" })
                .map { PaperText.drawable(singleLine(String($0))) }.filter { !$0.isEmpty }
        }
    }

    /// Pango stops at NUL and draws a box for what is no character; neither means anything on paper.
    private static func drawable(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where isDrawable(scalar) { kept.append(scalar) }
        return String(kept)
    }

    static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7f }
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: return false
        // Joiners, marks of direction and the soft hyphen change how letters stand; the rest of this category is unseen.
        case .format:
            return [0xad, 0x61c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060].contains(scalar.value) || isSign(scalar)
        default: return true
        }
    }

    /// Signs before numbers in Arabic, Syriac and Kaithi, which are seen although their category is "format".
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        (0x600...0x605).contains(scalar.value) || [0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd].contains(scalar.value)
    }
}

/// What a BCP 47 tag says to whoever sets type.
enum PaperLanguage {
    /// The tag if it has the form of one, else nil.
    static func checked(_ tag: String) -> String? {
        let isTag =
            !tag.isEmpty && tag.utf8.count <= 35
            && tag.utf8.allSatisfy { byte in
                (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "-")
                    || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            }
        return isTag ? tag : nil
    }

    /// By the script if the tag names one (`pa-Arab`), else by the language.
    static func isRightToLeft(_ tag: String) -> Bool {
        let parts = tag.lowercased().split(separator: "-").map(String.init)
        if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
            return ["arab", "aran", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr"].contains(script)
        }
        return ["ar", "fa", "he", "iw", "ur", "ps", "sd", "ug", "yi", "ji", "dv", "ckb", "syr", "nqo", "arc", "prs", "ks"]
            .contains(parts.first ?? "")
    }
}
