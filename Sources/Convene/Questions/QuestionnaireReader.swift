import Base
import Formats

/// A form from a JSON file, as another event's desk gives it: read, cleaned and held to the limits. What is missing takes its
/// usual value; what cannot be is refused with its place.
package enum QuestionnaireReader {
    package static func read(_ bytes: [UInt8]) throws -> QuestionnaireContent {
        guard bytes.count <= 2 * QuestionnaireContent.mostBytes else {
            throw Refusal(
                .tooLarge, "questions.refusal.bytes", ["most": String(QuestionnaireContent.mostBytes >> 10)], field: "file")
        }
        let root: JSONNode
        do throws(FormatRefusal) { root = try JSONTreeReader.read(bytes) } catch { throw refusal(error.line, error.path) }
        guard let listed = root["sections"], listed.isList else { throw refusal(root.line, "sections") }
        let nodes = listed.list
        guard nodes.count <= QuestionnaireContent.mostSections else { throw refusal(root.line, "sections") }
        var reader = QuestionnaireNodes()
        let content = QuestionnaireContent(
            try nodes.enumerated().map { try reader.section($0.element, "sections[\($0.offset)]") })
        try QuestionnaireRules.demandSize(content)
        return content
    }

    static func refusal(_ line: Int, _ path: String) -> Refusal {
        Refusal(.invalid, "questions.refusal.json", ["line": String(line), "path": String(path.prefix(200))], field: "file")
    }
}

/// Walks the tree of the file. Identifiers that come twice would make two questions one; they are refused.
private struct QuestionnaireNodes {
    private var known: Set<Identifier> = []

    mutating func section(_ node: JSONNode, _ path: String) throws -> QuestionSection {
        var section = QuestionSection(id: try identifier(node, path))
        section.title = text(node["title"], many: false)
        section.text = text(node["text"], many: true)
        section.purpose = try raw(node["purpose"], "\(path).purpose") ?? .general
        if let days = try number(node["keepDays"], "\(path).keepDays", QuestionSection.days) { section.keepDays = days }
        let nodes = node["questions"]?.list ?? []
        guard nodes.count <= QuestionnaireContent.mostQuestions else { throw refusal(node, "\(path).questions") }
        section.questions = try nodes.enumerated().map { try question($0.element, "\(path).questions[\($0.offset)]") }
        return section
    }

    private mutating func question(_ node: JSONNode, _ path: String) throws -> Question {
        guard let kind: Question.Kind = try raw(node["kind"], "\(path).kind") else { throw refusal(node, "\(path).kind") }
        var question = Question(id: try identifier(node, path), kind: kind, label: text(node["label"], many: false))
        question.help = text(node["help"], many: true)
        question.isRequired = node["isRequired"]?.bool ?? false
        question.isInternal = node["isInternal"]?.bool ?? false
        question.fill = try raw(node["fill"], "\(path).fill")
        if kind.hasOptions { question.options = try options(node["options"], "\(path).options") }
        if let limits = node["limits"] { question.limits = try self.limits(limits, kind, "\(path).limits") }
        if let condition = node["condition"], !condition.isNull {
            question.condition = try self.condition(condition, "\(path).condition")
        }
        return question
    }

    private func options(_ node: JSONNode?, _ path: String) throws -> [Question.Option] {
        let nodes = node?.list ?? []
        guard nodes.count <= QuestionnaireContent.mostOptions else { throw refusal(node, path) }
        var options: [Question.Option] = []
        var codes: Set<String> = []
        for (index, each) in nodes.enumerated() {
            guard let code = each["code"]?.text, Question.isCode(code), codes.insert(code).inserted else {
                throw refusal(each, "\(path)[\(index)].code")
            }
            options.append(Question.Option(code, text(each["label"], many: false)))
        }
        return options
    }

    private func limits(_ node: JSONNode, _ kind: Question.Kind, _ path: String) throws -> Question.Limits {
        var limits = Question.Limits.none
        limits.longest = try number(node["longest"], "\(path).longest", 1...Question.longestParagraph)
        limits.least = try number(node["least"], "\(path).least", 0...1_000_000_000)
        limits.most = try number(node["most"], "\(path).most", 0...1_000_000_000)
        limits.megabytes = try number(node["megabytes"], "\(path).megabytes", 1...Question.mostMegabytes)
        for (index, each) in (node["files"]?.list ?? []).prefix(Question.FileKind.allCases.count).enumerated() {
            if let file: Question.FileKind = try raw(each, "\(path).files[\(index)]"), !limits.files.contains(file) {
                limits.files.append(file)
            }
        }
        return limits
    }

    private func condition(_ node: JSONNode, _ path: String) throws -> Question.Condition {
        guard let id = node["question"].flatMap({ Identifier($0.text) }) else { throw refusal(node, "\(path).question") }
        let codes = (node["oneOf"]?.list ?? []).prefix(QuestionnaireContent.mostOptions).map(\.text)
        guard codes.allSatisfy({ Question.isCode($0.lowercased()) }) else { throw refusal(node, "\(path).oneOf") }
        return Question.Condition(id, oneOf: codes)
    }

    // MARK: Values

    private mutating func identifier(_ node: JSONNode, _ path: String) throws -> Identifier {
        guard let id = node["id"].flatMap({ Identifier($0.text) }), known.insert(id).inserted else {
            throw refusal(node, "\(path).id")
        }
        return id
    }

    /// As people would have typed it.
    private func text(_ node: JSONNode?, many: Bool) -> Localized {
        var texts: [String: String] = [:]
        for (tag, each) in node?["texts"]?.members ?? [] where QuestionnaireNodes.isTag(tag) && texts.count < 40 {
            if case .text(let written) = each.value { texts[tag] = many ? manyLines(written) : singleLine(written) }
        }
        let wanted = node?["authentic"]?.text ?? "en"
        let found = Localized(texts)
        return Localized(texts, authentic: found[wanted] != nil ? wanted : found["en"] != nil ? "en" : found.tags.first ?? "en")
    }
    private static func isTag(_ text: String) -> Bool {
        SpokenLanguage.canonical(text) == text
    }

    private func raw<T: RawRepresentable>(_ node: JSONNode?, _ path: String) throws -> T? where T.RawValue == String {
        guard let node, !node.isNull else { return nil }
        guard let value = T(rawValue: node.text) else { throw refusal(node, path) }
        return value
    }
    private func number(_ node: JSONNode?, _ path: String, _ range: ClosedRange<Int>) throws -> Int? {
        guard let node, !node.isNull else { return nil }
        guard case .number(let written) = node.value, let number = Int(written), range.contains(number) else {
            throw refusal(node, path)
        }
        return number
    }

    private func refusal(_ node: JSONNode?, _ path: String) -> Refusal { QuestionnaireReader.refusal(node?.line ?? 0, path) }
}
