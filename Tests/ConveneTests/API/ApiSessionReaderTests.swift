import Base
import Store
import Testing

@testable import Convene

@Suite struct ApiSessionReaderTests {
    private func read(_ text: String, before old: Session? = nil) throws -> SessionDraft {
        try ApiSessionReader.draft(try ApiFieldReader.tree(Array(text.utf8)), before: old)
    }
    private func faults(_ text: String) throws -> [String: String] {
        do {
            _ = try read(text)
            return [:]
        } catch let faults as ApiFaults {
            return Dictionary(faults.all.map { ($0.field ?? "", $0.words) }, uniquingKeysWith: { first, _ in first })
        }
    }
    private let small = #"{"date":"2025-12-03","start":"09:20","minutes":25,"kind":"talk","title":{"en":"A"}"#

    @Test("what is sent becomes a draft; what is left out is empty")
    func reads() throws {
        let draft = try read(small + "}")
        #expect(draft.start == ClockTime(minutes: 560))
        #expect(draft.minutes == 25)
        #expect(draft.title == Localized("A"))
        #expect(draft.people.isEmpty)
        let full = try read(
            small + #","authentic":"es","subtitle":{"es":"S","fr":null},"languages":["es","zh-Hans"],"isInternal":true,"#
                + #""origin":"https://example.org/x","recordingLicence":"CC-BY-4.0","isRecordingOptOut":true,"#
                + #""people":[{"name":" Ana\u0000  Ruiz ","role":"chair","presence":"readOut","readBy":"Bo"}],"#
                + #""slots":[{"start":"09:20","minutes":8,"title":{"en":"One"}}]}"#)
        #expect(full.title.authentic == "en", "the authentic language has no text here")
        #expect(full.detail.subtitle == Localized(["es": "S"], authentic: "es"))
        #expect(full.people == [SessionDraft.Person(name: "Ana Ruiz", role: .chair, presence: .readOut, readBy: "Bo")])
        #expect(full.slots.map(\.minutes) == [8])
        #expect(full.isInternal)
        #expect(full.detail.isRecordingOptOut)
    }

    @Test("a session that is read and sent back as it is stays as it is")
    func roundTrip() throws {
        for session in try SiteSample.opening().programme.sessions {
            let sent = json(ApiSession(session, zone: Zone("America/Mexico_City")))
            var back = try read(sent, before: session)
            // A text of one line break kind or the other is the same text; identifiers of slots go by their place.
            let again = back.session(session.id, before: session, newID: { SiteSample.id(1) })
            #expect(again.title == session.title)
            #expect(again == session, "\(session.title)")
            back.minutes += 1
            #expect(back.session(session.id, before: session, newID: { SiteSample.id(1) }) != session)
        }
    }

    @Test("all faults are told at once, each with its field")
    func faulty() throws {
        #expect(
            try faults("{}") == [
                "date": "api.fault.missing", "start": "api.fault.missing", "minutes": "api.fault.missing",
                "kind": "api.fault.missing", "title": "api.fault.missing",
            ])
        #expect(try faults("[]")[""] == "api.fault.object")
        #expect(
            try faults(
                #"{"date":"2025-02-30","start":"9:20","minutes":0,"kind":"x","title":{"english":"A","en":1},"room":"x","extra":1,"#
                    + #""isInternal":"yes","languages":["1"],"people":[{"affiliation":"x","age":1}],"slots":[{}],"origin":"javascript:x"}"#
            )
                == [
                    "date": "api.fault.value", "start": "api.fault.value", "minutes": "api.fault.number",
                    "kind": "api.fault.value",
                    "title": "api.fault.tag", "title.en": "api.fault.text", "room": "api.fault.value",
                    "extra": "api.fault.unknown",
                    "isInternal": "api.fault.truth", "languages[0]": "api.fault.tag", "people[0].name": "api.fault.missing",
                    "people[0].age": "api.fault.unknown", "slots[0].start": "api.fault.missing",
                    "slots[0].minutes": "api.fault.missing", "origin": "api.fault.value",
                ])
        #expect(try faults(small + #","people":"Ana"}"#) == ["people": "api.fault.list"])
        #expect(try faults(small + #","minutes":25.5}"#) == ["minutes": "api.fault.number"])
        let long = String(repeating: "x", count: 501)
        #expect(try faults(small + #","subtitle":{"en":"\#(long)"}}"#) == ["subtitle.en": "api.fault.long"])
        #expect(throws: Refusal(.invalid, "refusal.json")) { try read("{") }
        #expect(throws: Refusal(.invalid, "refusal.json")) { try read(String(repeating: "[", count: 100_000)) }
    }
}
