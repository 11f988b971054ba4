import Base
import Foundation
import HTML
import People

/// A filled form: fields and files in → answers, or every complaint at its field. Whatever was typed, of a version's questions
/// only those are read that are asked of whoever sends it.
package struct AnswerForm: Sendable {
    /// A file as far as its answer is concerned; its bytes are kept by whoever saves.
    package struct Upload: Sendable, Hashable {
        package let field: String
        package let name: String
        /// A media type, told by the content.
        package let type: String
        package let size: Int
        package init(field: String, name: String, type: String, size: Int) {
            self.field = field
            self.name = name
            self.type = type
            self.size = size
        }
    }
    /// Who fills the form, and which part of it.
    package enum Asking: Sendable, Hashable {
        /// Whoever registers: all but what is internal.
        case holder
        /// The desk: what is internal, of the private sections or of the others.
        case desk(isPrivate: Bool)

        package func includes(_ question: Question, in section: QuestionSection) -> Bool {
            switch self {
            case .holder: !question.isInternal
            case .desk(let isPrivate): question.isInternal && section.purpose.isPrivate == isPrivate
            }
        }
    }

    private var fields: [String: String] = [:]
    private var uploads: [String: Upload] = [:]
    package subscript(field: String) -> String { fields[field] ?? "" }

    package static func field(_ question: Identifier) -> String { "q-\(question.text)" }
    /// The box of one option of several.
    package static func field(_ question: Identifier, _ code: String) -> String { "q-\(question.text)-\(code)" }
    /// The box that takes a kept file away.
    package static func removal(_ question: Identifier) -> String { "q-\(question.text)-remove" }

    package init() {}

    /// As it was sent: of a field that came twice the first counts. Longer than any answer may be is not looked at.
    package init(sent: [(name: String, value: String)], uploads files: [Upload] = []) {
        for (name, value) in sent where name.hasPrefix("q-") && fields[name] == nil {
            fields[name] = steadied(String(value.unicodeScalars.prefix(4 * Question.longestParagraph)))
        }
        for file in files where uploads[file.field] == nil { uploads[file.field] = file }
    }

    /// With what was answered before.
    package init(_ answers: Answers, _ words: Words) {
        for (id, value) in answers.values {
            let name = AnswerForm.field(id)
            switch value {
            case .text(let text): fields[name] = text
            case .number(let number): fields[name] = String(number)
            case .date(let date): fields[name] = date.description
            case .country(let code): fields[name] = code
            case .language(let tag): fields[name] = words.languageName(tag)
            case .organisation(_, let text): fields[name] = text
            case .consent(let isGiven): fields[name] = isGiven ? "yes" : ""
            case .file(let file): fields[name] = file.name
            case .choices(let codes):
                fields[name] = codes.first ?? ""
                for code in codes { fields[AnswerForm.field(id, code)] = "yes" }
            }
        }
    }

    /// The answers to all that is asked, with what of `before` was not asked this time. Throws `Complaints`.
    package func answers(
        to content: QuestionnaireContent, before: Answers = .none, register: OrganisationRegister = .none,
        asking: Asking = .holder
    ) throws -> Answers {
        var answers = Answers.none
        var asked: Set<Identifier> = []
        var complaints = Complaints()
        for section in content.sections {
            for question in section.questions where content.holds(question.condition, answers, asked) {
                asked.insert(question.id)
                guard asking.includes(question, in: section) else {
                    answers[question.id] = before[question.id]
                    continue
                }
                do throws(Complaint) {
                    answers[question.id] = try value(question, before[question.id], register)
                } catch {
                    complaints.add(AnswerForm.field(question.id), error.words, error.arguments)
                }
            }
        }
        guard complaints.isEmpty else { throw complaints }
        return answers
    }

    private struct Complaint: Error {
        let words: String
        var arguments: [String: String] = [:]
        init(_ words: String, _ arguments: [String: String] = [:]) {
            self.words = words
            self.arguments = arguments
        }
    }

    // MARK: One question

    private func value(_ question: Question, _ before: Answers.Value?, _ register: OrganisationRegister) throws(Complaint)
        -> Answers.Value?
    {
        switch question.kind {
        case .choices: return try choices(question)
        case .file: return try file(question, before)
        case .consent:
            let isGiven = self[AnswerForm.field(question.id)] == "yes"
            if question.isRequired, !isGiven { throw Complaint("questions.answer.consent") }
            return .consent(isGiven)
        default: break
        }
        let typed = self[AnswerForm.field(question.id)]
        let text = question.kind == .paragraph ? manyLines(typed) : singleLine(typed)
        if text.isEmpty {
            if question.isRequired { throw Complaint("questions.answer.needed") }
            return nil
        }
        return try read(text, question, register)
    }

    private func read(_ text: String, _ question: Question, _ register: OrganisationRegister) throws(Complaint) -> Answers.Value {
        switch question.kind {
        case .number: return .number(try number(text, question.limits))
        case .date:
            guard let date = CalendarDate(westernDigits(text)) else { throw Complaint("questions.answer.date") }
            return .date(date)
        case .choice:
            guard question.option(text) != nil else { throw Complaint("questions.answer.option") }
            return .choices([text])
        case .country:
            guard let country = Country(rawValue: text.uppercased()), text.utf8.count == 2, text.utf8.allSatisfy({ $0 < 128 })
            else { throw Complaint("questions.answer.country") }
            return .country(country.code)
        case .language:
            guard let tag = SpokenLanguage.tag(of: text) else { throw Complaint("questions.answer.language") }
            return .language(tag)
        case .organisation:
            try demand(text, within: OrganisationRegister.longest)
            return .organisation(register.id(of: text), name: text)
        default:
            try demand(text, within: question.longest)
            return .text(text)
        }
    }

    private func demand(_ text: String, within longest: Int) throws(Complaint) {
        guard text.count <= longest else {
            throw Complaint("questions.answer.long", ["most": String(longest), "count": String(text.count)])
        }
    }

    private func number(_ text: String, _ limits: Question.Limits) throws(Complaint) -> Int {
        let (low, high) = (limits.least ?? 0, limits.most ?? 1_000_000_000)
        guard let number = Int(westernDigits(text)), number >= low, number <= high else {
            throw Complaint("questions.answer.number", ["low": String(low), "high": String(high)])
        }
        return number
    }

    private func choices(_ question: Question) throws(Complaint) -> Answers.Value? {
        let codes = question.options.map(\.code).filter { !self[AnswerForm.field(question.id, $0)].isEmpty }
        let least = max(question.limits.least ?? 0, question.isRequired ? 1 : 0)
        if codes.isEmpty, !question.isRequired { return nil }
        if codes.count < least {
            throw codes.isEmpty
                ? Complaint("questions.answer.needed") : Complaint("questions.answer.fewest", ["least": String(least)])
        }
        if let most = question.limits.most, codes.count > most {
            throw Complaint("questions.answer.most", ["most": String(most)])
        }
        return .choices(codes)
    }

    private func file(_ question: Question, _ before: Answers.Value?) throws(Complaint) -> Answers.Value? {
        guard let upload = uploads[AnswerForm.field(question.id)] else {
            let isTaken = self[AnswerForm.removal(question.id)] == "yes"
            if !isTaken, case .file = before { return before }
            if question.isRequired { throw Complaint("questions.answer.file") }
            return nil
        }
        let expected = question.fileKinds.map(\.label).joined(separator: ", ")
        guard upload.size > 0 else { throw Complaint("questions.answer.fileEmpty", ["file": upload.name]) }
        guard upload.size <= question.fileBytes else {
            throw Complaint(
                "questions.answer.fileLarge", ["file": upload.name, "limit": String(question.fileBytes >> 20)])
        }
        guard question.fileKinds.contains(where: { $0.types.contains(upload.type) }) else {
            throw Complaint("questions.answer.fileType", ["file": upload.name, "expected": expected])
        }
        return .file(AnswerFile(name: upload.name, type: upload.type, size: upload.size))
    }
}
