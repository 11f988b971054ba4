import Base
import Convene
import HTML
import Web

extension Parser {
    /// What people answer, and what the desk writes of a question: the fields of one form for both.
    static let question = Parser(name: "question", limit: 1 << 20) { bytes in
        guard let form = try? FormData(urlencoded: bytes) else { return }
        answer(form)
        // One kind of question for each length: eleven of them would take as long as eleven forms.
        write(form, Question.Kind.allCases[bytes.count % Question.Kind.allCases.count])
    }

    /// Every kind of question, some of them asked only after an answer to another: `q-1` to `q-13`.
    private static let content = QuestionnaireContent([
        QuestionSection(
            id: Identifier(stored: "s1"),
            questions: Question.Kind.allCases.enumerated().map { index, kind in
                asked(index + 1, kind, isRequired: index % 2 == 0)
            }),
        QuestionSection(
            id: Identifier(stored: "s2"), purpose: .dietary,
            questions: [
                asked(12, .text, isRequired: true, after: Question.Condition(Identifier(stored: "6"), oneOf: ["a"])),
                asked(13, .choice, isRequired: false, after: Question.Condition(Identifier(stored: "7"), oneOf: ["MX", "TH"])),
            ]),
    ])

    private static func asked(_ number: Int, _ kind: Question.Kind, isRequired: Bool, after: Question.Condition? = nil)
        -> Question
    {
        Question(
            id: Identifier(stored: String(number)), kind: kind, label: Localized("\(kind.rawValue)?"), isRequired: isRequired,
            options: kind.hasOptions ? [.init("a", Localized("A")), .init("b", Localized("B"))] : [], condition: after)
    }

    private static func answer(_ form: FormData) {
        let uploads = [AnswerForm.Upload(field: "q-10", name: "a.pdf", type: "application/pdf", size: 9)]
        let sent = AnswerForm(sent: form.fields, uploads: uploads)
        let answers: Answers
        do { answers = try sent.answers(to: content) } catch let complaints as Complaints {
            promise(!complaints.isEmpty, "who is refused is told why")
            for one in complaints.all { promise(one.field.hasPrefix("q-"), "a complaint stands at its question") }
            return
        } catch { return promise(false, "only complaints are thrown") }
        let asked = content.asked(answers)
        for (id, value) in answers.values {
            promise(asked.contains(id), "only what is asked is answered")
            guard let question = content.question(id) else { return promise(false, "an answer has a question") }
            check(value, question)
        }
        for question in content.questions where question.isRequired && asked.contains(question.id) {
            promise(answers[question.id] != nil, "what must be answered is")
        }
        let again = AnswerForm(sent: fields(answers), uploads: uploads)
        promise((try? again.answers(to: content)) == answers, "an answer that was taken is taken again")
    }

    private static func check(_ value: Answers.Value, _ question: Question) {
        switch value {
        case .text(let text), .organisation(_, let text):
            promise(!text.isEmpty && text.count <= max(question.longest, OrganisationRegister.longest), "a text has an end")
            promise(!text.unicodeScalars.contains { $0.turnsText }, "a text reads as it is")
            let isLine = question.kind != .paragraph
            promise(!isLine || !text.unicodeScalars.contains { $0.isControl }, "a line is one line")
        case .choices(let codes):
            promise(codes.allSatisfy { question.option($0) != nil }, "what is chosen is there")
            promise(Set(codes).count == codes.count, "nothing is chosen twice")
        case .country(let code): promise(code.utf8.count == 2, "a country is two letters")
        case .number(let number): promise((0...1_000_000_000).contains(number), "a number has bounds")
        default: break
        }
    }

    private static func fields(_ answers: Answers) -> [(name: String, value: String)] {
        answers.values.flatMap { id, value -> [(name: String, value: String)] in
            let name = AnswerForm.field(id)
            switch value {
            case .text(let text), .country(let text), .language(let text), .organisation(_, let text): return [(name, text)]
            case .number(let number): return [(name, String(number))]
            case .date(let date): return [(name, date.description)]
            case .consent(let isGiven): return [(name, isGiven ? "yes" : "")]
            case .choices(let codes):
                return [(name, codes.first ?? "")] + codes.map { (AnswerForm.field(id, $0), "yes") }
            case .file: return []
            }
        }
    }

    /// The desk's form. What is taken can be shown and sent again, and is the same then.
    private static func write(_ form: FormData, _ kind: Question.Kind) {
        let before = Question(id: Identifier(stored: "20"), kind: kind, label: .empty)
        let earlier = content.questions
        guard let question = try? QuestionForm(sent: form.fields).question(before, earlier: earlier) else { return }
        promise(!question.label.isEmpty, "a question asks something")
        promise(question.options.allSatisfy { Question.isCode($0.code) }, "an option has a code")
        promise(Set(question.options.map(\.code)).count == question.options.count, "a code stands for one option")
        promise(question.options.count <= QuestionnaireContent.mostOptions, "options are counted")
        promise((try? QuestionForm(question).question(before, earlier: earlier)) == question, "shown and sent is the same")
    }
}
