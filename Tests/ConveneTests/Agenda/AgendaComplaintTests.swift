import Testing

@testable import Convene

@Suite("Agenda: word keys")
struct AgendaComplaintTests {
    @Test("every code is a key of its own under agenda")
    func keys() {
        let keys =
            AgendaMeaning.Code.allCases.map(\.rawValue) + AgendaComplaint.Code.allCases.map(\.rawValue)
            + AgendaQuestion.Code.allCases.map(\.rawValue)
        #expect(Set(keys).count == keys.count)
        #expect(keys.allSatisfy { $0.hasPrefix("agenda.") && $0.split(separator: ".").count == 3 })
    }
}
