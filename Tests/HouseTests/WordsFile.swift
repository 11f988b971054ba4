import Foundation

/// One `Words/<lang>.json`, with the order and the lines of its keys.
struct WordsFile {
    enum Phrase {
        case plain(String)
        case plural([String: String])

        /// Every text of the phrase.
        var texts: [String] {
            switch self {
            case .plain(let text): [text]
            case .plural(let forms): forms.keys.sorted().compactMap { forms[$0] }
            }
        }
    }

    let path: String
    let language: String
    /// Keys in the order of the file, with their lines; a key that stands twice is here twice.
    let keys: [(key: String, line: Int)]
    let phrases: [String: Phrase]
    /// What makes the file unreadable, if anything does.
    let faults: [Violation]

    init(path: String, text: String) {
        self.path = path
        language = String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
        keys = WordsFile.topKeys(of: text)
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            phrases = [:]
            faults = [Violation(path, 1, "is not a JSON object")]
            return
        }
        var phrases: [String: Phrase] = [:]
        var faults: [Violation] = []
        for (key, value) in object {
            if let text = value as? String {
                phrases[key] = .plain(text)
            } else if let forms = value as? [String: String] {
                phrases[key] = .plural(forms)
            } else {
                faults.append(Violation(path, 1, "\(key) is neither a text nor an object of plural forms"))
            }
        }
        self.phrases = phrases
        self.faults = faults
    }

    func line(of key: String) -> Int { keys.first { $0.key == key }?.line ?? 1 }

    /// The keys of the outermost object, which JSONSerialization gives without order.
    private static func topKeys(of text: String) -> [(key: String, line: Int)] {
        var found: [(key: String, line: Int)] = []
        var depth = 0
        var line = 1
        var isAfterKey = false
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":"): isAfterKey = depth == 1
            case UInt8(ascii: ","): isAfterKey = false
            case UInt8(ascii: "\""):
                let string = takeString(&bytes)
                if depth == 1, !isAfterKey { found.append((string, line)) }
            default: break
            }
        }
        return found
    }

    private static func takeString(_ bytes: inout ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        while let byte = bytes.popFirst(), byte != UInt8(ascii: "\"") {
            out.append(byte)
            if byte == UInt8(ascii: "\\"), let next = bytes.popFirst() { out.append(next) }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
