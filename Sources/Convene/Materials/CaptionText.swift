import Base

/// Timed text of a recording. SubRip is taken and becomes WebVTT (W3C), the one form that browsers show.
package struct CaptionText: Hashable, Sendable {
    package let cues: Int
    /// The whole as WebVTT.
    package let text: String

    /// `type` is what the bytes were found to be. Throws a refusal with the line that cannot be read.
    package init(_ text: String, type: String, name: String) throws {
        let steady = steadied(text)
        let bare = steady.hasPrefix("\u{FEFF}") ? String(steady.dropFirst()) : steady
        let lines = bare.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        let isSubRip = type != "text/vtt"
        var count = 0
        var out: [String] = isSubRip ? ["WEBVTT", ""] : []
        var isInCue = false
        for (index, line) in lines.enumerated() {
            if line.contains("-->") {
                guard let timing = Timing(line, isSubRip: isSubRip) else {
                    throw Refusal(
                        .invalid, "material.refusal.captionLine", ["file": name, "line": String(index + 1)], field: "file")
                }
                count += 1
                isInCue = true
                // The number before a cue of SubRip would be shown as a line of the cue before it.
                if isSubRip, let last = out.last, !last.isEmpty, last.allSatisfy(\.isNumber) { out.removeLast() }
                out.append(isSubRip ? timing.written : String(line))
            } else {
                if line.allSatisfy(\.isWhitespace) { isInCue = false }
                out.append(isSubRip && isInCue ? CaptionText.cueText(line) : String(line))
            }
        }
        guard count > 0 else { throw Refusal(.invalid, "material.refusal.noCues", ["file": name], field: "file") }
        cues = count
        self.text = out.joined(separator: "\n")
    }

    /// Bold, italic and underlined stay; fonts, colours and places of SubRip go; what else looks like markup is text.
    private static func cueText(_ line: Substring) -> String {
        var out: [UInt8] = []
        var rest = line.utf8[...]
        // Where the next of them is, looked for once: a line of nothing but openings is not searched again at each.
        var brace: Substring.UTF8View.Index?
        var angle: Substring.UTF8View.Index?
        func end(_ byte: UInt8, _ known: inout Substring.UTF8View.Index?) -> Substring.UTF8View.Index? {
            if known.map({ $0 < rest.startIndex }) ?? true { known = rest.firstIndex(of: byte) ?? rest.endIndex }
            return known == rest.endIndex ? nil : known
        }
        while let next = rest.first {
            if next == UInt8(ascii: "{"), rest.starts(with: "{\\".utf8), let last = end(UInt8(ascii: "}"), &brace) {
                rest = rest[rest.index(after: last)...]
                continue
            }
            if next == UInt8(ascii: "<"), let last = end(UInt8(ascii: ">"), &angle) {
                let tag = String(rest[...last].prefix(8)) ?? ""
                if emphasis.contains(tag.lowercased()) || ["<font", "</font"].contains(where: tag.lowercased().hasPrefix) {
                    if emphasis.contains(tag.lowercased()) { out += tag.lowercased().utf8 }
                    rest = rest[rest.index(after: last)...]
                    continue
                }
            }
            switch next {
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case UInt8(ascii: "<"): out += "&lt;".utf8
            case UInt8(ascii: ">"): out += "&gt;".utf8
            default: out.append(next)
            }
            rest = rest.dropFirst()
        }
        return String(decoding: out, as: UTF8.self)
    }
    private static let emphasis: Set<String> = ["<b>", "</b>", "<i>", "</i>", "<u>", "</u>"]

    /// From when to when a cue is shown, in milliseconds.
    private struct Timing {
        let begin: Int
        let end: Int

        init?(_ line: Substring, isSubRip: Bool) {
            let sides = line.split(separator: "-->", omittingEmptySubsequences: false)
            guard sides.count == 2, let first = sides[1].split(whereSeparator: \.isWhitespace).first,
                let begin = Timing.time(Substring(sides[0].filter { !$0.isWhitespace }), isSubRip),
                let end = Timing.time(first, isSubRip), begin < end
            else { return nil }
            self.begin = begin
            self.end = end
        }

        /// `[hh:]mm:ss.ttt`; SubRip writes a comma and always the hours.
        private static func time(_ text: Substring, _ isSubRip: Bool) -> Int? {
            let halves = text.split(omittingEmptySubsequences: false) { $0 == "." || (isSubRip && $0 == ",") }
            guard halves.count == 2, halves[1].count == 3, let fraction = number(halves[1]) else { return nil }
            let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 3 || (parts.count == 2 && !isSubRip), parts.allSatisfy({ (1...4).contains($0.count) }),
                let seconds = number(parts[parts.count - 1]), let minutes = number(parts[parts.count - 2]),
                let hours = parts.count == 3 ? number(parts[0]) : 0, seconds < 60, minutes < 60
            else { return nil }
            return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction
        }

        private static func number(_ text: Substring) -> Int? {
            text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
        }

        var written: String { Timing.clock(begin) + " --> " + Timing.clock(end) }

        private static func clock(_ time: Int) -> String {
            func padded(_ number: Int, _ width: Int) -> String {
                String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
            }
            return padded(time / 3_600_000, 2) + ":" + padded(time / 60_000 % 60, 2) + ":" + padded(time / 1000 % 60, 2) + "."
                + padded(time % 1000, 3)
        }
    }
}
