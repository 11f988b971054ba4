import Base
import HTML
import People

/// The desk's form of one question or one section: text in → a question or a section, or complaints.
package struct QuestionForm: Sendable {
    private let lines: FormLines
    /// As it was typed, with its lines.
    private let texts: [String: String]
    package subscript(_ name: String) -> String { lines[name] }
    package func text(_ name: String) -> String { texts[name] ?? "" }

    package init(sent fields: [(name: String, value: String)]) {
        lines = FormLines(fields)
        texts = Dictionary(fields.map { ($0.name, manyLines($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    private init(_ fields: [String: String]) { self.init(sent: fields.map { (name: $0.key, value: $0.value) }) }

    package static func condition(_ question: Identifier) -> String { "if-\(question.text)" }
    package static func condition(_ question: Identifier, _ code: String) -> String { "if-\(question.text)-\(code)" }

    private static func spread(_ name: String, _ text: Localized, into fields: inout [String: String]) {
        for tag in text.tags { fields["\(name)_\(tag)"] = text[tag] ?? "" }
        fields["\(name)_authentic"] = text.authentic
    }

    /// One text of many lines in several languages.
    package func many(_ name: String) -> Localized {
        var found: [String: String] = [:]
        for (field, value) in texts where field.hasPrefix(name + "_") {
            let tag = String(field.dropFirst(name.count + 1))
            if FormLines.isTag(tag), tag != "authentic" { found[tag] = value }
        }
        let wanted = self["\(name)_authentic"]
        let written = Localized(found)
        let authentic = written[wanted] != nil ? wanted : written["en"] != nil ? "en" : written.tags.first ?? "en"
        return Localized(found, authentic: authentic)
    }

    /// For the fields: an empty text begins in the reader's language.
    package func texts(_ name: String, in language: Language) -> Localized {
        let found = lines.texts(name)
        return found.isEmpty ? Localized("", language.rawValue) : found
    }
    package func many(_ name: String, in language: Language) -> Localized {
        let found = many(name)
        return found.isEmpty ? Localized("", language.rawValue) : found
    }

    // MARK: A section

    package init(_ section: QuestionSection) {
        var fields = ["purpose": section.purpose.rawValue, "keepDays": String(section.keepDays)]
        QuestionForm.spread("title", section.title, into: &fields)
        QuestionForm.spread("text", section.text, into: &fields)
        self.init(fields)
    }

    package func section(_ before: QuestionSection) throws -> QuestionSection {
        var complaints = Complaints()
        var section = before
        section.title = lines.texts("title")
        section.text = many("text")
        if let purpose = QuestionSection.Purpose(rawValue: self["purpose"]) { section.purpose = purpose }
        if let days = number("keepDays", QuestionSection.days, &complaints) { section.keepDays = days }
        demand(section.title, QuestionnaireRules.longestLabel, "title", &complaints)
        demand(section.text, QuestionnaireRules.longestText, "text", &complaints)
        guard complaints.isEmpty else { throw complaints }
        return section
    }

    // MARK: A question

    package init(_ question: Question) {
        let limits = question.limits
        func number(_ limit: Int?) -> String { limit.map { String($0) } ?? "" }
        var fields: [String: String] = [
            "longest": number(limits.longest), "least": number(limits.least), "most": number(limits.most),
            "megabytes": number(limits.megabytes), "fill": question.fill?.rawValue ?? "",
        ]
        fields["isRequired"] = question.isRequired ? "yes" : ""
        fields["isInternal"] = question.isInternal ? "yes" : ""
        for kind in limits.files { fields["files-\(kind.rawValue)"] = "yes" }
        QuestionForm.spread("label", question.label, into: &fields)
        QuestionForm.spread("help", question.help, into: &fields)
        let tags = Set(question.options.flatMap { $0.label.tags })
        for tag in tags { fields["options_\(tag)"] = OptionLines.text(question.options, tag) }
        if let condition = question.condition {
            fields[QuestionForm.condition(condition.question)] = condition.oneOf.joined(separator: ", ")
            for code in condition.oneOf { fields[QuestionForm.condition(condition.question, code)] = "yes" }
        }
        self.init(fields)
    }

    /// `before` has the kind and the identifier; `earlier` are the questions that it may depend on.
    package func question(_ before: Question, earlier: [Question]) throws -> Question {
        var complaints = Complaints()
        var question = before
        question.label = lines.texts("label")
        question.help = many("help")
        if question.label.isEmpty { complaints.add("label_en", "questions.fault.nameless") }
        demand(question.label, QuestionnaireRules.longestLabel, "label", &complaints)
        demand(question.help, QuestionnaireRules.longestText, "help", &complaints)
        question.isRequired = self["isRequired"] == "yes"
        question.isInternal = self["isInternal"] == "yes"
        question.fill = Question.Fill(rawValue: self["fill"])
        question.limits = limits(question.kind, &complaints)
        if question.kind.hasOptions { question.options = options(before.options, question.label.authentic, &complaints) }
        question.condition = condition(earlier, &complaints)
        guard complaints.isEmpty else { throw complaints }
        return question
    }

    private func limits(_ kind: Question.Kind, _ complaints: inout Complaints) -> Question.Limits {
        var limits = Question.Limits.none
        switch kind {
        case .text, .paragraph: limits.longest = number("longest", 1...Question.longestParagraph, &complaints)
        case .number:
            limits.least = number("least", 0...1_000_000_000, &complaints)
            limits.most = number("most", 0...1_000_000_000, &complaints)
        case .choices:
            limits.least = number("least", 0...QuestionnaireContent.mostOptions, &complaints)
            limits.most = number("most", 1...QuestionnaireContent.mostOptions, &complaints)
        case .file:
            limits.files = Question.FileKind.allCases.filter { self["files-\($0.rawValue)"] == "yes" }
            limits.megabytes = number("megabytes", 1...Question.mostMegabytes, &complaints)
        default: break
        }
        if let least = limits.least, let most = limits.most, least > most { complaints.add("most", "questions.fault.limits") }
        return limits
    }

    /// Labels in languages that the form does not show stay as they are.
    private func options(_ before: [Question.Option], _ authentic: String, _ complaints: inout Complaints) -> [Question.Option] {
        var written: [String: String] = [:]
        for language in Language.allCases { written[language.rawValue] = text("options_\(language.rawValue)") }
        do throws(OptionLines.Fault) {
            var options = try OptionLines.read(written, first: authentic)
            if options.count < 2 { complaints.add("options_\(authentic)", "questions.fault.options") }
            if options.count > QuestionnaireContent.mostOptions {
                complaints.add(
                    "options_\(authentic)", "questions.refusal.options", ["most": String(QuestionnaireContent.mostOptions)])
            }
            for (index, option) in options.enumerated() {
                for (tag, label) in before.first(where: { $0.code == option.code })?.label.texts ?? [:]
                where Language(rawValue: tag) == nil { options[index].label[tag] = label }
            }
            return options
        } catch {
            complaints.add(
                "options_\(error.tag)", "questions.refusal.optionLine", ["line": String(error.line), "text": error.text])
            return before
        }
    }

    /// Answers of one earlier question, of those that were ticked or written.
    private func condition(_ earlier: [Question], _ complaints: inout Complaints) -> Question.Condition? {
        var found: [Question.Condition] = []
        for source in earlier where source.kind.isDependable {
            var codes: [String]
            switch source.kind {
            case .consent: codes = ["yes", "no"].filter { self[QuestionForm.condition(source.id, $0)] == "yes" }
            case .country:
                codes = westernDigits(self[QuestionForm.condition(source.id)]).uppercased()
                    .split { ",;،、 ".contains($0) }.map(String.init)
                if let wrong = codes.first(where: { Country(rawValue: $0) == nil }) {
                    complaints.add(QuestionForm.condition(source.id), "questions.refusal.conditionCountry", ["code": wrong])
                    codes = []
                }
            default: codes = source.options.map(\.code).filter { self[QuestionForm.condition(source.id, $0)] == "yes" }
            }
            if !codes.isEmpty { found.append(Question.Condition(source.id, oneOf: codes)) }
        }
        if found.count > 1 { complaints.add("condition", "questions.refusal.conditions") }
        return found.first
    }

    private func demand(_ text: Localized, _ most: Int, _ name: String, _ complaints: inout Complaints) {
        for (tag, written) in text.texts where written.count > most {
            complaints.add("\(name)_\(tag)", "questions.refusal.text", ["most": String(most)])
        }
    }

    private func number(_ name: String, _ range: ClosedRange<Int>, _ complaints: inout Complaints) -> Int? {
        guard !self[name].isEmpty else { return nil }
        guard let number = Int(westernDigits(self[name])), range.contains(number) else {
            complaints.add(
                name, "questions.answer.number", ["low": String(range.lowerBound), "high": String(range.upperBound)])
            return nil
        }
        return number
    }
}
