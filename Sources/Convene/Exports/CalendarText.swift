import Base

/// Lines of iCalendar (RFC 5545 §3.1 and §3.3.11): escaped, folded at 75 octets without cutting a character, ended by CRLF.
package struct CalendarText: Sendable {
    private var bytes: [UInt8] = []
    package init() {}
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A property whose value is of a fixed form: a time, a number, an address.
    package mutating func line(_ name: String, _ value: String) {
        fold(name + ":" + value.filter { !$0.isNewline })
    }
    /// A property of type TEXT.
    package mutating func text(_ name: String, _ value: String) {
        fold(name + ":" + CalendarText.escaped(value))
    }

    package static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                out.append("\\")
                out.append(scalar)
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{2028}", "\u{2029}":
                out.append("\\")
                out.append("n")
            case "\t": out.append(scalar)
            default:
                if scalar.properties.generalCategory != .control { out.append(scalar) }
            }
            last = scalar
        }
        return String(out)
    }

    private mutating func fold(_ line: String) {
        let all = Array(line.utf8)
        var start = 0
        // Continuation lines begin with a space, which counts.
        var room = 75
        while all.count - start > room {
            var end = start + room
            while end > start, all[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
            bytes += all[start..<end]
            bytes += "\r\n ".utf8
            start = end
            room = 74
        }
        bytes += all[start...]
        bytes += "\r\n".utf8
    }
}

extension WallTime {
    /// `20251203T092000`
    package var basic: String {
        date.description.filter { $0 != "-" } + "T" + time.description.filter { $0 != ":" } + twoDigits(second)
    }
}
extension Instant {
    /// `20251203T152000Z`
    package var basic: String { wall().basic + "Z" }
}
