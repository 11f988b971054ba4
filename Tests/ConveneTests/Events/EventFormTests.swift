import Base
import HTML
import People
import Testing

@testable import Convene

@Suite struct EventFormTests {
    private func lines(_ more: [String: String] = [:]) -> FormLines {
        let base = [
            "slug": "gmc-2026", "name_en": "Conference", "name_ar": "مؤتمر", "name_authentic": "en", "zone": "Europe/Rome",
            "first": "2026-12-01", "last": "2026-12-03", "kind": "conference", "country": "it", "isPublic": "yes",
        ]
        return FormLines(base.merging(more) { $1 }.map { ($0.key, $0.value) })
    }
    private func complaints(_ work: () throws -> some Any) -> [String] {
        do {
            _ = try work()
            return []
        } catch { return (error as? Complaints)?.all.map(\.field) ?? ["?"] }
    }

    @Test("A filled form gives a draft") func good() throws {
        let draft = try EventForm.event(lines())
        #expect(draft.name.text(.ar) == "مؤتمر" && draft.name.authentic == "en")
        #expect(draft.country == "IT" && draft.isPublic)
    }

    @Test("Everything that is wrong is said at once") func complaintsTogether() {
        #expect(
            complaints {
                try EventForm.event(lines(["first": "1 December", "zone": "CET", "name_en": "", "name_ar": "", "slug": "X"]))
            }
                == ["first", "name_en", "slug", "zone", "last"])
    }

    @Test("Empty rows of parties are left out, and a name not touched keeps its languages") func parties() throws {
        let id = Identifier(at: Instant(seconds: 1))
        let before = [
            EventParty(id: id, role: .host, organisation: nil, name: Localized(["en": "Tsinghua", "zh": "清华大学"]), position: 0)
        ]
        let rows = try EventForm.parties(
            FormLines([
                ("role-0", "host"), ("name-0", "Tsinghua"), ("role-1", "partner"), ("name-1", ""), ("role-2", "organiser"),
                ("name-2", "GMA"),
            ]), before: before)
        #expect(rows.count == 2)
        #expect(rows.first?.name.text(.zh) == "清华大学")
        #expect(rows.last?.role == .organiser)
    }

    @Test("A figure without number and source is refused field by field") func figures() throws {
        #expect(complaints { try EventForm.figure(FormLines([("value", "many"), ("unit", "people")])) } == ["value", "source"])
        let figure = try EventForm.figure(
            FormLines([
                ("value", "2,000"), ("unit", "people"), ("source", "Note"), ("qualifier", "moreThan"), ("standing", "actual"),
            ]))
        #expect(figure.value == 2000 && figure.qualifier == .moreThan && figure.standing == .actual)
    }
}
