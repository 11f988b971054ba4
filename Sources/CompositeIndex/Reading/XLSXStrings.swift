/// Texts that the cells of a workbook share.
enum XLSXStrings {
    /// In their order; `most` of them at most, so that the count is bounded like that of cells.
    static func read(_ bytes: [UInt8], most: Int) throws(XMLEvents.Fault) -> [String] {
        var strings: [String] = []
        var text = ""
        var isText = false, phonetic = 0
        let events = XMLEvents()
        events.onBegin = { [unowned events] name, _ in
            switch name {
            case "si":
                text = ""
                if strings.count >= most { events.stop() }
            case "t": isText = phonetic == 0
            case "rPh": phonetic += 1
            default: break
            }
        }
        events.onText = { if isText { text += $0 } }
        events.onEnd = { name in
            switch name {
            case "si": strings.append(decoded(text))
            case "t": isText = false
            case "rPh": phonetic -= 1
            default: break
            }
        }
        try events.read(bytes)
        return strings
    }

    /// `_x000D_` stands for a character that XML does not take (ECMA-376, part 1, 22.9.2.19).
    static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result = ""
        var rest = Substring(text)
        while let mark = rest.firstRange(of: "_x") {
            result += rest[..<mark.lowerBound]
            let code = rest[mark.upperBound...].prefix(4)
            let end = code.endIndex
            if code.count == 4, end < rest.endIndex, rest[end] == "_", let value = UInt32(code, radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[rest.index(after: end)...]
            } else {
                result += "_x"
                rest = rest[mark.upperBound...]
            }
        }
        return result + rest
    }
}
