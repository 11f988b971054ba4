import Base
import HTML
import Testing

@testable import Convene

@Suite("The session form")
struct SessionFormTests {
    private let sound = [
        "date": "2025-12-03", "start": "09:20", "end": "09:45", "kind": "talk", "authentic": "es", "title-es": " Apertura ",
        "title-zh": "开幕", "languages": "es, zh-Hans", "slots": "3 × 8 min", "person-0-name": "Ada", "person-0-role": "chair",
        "person-0-presence": "readOut", "person-0-readBy": "Grace", "person-1-name": "", "version": "4",
    ]
    private func draft(_ change: [String: String?]) throws -> SessionDraft {
        var fields = sound
        for (name, value) in change { fields[name] = value }
        return try SessionForm(sent: { fields[$0] }).draft(before: nil)
    }
    private func complaints(_ change: [String: String?]) -> [String] {
        do {
            _ = try draft(change)
            return []
        } catch { return ((error as? Complaints)?.all ?? []).map { "\($0.field) \($0.words)" } }
    }

    @Test("a sound form gives the whole draft")
    func whole() throws {
        let draft = try draft([:])
        #expect((draft.start, draft.minutes, draft.kind) == (ProgrammeStage.time("09:20"), 25, .talk))
        #expect(draft.title == Localized(["es": "Apertura", "zh": "开幕"], authentic: "es"))
        #expect(draft.languages == ["es", "zh-Hans"])
        #expect(draft.slots.map(\.start) == ["09:20", "09:28", "09:36"].map(ProgrammeStage.time))
        #expect(draft.people.map(\.name) == ["Ada"])
        #expect((draft.people[0].role, draft.people[0].presence, draft.people[0].readBy) == (.chair, .readOut, "Grace"))
    }

    @Test("minutes stand for the end, and a session may pass midnight")
    func lengths() throws {
        #expect(try draft(["end": "", "minutes": "90"]).minutes == 90)
        #expect(try draft(["start": "23:30", "end": "25:30"]).minutes == 120)
    }

    @Test("each mistake is complained of at its field")
    func mistakes() {
        #expect(complaints(["date": "3 Dec"]) == ["date session.complaint.date"])
        #expect(complaints(["start": "nine"]) == ["start session.complaint.start"])
        #expect(complaints(["end": "09:20"]) == ["end session.complaint.endsBeforeStart"])
        #expect(complaints(["end": "9h45"]) == ["end session.complaint.end"])
        #expect(complaints(["end": ""]) == ["end session.complaint.length"])
        #expect(complaints(["end": "", "minutes": "0"]) == ["minutes session.complaint.length"])
        #expect(complaints(["kind": "party"]) == ["kind session.complaint.kind"])
        #expect(complaints(["title-es": "", "title-zh": ""]) == ["title-es session.complaint.title"])
        #expect(complaints(["languages": "es, <b>"]) == ["languages session.complaint.languages"])
        #expect(complaints(["slots": "5 × 8 min\nlater"]) == ["slots session.complaint.slots"])
        #expect(complaints(["room": "hall"]) == ["room programme.refusal.noRoom"])
        #expect(complaints(["person-1-affiliation": "UNAM"]) == ["person-1-name session.complaint.name"])
        #expect(complaints(["date": "", "start": ""]).count == 2)
    }

    @Test("what is too long is complained of at its field, but may stay as an import brought it")
    func tooLong() throws {
        let long = String(repeating: "ö", count: 501)
        #expect(complaints(["title-zh": long]) == ["title-zh api.fault.long"])
        #expect(complaints(["person-0-name": long]) == ["person-0-name api.fault.long"])
        #expect(complaints(["licence": long]) == ["licence api.fault.long"])
        #expect(try draft(["title-zh": String(repeating: "ö", count: 500)]).title["zh"]?.count == 500)
        let old = ProgrammeStage.session(long, "09:00")
        let form = SessionForm(SessionDraft(old), version: 1)
        #expect(try form.draft(before: old).title == old.title)
        #expect(throws: Complaints.self) { try form.draft(before: nil) }
    }

    @Test("a session's form gives the same session again, other languages included")
    func again() throws {
        var session = ProgrammeStage.session("Panel", "10:00", minutes: 60)
        session.title = Localized(["en": "Panel", "de": "Podium"])
        session.abstract = Localized("One\nTwo")
        session.appearances = [ProgrammeStage.appearance("Ada", .online, role: .moderator)]
        session.appearances[0].person = Identifier(at: ProgrammeStage.now)
        session.slots = [
            Slot(
                id: Identifier(at: ProgrammeStage.now), start: ProgrammeStage.time("10:05"), minutes: 8,
                title: Localized(["en": "A", "fr": "Un"])),
            Slot(id: Identifier(at: ProgrammeStage.now), start: ProgrammeStage.time("10:13"), minutes: 9, title: .empty),
        ]
        let form = SessionForm(SessionDraft(session), version: 7)
        let draft = try form.draft(before: session)
        let again = draft.session(session.id, before: session, newID: { Identifier(at: ProgrammeStage.now) })
        #expect(again == session)
        #expect(form.version == 7)
    }
}
