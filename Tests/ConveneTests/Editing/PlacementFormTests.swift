import Base
import HTML
import Testing

@testable import Convene

@Suite struct PlacementFormTests {
    private func form(_ fields: [String: String]) -> PlacementForm { PlacementForm(sent: { fields[$0] ?? "" }) }

    @Test("what is filled in is where the session goes; no room is the whole house")
    func good() throws {
        let place = try form(["date": "2025-12-03", "start": "25:10", "room": "", "minutes": "45", "version": "7"]).place()
        #expect((place.date, place.start.minutes, place.room, place.minutes) == (ProgrammeStage.first, 1510, nil, 45))
    }

    @Test("every field that cannot be read is complained of at once")
    func bad() {
        let complaints = #expect(throws: Complaints.self) {
            try form(["date": "x", "start": "9h", "room": "hall", "minutes": "long"]).place()
        }
        for field in ["date", "start", "room", "minutes"] { #expect(complaints?[field] != nil, "\(field)") }
    }
}
