import Base
import Foundation
import Testing

@testable import Convene

@Suite("A plan for machines")
struct AgendaReportTests {
    @Test("it lists what would be created, changed, left and dropped, with the lines")
    func lists() throws {
        let draft = AgendaStage.plan(AgendaStage.morning).programme
        var items = AgendaStage.morning
        items[0].end = ProgrammeStage.time("09:40")
        items.removeLast()
        items.append(AgendaStage.item("Dinner", "20:00", "22:00", line: 12))
        let plan = AgendaStage.plan(items, draft, .replaceDays)
        let report = AgendaReport(plan, of: AgendaStage.reading(items))
        #expect(report.isReady)
        #expect(report.created.map(\.title) == ["Dinner"] && report.created[0].lines == [12])
        #expect(report.changed.map(\.changes) == [["lengthened"]] && report.changed[0].lines == [3])
        #expect(report.unchanged.count == 3)
        #expect(report.dropped.map(\.title) == ["Plenary 2"])
        let text = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
        #expect(text.contains(#""start":"20:00""#))
    }
}
