import Base
import Testing

@testable import Measure

@Suite struct ReportDraftTests {
    @Test("one language is written and the others stay; what is emptied is gone")
    func applied() {
        let report = ReportSample.report(["en": "Text", "es": "Texto"])
        var draft = ReportDraft(report, .es)
        #expect(draft.text == "Texto" && !draft.isAuthentic)
        draft.text = "Otro texto"
        draft.isAuthentic = true
        let changed = draft.applied(to: report)
        #expect(changed.text.texts == ["en": "Text", "es": "Otro texto"])
        #expect(changed.text.authentic == "es" && changed.title.authentic == "es")
        draft.text = ""
        #expect(draft.applied(to: report).text.texts == ["en": "Text"])
    }

    @Test("the first language that is written is the authentic one, and another takes its place when it goes")
    func authentic() {
        let empty = ReportSample.report([:])
        let first = ReportDraft(language: .fr, title: "Rapport", text: "Texte").applied(to: empty)
        #expect(first.text.authentic == "fr")
        let both = ReportDraft(language: .ru, title: "Отчёт", text: "Текст").applied(to: first)
        #expect(both.text.authentic == "fr")
        #expect(ReportDraft(language: .fr).applied(to: both).text.authentic == "ru")
    }
}
