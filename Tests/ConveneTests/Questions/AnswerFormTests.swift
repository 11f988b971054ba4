import Base
import HTML
import Testing

@testable import Convene

@Suite struct AnswerFormTests {
    private typealias Stage = QuestionStage
    private func read(_ fields: [(name: String, value: String)], _ uploads: [AnswerForm.Upload] = []) throws -> Answers {
        try AnswerForm(sent: fields + Stage.filled, uploads: uploads).answers(
            to: Stage.content,
            register: OrganisationRegister([
                .init(id: Stage.id(90), names: Localized(["es": "Universidad Nacional Autónoma de México"]), all: [])
            ]))
    }
    private func complaint(_ question: Identifier, _ value: String, _ uploads: [AnswerForm.Upload] = []) -> String? {
        do {
            _ = try read([(AnswerForm.field(question), value)], uploads)
            return nil
        } catch { return (error as? Complaints)?[AnswerForm.field(question)]?.words }
    }
    private func value(_ question: Identifier, _ value: String) throws -> Answers.Value? {
        try read([(AnswerForm.field(question), value)])[question]
    }

    @Test("each kind is read as people write it")
    func kinds() throws {
        #expect(try value(Stage.name, "  Jose\u{301}\u{202E}  ") == .text("José"))
        #expect(try value(Stage.story, "one\r\ntwo") == .text("one\ntwo"))
        #expect(try value(Stage.age, "٤٢") == .number(42))
        #expect(try value(Stage.born, "٢٠٠٠-٠٢-٢٩") == .date(CalendarDate("2000-02-29")!))
        #expect(try value(Stage.coming, "yes") == .choices(["yes"]))
        #expect(try value(Stage.country, "mx") == .country("MX"))
        #expect(try value(Stage.tongue, "العربية") == .language("ar"))
        #expect(try value(Stage.tongue, "PT-br") == .language("pt-BR"))
        #expect(try value(Stage.story, "") == nil)
    }

    @Test("an organisation of the register is found by its name alone, another stays text")
    func organisation() throws {
        let known = "universidad nacional autonoma de mexico"
        #expect(try value(Stage.employer, known) == .organisation(Stage.id(90), name: known))
        #expect(try value(Stage.employer, "UNAM, probably") == .organisation(nil, name: "UNAM, probably"))
    }

    @Test("what cannot be is complained about at its field, all at once")
    func complaints() {
        #expect(complaint(Stage.name, "") == "questions.answer.needed")
        #expect(complaint(Stage.name, String(repeating: "x", count: 21)) == "questions.answer.long")
        #expect(complaint(Stage.name, String(repeating: "e\u{301}", count: 100_000)) == "questions.answer.long")
        for wrong in ["17", "121", "-1", "1e3", "99999999999999999999", "x"] {
            #expect(complaint(Stage.age, wrong) == "questions.answer.number")
        }
        for wrong in ["2001-02-29", "29.2.2000", "'; DROP TABLE registration; --"] {
            #expect(complaint(Stage.born, wrong) == "questions.answer.date")
        }
        #expect(complaint(Stage.coming, "maybe") == "questions.answer.option")
        #expect(complaint(Stage.country, "XX") == "questions.answer.country")
        #expect(complaint(Stage.country, "ß") == "questions.answer.country")
        #expect(complaint(Stage.tongue, "Klingon") == "questions.answer.language")
        let error = #expect(throws: Complaints.self) {
            try AnswerForm(sent: [(AnswerForm.field(Stage.age), "x")]).answers(to: Stage.content)
        }
        #expect(error?.all.count == 2)
    }

    @Test("of several options those of the question count, up to the most")
    func choices() throws {
        let all = ["a", "b", "c", "hostile"].map { (name: AnswerForm.field(Stage.topics, $0), value: "yes") }
        #expect(throws: Complaints.self) { try read(all) }
        #expect(try read([all[1], all[3], all[0]])[Stage.topics] == .choices(["a", "b"]))
    }

    @Test("what a condition hides is not asked and not kept, even if it was sent")
    func hidden() throws {
        let why = (name: AnswerForm.field(Stage.why), value: "Because")
        #expect(try read([why])[Stage.why] == nil)
        #expect(try read([why, (AnswerForm.field(Stage.coming), "no")])[Stage.why] == .text("Because"))
        #expect(throws: Complaints.self) { try read([(AnswerForm.field(Stage.coming), "no")]) }
        let declined = try AnswerForm(sent: [(AnswerForm.field(Stage.need), "no")] + Stage.filled).answers(to: Stage.content)
        #expect(declined[Stage.passport] == nil)
    }

    @Test("the holder cannot fill what is internal, and the desk nothing else")
    func inside() throws {
        let note = (name: AnswerForm.field(Stage.note), value: "VIP")
        #expect(try read([note])[Stage.note] == nil)
        let before = try Stage.answers()
        let desk = try AnswerForm(sent: [note, (AnswerForm.field(Stage.name), "Eve")])
            .answers(to: Stage.content, before: before, asking: .desk(isPrivate: false))
        #expect(desk[Stage.note] == .text("VIP"))
        #expect(desk[Stage.name] == .text("Ada"))
        #expect(try AnswerForm(sent: Stage.filled).answers(to: Stage.content, before: desk)[Stage.note] == .text("VIP"))
    }

    @Test("a file is told by its content, its size is held, and it stays until it is taken away")
    func file() throws {
        let field = AnswerForm.field(Stage.scan)
        func upload(_ type: String, _ size: Int) -> [AnswerForm.Upload] {
            [AnswerForm.Upload(field: field, name: "a.pdf", type: type, size: size)]
        }
        #expect(complaint(Stage.scan, "", upload("text/plain", 9)) == "questions.answer.fileType")
        #expect(complaint(Stage.scan, "", upload("application/pdf", 6 << 20)) == "questions.answer.fileLarge")
        #expect(complaint(Stage.scan, "", upload("application/pdf", 0)) == "questions.answer.fileEmpty")
        let kept = try read([], upload("application/pdf", 9))
        #expect(kept[Stage.scan] == .file(AnswerFile(name: "a.pdf", type: "application/pdf", size: 9)))
        let form = AnswerForm(sent: Stage.filled)
        #expect(try form.answers(to: Stage.content, before: kept)[Stage.scan] == kept[Stage.scan])
        let removed = AnswerForm(sent: Stage.filled + [(AnswerForm.removal(Stage.scan), "yes")])
        #expect(try removed.answers(to: Stage.content, before: kept)[Stage.scan] == nil)
    }
}
