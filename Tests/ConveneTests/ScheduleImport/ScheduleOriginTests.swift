import Formats
import Testing

@testable import Convene

@Suite("Sources of schedules")
struct ScheduleOriginTests {
    @Test("XML and JSON of one conference are one source; another conference, a calendar and a table are others")
    func sources() {
        func source(_ format: ForeignSchedule.Format, _ acronym: String, _ title: String = "") -> String {
            var schedule = ForeignSchedule(format: format)
            schedule.acronym = acronym
            schedule.title = title
            return ScheduleOrigin.source(of: schedule)
        }
        #expect(source(.scheduleXML, "36C3") == source(.scheduleJSON, "36c3"))
        #expect(source(.scheduleXML, "36c3") != source(.scheduleXML, "37c3"))
        #expect(source(.iCalendar, "", "JRES") != source(.csv, "", "JRES"))
        #expect(source(.scheduleXML, "a", "One") == source(.scheduleXML, "a", "Two"), "the acronym names it")
    }

    @Test("the language of most sessions is the likely one")
    func language() {
        var schedule = ImportStage.schedule(["A", "B", "C"])
        schedule.events[0].languages = ["de"]
        schedule.events[1].languages = ["de"]
        #expect(ScheduleChoices.likelyTag(schedule) == "de")
        #expect(ScheduleChoices.likelyTag(ForeignSchedule(format: .csv)) == "en")
    }
}
