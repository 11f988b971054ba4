import Base
import Testing

@testable import Convene

@Suite struct AvailabilityTests {
    @Test("spans are read a line each, however the dash is written")
    func reading() throws {
        let spans = try Availability.read("2025-12-03 09:00-12:00\n\n 2025-12-04  14:00 – 25:30 \n")
        #expect(spans.map(\.line) == ["2025-12-03 09:00-12:00", "2025-12-04 14:00-25:30"])
        #expect(try Availability.read(spans.map(\.line).joined(separator: "\n")) == spans)
        #expect(try Availability.read("") == [])
    }

    @Test(
        "a line that is none is named by its number",
        arguments: ["2025-12-03", "2025-12-03 09:00", "2025-13-03 09:00-10:00", "2025-12-03 10:00-10:00", "tomorrow 9-10"])
    func faults(line: String) {
        let fault = #expect(throws: Availability.Fault.self) { try Availability.read("2025-12-03 09:00-12:00\n\(line)") }
        #expect(fault?.line == 2)
        #expect(fault?.text == line)
    }

    @Test("a span covers what lies wholly in it, to the minute")
    func covers() throws {
        let span = try Availability.read("2025-12-03 09:00-10:00")[0]
        #expect(span.covers(ProgrammeStage.session("A", "09:30")))
        #expect(!span.covers(ProgrammeStage.session("A", "09:31")))
        #expect(!span.covers(ProgrammeStage.session("A", "08:59")))
        #expect(!span.covers(ProgrammeStage.session("A", "09:00", on: ProgrammeStage.second)))
    }

    @Test("what several people have in common is where all their spans meet")
    func common() throws {
        let one = try Availability.read("2025-12-03 09:00-12:00\n2025-12-03 14:00-16:00\n2025-12-04 09:00-10:00")
        let two = try Availability.read("2025-12-03 11:00-15:00\n2025-12-03 15:30-18:00")
        let shared = Availability.common([one, two], on: one[0].date).map(\.line)
        #expect(shared == ["2025-12-03 11:00-12:00", "2025-12-03 14:00-15:00", "2025-12-03 15:30-16:00"])
        #expect(Availability.common([one, two], on: one[2].date).isEmpty)
        #expect(Availability.common([one], on: one[2].date) == [one[2]])
    }
}
