import Base
import Testing

@testable import Convene

@Suite("What changed between two programmes")
struct ProgrammeChangesTests {
    /// One edit of a programme with everything in it, and the codes of the changes it makes.
    struct Edit: Sendable {
        let codes: [String]
        let make: @Sendable (inout Programme) -> Void
        init(_ codes: String..., make: @escaping @Sendable (inout Programme) -> Void) {
            self.codes = codes
            self.make = make
        }
    }

    static let base: Programme = {
        let rooms = [ProgrammeStage.room("Hall"), ProgrammeStage.room("Annex", 2)]
        var one = ProgrammeStage.session("Opening", "09:20", minutes: 40, room: rooms[0])
        one.slots = Slot.split(start: one.start, minutes: 40, each: 8) { _ in Identifier(at: ProgrammeStage.now) }
        one.appearances = [ProgrammeStage.appearance("Ada Lovelace"), ProgrammeStage.appearance("Grace Hopper", .online)]
        one.abstract = Localized("About it")
        one.section = Localized("Ceremony")
        one.languages = ["en"]
        return ProgrammeStage.programme([one, ProgrammeStage.session("Closing", "12:00")], rooms: rooms)
    }()

    static let edits: [Edit] = [
        Edit("sessionAdded") { $0.sessions.append(ProgrammeStage.session("Dinner", "20:00")) },
        Edit("sessionRemoved") { $0.sessions.remove(at: 1) },
        Edit("moved") { programme in
            programme.sessions[0].start = ProgrammeStage.time("10:00")
            for index in 0..<5 {
                programme.sessions[0].slots[index].start = ProgrammeStage.time("10:00").adding(minutes: 8 * index)
            }
        },
        Edit("dayAdded", "moved") { programme in
            programme.sessions[1].date = ProgrammeStage.second
            programme.days.append(ProgrammeDay(date: ProgrammeStage.second, ends: ClockTime(minutes: 1440)))
        },
        Edit("lengthened") { $0.sessions[1].minutes = 45 },
        Edit("roomChanged") { $0.sessions[0].room = $0.rooms[1].id },
        Edit("roomChanged") { $0.sessions[0].room = nil },
        Edit("retitled") { $0.sessions[0].title = Localized("Grand opening") },
        Edit("retitled") { $0.sessions[0].title["es"] = "Apertura" },
        Edit("kindChanged") { $0.sessions[0].kind = .ceremony },
        Edit("abstractChanged") { $0.sessions[0].abstract = .empty },
        Edit("sectionChanged") { $0.sessions[0].section = Localized("Welcome") },
        Edit("languagesChanged") { $0.sessions[0].languages = ["en", "zh-Hans"] },
        Edit("slotsChanged") { $0.sessions[0].slots = [] },
        Edit("slotsChanged") { $0.sessions[0].slots[2].title = Localized("Third") },
        Edit("appearanceAdded") { $0.sessions[1].appearances = [ProgrammeStage.appearance("Alan Turing")] },
        Edit("appearanceRemoved") { $0.sessions[0].appearances.remove(at: 0) },
        Edit("appearanceChanged") { $0.sessions[0].appearances[0].affiliation = "UNAM" },
        Edit("appearanceChanged") { $0.sessions[0].appearances[0].name = "Augusta Ada King" },
        Edit("roomAdded") { $0.rooms.append(ProgrammeStage.room("Foyer", 3)) },
        Edit("roomRemoved") { $0.rooms.remove(at: 1) },
        Edit("roomRenamed") { $0.rooms[1].name = Localized("Library") },
        Edit("roomResized") { $0.rooms[1].capacity = 40 },
        Edit("dayRemoved", "sessionRemoved", "sessionRemoved") { programme in
            programme.sessions = []
            programme.days = []
        },
        Edit("dayChanged") { $0.days[0].ends = ClockTime(minutes: 1680) },
        Edit("zoneChanged") { $0.zone = "Europe/Paris" },
    ]

    @Test("each edit is told as what it is, and as nothing else", arguments: edits)
    func each(edit: Edit) {
        var after = Self.base
        edit.make(&after)
        #expect(ProgrammeChange.diff(Self.base, after).map(\.code) == edit.codes)
    }

    @Test("nothing changed gives nothing, also when someone was entered anew under the same name")
    func nothing() {
        var after = Self.base
        #expect(ProgrammeChange.diff(Self.base, after).isEmpty)
        after.sessions[0].appearances[0] = ProgrammeStage.appearance("Ada Lovelace")
        for index in after.sessions[0].slots.indices { after.sessions[0].slots[index].id = Identifier(at: ProgrammeStage.now) }
        #expect(ProgrammeChange.diff(Self.base, after).isEmpty)
    }

    @Test("every kind of change is among the edits")
    func complete() {
        let codes = Set(Self.edits.flatMap(\.codes))
        #expect(codes.count == 22)
    }

    @Test("compared with nothing, everything is new")
    func first() {
        let codes = ProgrammeChange.diff(nil, Self.base).map(\.code)
        #expect(codes == ["dayAdded", "roomAdded", "roomAdded", "sessionAdded", "sessionAdded"])
    }
}
