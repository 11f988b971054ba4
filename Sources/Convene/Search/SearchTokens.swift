import Foundation

/// Texts taken apart for searching, each part with its place, so that what was found can be marked.
///
/// Case, width, accents and the marks of vowels in Arabic and Hebrew make no difference. Where a script sets no blanks
/// between words, parts overlap: Han, Kana and Hangul by two characters, Thai, Lao, Khmer and Burmese by three with their
/// marks kept; at the end of a run the parts grow shorter, so that the beginning of every part of a run can be looked up.
/// Elsewhere a part is a word.
package enum SearchTokens {
    package struct Piece: Hashable, Sendable {
        package let token: String
        package let place: Range<String.Index>
        /// The whole length of its kind: not one of the shorter parts at the end of a run.
        package let isWhole: Bool
    }
    /// What a search asks for: every one of `whole`, and something that begins with each of `beginnings`.
    package struct Wish: Hashable, Sendable {
        package var whole: [String] = []
        package var beginnings: [String] = []
        package var isEmpty: Bool { whole.isEmpty && beginnings.isEmpty }
    }
    private enum Kind { case word, pairs, triples, gap }
    private struct Letter {
        let text: Substring
        let place: Range<String.Index>
    }

    package static func pieces(_ text: String) -> [Piece] {
        var out: [Piece] = []
        runs(text) { kind, run in out += pieces(run, kind) }
        return out
    }

    /// The last word counts as soon as something begins with it; the others must stand there whole.
    package static func wish(_ text: String) -> Wish {
        var wish = Wish()
        var lastWord: String?
        runs(text) { kind, run in
            let parts = pieces(run, kind)
            lastWord = kind == .word ? parts.first?.token : nil
            let isShort = kind != .word && run.count < length(kind)
            if isShort, let first = parts.first { wish.beginnings.append(first.token) }
            wish.whole += parts.filter(\.isWhole).map(\.token)
        }
        if let lastWord, text.last.map({ $0.isLetter || $0.isNumber }) == true {
            wish.whole.removeAll { $0 == lastWord }
            wish.beginnings.append(lastWord)
        }
        return wish
    }

    /// Where the wish is met in a text, joined where places touch.
    package static func places(of wish: Wish, in text: String) -> [Range<String.Index>] {
        guard !wish.isEmpty else { return [] }
        let whole = Set(wish.whole)
        let met = pieces(text).filter { piece in
            (piece.isWhole && whole.contains(piece.token)) || wish.beginnings.contains { piece.token.hasPrefix($0) }
        }
        var out: [Range<String.Index>] = []
        for place in met.map(\.place).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = out.last, place.lowerBound <= last.upperBound {
                out[out.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                out.append(place)
            }
        }
        return out
    }

    // MARK: Runs of one kind of script

    private static func runs(_ text: String, _ take: (Kind, [Letter]) -> Void) {
        var run: [Letter] = []
        var kind = Kind.gap
        func end() {
            if !run.isEmpty { take(kind, run) }
            run.removeAll(keepingCapacity: true)
        }
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            let letters = SearchFolding.folded(text[index])
            let now = letters.unicodeScalars.first.map(kindOf) ?? .gap
            if now != kind { end() }
            kind = now
            if now != .gap {
                // Marks stand for themselves where parts are counted in marks.
                if now == .triples {
                    for scalar in letters.unicodeScalars {
                        run.append(Letter(text: Substring(String(scalar)), place: index..<next))
                    }
                } else {
                    run.append(Letter(text: Substring(letters), place: index..<next))
                }
            }
            index = next
        }
        end()
    }

    private static func length(_ kind: Kind) -> Int { kind == .pairs ? 2 : 3 }

    private static func pieces(_ run: [Letter], _ kind: Kind) -> [Piece] {
        guard let first = run.first, let last = run.last else { return [] }
        if kind == .word {
            let token = run.reduce(into: "") { $0 += $1.text }
            return [Piece(token: token, place: first.place.lowerBound..<last.place.upperBound, isWhole: true)]
        }
        return run.indices.map { start in
            let end = min(start + length(kind), run.count)
            let token = run[start..<end].reduce(into: "") { $0 += $1.text }
            let place = run[start].place.lowerBound..<run[end - 1].place.upperBound
            return Piece(token: token, place: place, isWhole: end - start == length(kind))
        }
    }

    private static func kindOf(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7a: .word
        case 0..<0x80: .gap
        case 0x0e00...0x0eff, 0x1780...0x17ff, 0x1000...0x109f: .triples
        case 0x2e80...0x2fdf, 0x3005...0x3007, 0x3040...0x30ff, 0x31f0...0x31ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
            0xac00...0xd7a3, 0x1100...0x11ff, 0xf900...0xfaff, 0x20000...0x3ffff:
            .pairs
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
                .word
            default: .gap
            }
        }
    }
}
