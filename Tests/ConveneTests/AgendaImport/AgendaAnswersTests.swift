import Base
import Testing

@testable import Convene

@Suite("Answers to a reading's questions")
struct AgendaAnswersTests {
    private func reading() -> AgendaReading {
        var reading = AgendaStage.reading([
            AgendaStage.item("A", "09:00", "10:00", on: nil, line: 2), AgendaStage.item("B", "10:00", nil, on: nil, line: 5),
        ])
        reading.questions = [
            AgendaQuestion(.dateNeeded, line: 2), AgendaQuestion(.dateAmbiguous, line: 4, options: [ProgrammeStage.second]),
            AgendaQuestion(.endNeeded, line: 5),
        ]
        return reading
    }

    @Test("each item takes the answer to the nearest question before it")
    func nearest() {
        let reading = reading()
        let answers = AgendaAnswers(
            dates: [2: ProgrammeStage.first, 4: ProgrammeStage.second], ends: [5: ProgrammeStage.time("11:00")])
        #expect(reading.items.map { answers.date(of: $0, in: reading) } == [ProgrammeStage.first, ProgrammeStage.second])
        #expect(answers.end(of: reading.items[1]) == ProgrammeStage.time("11:00"))
        #expect(answers.open(in: reading).isEmpty)
    }

    @Test("a question stays open until it is answered, and an end before the start is no answer")
    func open() {
        let reading = reading()
        #expect(AgendaAnswers().open(in: reading).count == 3)
        #expect(AgendaAnswers(date: ProgrammeStage.first).open(in: reading).map(\.code) == [.endNeeded])
        #expect(AgendaAnswers(ends: [5: ProgrammeStage.time("10:00")]).end(of: reading.items[1]) == nil)
    }
}
