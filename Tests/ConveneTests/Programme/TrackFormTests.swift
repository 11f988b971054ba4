import Base
import Testing

@testable import Convene

@Suite("The track form")
struct TrackFormTests {
    private func draft(_ fields: [String: String]) -> TrackForm.Draft { TrackForm.track(sent: { fields[$0] ?? "" }) }

    @Test("a new track takes its name from the first language that has one")
    func new() {
        let draft = draft(["track-new-es": "Docencia", "track-new-zh": "教学", "track-new-colour": "#AA33CC"])
        #expect(draft.id == nil)
        #expect(draft.name == Localized(["es": "Docencia", "zh": "教学"], authentic: "es"))
        #expect(draft.colour == "#aa33cc")
    }

    @Test("a known track has its own fields, and no colour is none")
    func known() {
        let id = ProgrammeStage.id
        let draft = draft(["track": id.text, "track-\(id)-en": "Teaching", "track-new-en": "Other"])
        #expect(draft.id == id && draft.name == Localized(["en": "Teaching"]) && draft.colour == nil)
    }
}
