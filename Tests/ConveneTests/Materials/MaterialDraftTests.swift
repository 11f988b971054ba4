import Base
import HTML
import Testing

@testable import Convene

@Suite struct MaterialDraftTests {
    /// `field reason` of the first thing that does not go together.
    private func fault(_ draft: MaterialDraft, hasFile: Bool = false) -> String? {
        do {
            try draft.check(hasFile: hasFile)
            return nil
        } catch {
            guard let refusal = error as? Refusal else { return "\(error)" }
            #expect((try? ProgrammeStage.book().words(.en).has(refusal.words)) == true, "\(refusal.words)")
            return (refusal.field ?? "") + " " + refusal.words.replacing("material.refusal.", with: "")
        }
    }

    @Test("each kind asks for what belongs to it")
    func kinds() {
        let url = "https://example.org/talk"
        let recording = ProgrammeStage.id
        #expect(fault(MaterialDraft(kind: .slides), hasFile: true) == nil)
        #expect(fault(MaterialDraft(kind: .slides, url: url)) == nil)
        #expect(fault(MaterialDraft(kind: .slides)) == "file nothing")
        #expect(fault(MaterialDraft(kind: .slides, url: url), hasFile: true) == "url both")
        #expect(fault(MaterialDraft(kind: .recording, url: url)) == nil)
        #expect(fault(MaterialDraft(kind: .link, url: url)) == nil)
        #expect(fault(MaterialDraft(kind: .link)) == "url noAddress")
        #expect(fault(MaterialDraft(kind: .link, url: url), hasFile: true) == "file linkFile")
        #expect(fault(MaterialDraft(kind: .captions, language: "en", recording: recording), hasFile: true) == nil)
        #expect(fault(MaterialDraft(kind: .captions, language: "en", recording: recording)) == "file noFile")
        #expect(fault(MaterialDraft(kind: .captions, recording: recording), hasFile: true) == "language captionLanguage")
        #expect(fault(MaterialDraft(kind: .captions, language: "en"), hasFile: true) == "recording noRecording")
        #expect(fault(MaterialDraft(kind: .captions, language: "en", url: url), hasFile: true) == "url captionAddress")
        let long = Localized(["fr": String(repeating: "é", count: 201)])
        #expect(fault(MaterialDraft(kind: .slides, title: long), hasFile: true) == "title-en long")
        #expect(fault(MaterialDraft(kind: .slides, language: "français"), hasFile: true) == "language language")
    }

    @Test(
        "an address is https with a host, and nothing else",
        arguments: [
            ("https://example.org", true), ("https://example.org:8443/a?b=c#d", true), ("HTTPS://media.ccc.de/v/1", true),
            ("http://example.org", false), ("https://localhost/x", false), ("https://a:b@example.org", false),
            ("https://example.org/a b", false), ("https://example.org/\"onload=", false), ("javascript:alert(1)//a.b", false),
            ("https://.org", false), ("https://example.", false), ("//example.org", false), ("https://example.org/<x>", false),
            ("data:text/html,x", false),
        ])
    func addresses(text: String, isGood: Bool) {
        #expect(MaterialDraft.isAddress(text) == isGood)
    }

    @Test("a language tag has the shape of one")
    func tags() {
        for good in ["en", "pt-BR", "zh-Hant-TW", "gsw"] { #expect(MaterialDraft.isTag(good), "\(good)") }
        for bad in ["", "e", "english", "en_US", "en-", "pt-BR\"", "en-123456789"] {
            #expect(!MaterialDraft.isTag(bad), "\(bad)")
        }
    }
}
