import Base
import Testing

@testable import Convene

@Suite("Slots as lines")
struct SlotLinesTests {
    private let nine = ClockTime(minutes: 540)
    private func read(_ text: String) throws -> [SessionDraft.Part] { try SlotLines.read(text, start: nine, tag: "en", old: []) }

    @Test("a block splits itself, however the sign is written", arguments: ["5 × 8 min", "5x8", "5 X 8 min", "5*8'"])
    func split(text: String) throws {
        let parts = try read(text)
        #expect(parts.map(\.start.minutes) == [540, 548, 556, 564, 572])
        #expect(Set(parts.map(\.minutes)) == [8])
    }

    @Test("lines follow each other, with or without times and titles")
    func lines() throws {
        let parts = try read("8 min | One\n\n09:10 | 5 | Two | b\n7 min")
        #expect(parts.map(\.start.minutes) == [540, 550, 555])
        #expect(parts.map(\.minutes) == [8, 5, 7])
        #expect(parts.map { $0.title.text(.en) } == ["One", "Two | b", ""])
    }

    @Test("a line that cannot be read is named", arguments: ["8 min\nsoon", "8 min\n0 × 8", "8 min\n999 × 1", "8 min\n8 hours"])
    func wrong(text: String) {
        #expect { try read(text) } throws: { ($0 as? SlotLines.Fault)?.line == 2 }
    }

    @Test("what is written is read again")
    func again() throws {
        for text in ["5 × 8 min", "8 min | One\n09:10 | 5 min | Two"] {
            #expect(SlotLines.text(try read(text), start: nine) == text)
        }
    }
}
