import Base

/// How the options of a question are written in a form: a line an option, `code: label`, in each language. The code may be left
/// out; it is made of the label then. In further languages lines without a code stand for the options in their order.
package enum OptionLines {
    /// A line that could not be read: in which language, its number from 1 and its text.
    package struct Fault: Error, Hashable {
        package let tag: String
        package let line: Int
        package let text: String
    }

    package static func text(_ options: [Question.Option], _ tag: String) -> String {
        options.compactMap { option in option.label[tag].map { "\(option.code): \($0)" } }.joined(separator: "\n")
    }

    /// `first` is the language that decides which options there are, if it has a text; else the first of ours that has.
    package static func read(_ texts: [String: String], first: String) throws(Fault) -> [Question.Option] {
        let order = [first] + Language.allCases.map(\.rawValue) + texts.keys.sorted()
        guard let main = order.first(where: { !lines(texts[$0]).isEmpty }) else { return [] }
        var options: [Question.Option] = []
        for (number, line) in lines(texts[main]) {
            // One more than may be, so that too many are told from enough.
            guard options.count <= QuestionnaireContent.mostOptions else { break }
            let (code, label) = split(line)
            if let code, options.contains(where: { $0.code == code }) { throw Fault(tag: main, line: number, text: line) }
            guard !label.isEmpty else { throw Fault(tag: main, line: number, text: line) }
            options.append(Question.Option(code ?? free(label, options), Localized(label, main)))
        }
        for tag in Set(texts.keys).subtracting([main]).sorted() { try add(lines(texts[tag]), tag, to: &options) }
        return options
    }

    private static func add(_ lines: [(Int, String)], _ tag: String, to options: inout [Question.Option]) throws(Fault) {
        for (index, (number, line)) in lines.enumerated() {
            let (code, label) = split(line)
            let fault = Fault(tag: tag, line: number, text: line)
            if let code {
                guard let place = options.firstIndex(where: { $0.code == code }) else { throw fault }
                options[place].label[tag] = label
            } else {
                guard lines.count == options.count, options.indices.contains(index) else { throw fault }
                options[index].label[tag] = label
            }
        }
    }

    private static func lines(_ text: String?) -> [(Int, String)] {
        (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, raw in
            let line = singleLine(String(raw))
            return line.isEmpty ? nil : (index + 1, line)
        }
    }

    /// What stands before the first colon, if it is a code as it is written.
    private static func split(_ line: String) -> (code: String?, label: String) {
        guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return (nil, line) }
        let code = singleLine(String(line[..<colon]))
        guard Question.isCode(code) else { return (nil, line) }
        return (code, singleLine(String(line[line.index(after: colon)...])))
    }

    private static func free(_ label: String, _ options: [Question.Option]) -> String {
        let letters = label.prefix(60).map { SearchFolding.folded($0) }.joined().utf8.map { byte -> Character in
            (97...122).contains(byte) || (48...57).contains(byte) ? Character(UnicodeScalar(byte)) : " "
        }
        var code = String(letters).split(separator: " ").joined(separator: "-")
        if code.utf8.count > 30 {
            code = String(code.prefix(30))
            while code.hasSuffix("-") { code.removeLast() }
        }
        if !Question.isCode(code) { code = "option-\(options.count + 1)" }
        let taken = Set(options.map(\.code))
        guard taken.contains(code) else { return code }
        var number = 2
        while taken.contains("\(code)-\(number)") { number += 1 }
        return "\(code)-\(number)"
    }
}
