import Base
import HTML
import Testing

@testable import Convene

@Suite struct MaterialFormTests {
    private func form(_ fields: [String: String]) -> MaterialForm { MaterialForm(sent: { fields[$0] ?? "" }) }
    private let good = ["kind": "paper", "visibility": "team"]

    @Test("a draft goes into the form and comes back the same")
    func back() throws {
        let draft = MaterialDraft(
            kind: .captions, title: Localized(["en": "Words", "fr": "Mots"], authentic: "fr"), language: "pt-BR",
            licence: .zero, visibility: .signedIn, recording: ProgrammeStage.id)
        let shown = MaterialForm(draft)
        #expect(try form(shown.fields).draft(before: draft.title, reading: .en) == draft)
    }

    @Test("a title in a language that the form does not show stays; a new one is authentic in the reader's language")
    func titles() throws {
        let old = Localized(["de": "Folien", "en": "Slides"], authentic: "de")
        let kept = try form(good.merging(["title-en": "New"]) { $1 }).draft(before: old, reading: .fr)
        #expect(kept.title == Localized(["de": "Folien", "en": "New"], authentic: "de"))
        let new = try form(good.merging(["title-en": "New", "title-fr": "Nouveau"]) { $1 }).draft(reading: .fr)
        #expect(new.title.authentic == "fr")
        #expect(try form(good.merging(["title-es": "Nuevo"]) { $1 }).draft(reading: .fr).title.authentic == "es")
        #expect(try form(good).draft(reading: .fr).title.isEmpty)
    }

    @Test("a recording that was chosen counts for captions alone")
    func leftOver() throws {
        let fields = good.merging(["recording": ProgrammeStage.id.text]) { $1 }
        #expect(try form(fields).draft(reading: .en).recording == nil)
    }

    @Test("what is none of the choices is complained about beside its field")
    func complaints() {
        let wrong = ["kind": "movie", "visibility": "", "licence": "WTFPL", "title-ru": String(repeating: "я", count: 201)]
        do {
            _ = try form(wrong).draft(reading: .en)
            Issue.record("taken")
        } catch {
            let fields = (error as? Complaints)?.all.map(\.field)
            #expect(fields == ["kind", "visibility", "licence", "title-ru"])
        }
    }
}
