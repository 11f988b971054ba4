import Base
import Foundation
import HTML
import Testing

@testable import Convene

@Suite struct ICalendarExportTests {
    private func export(_ language: Language = .en, zone: String = "America/Mexico_City") throws -> ICalendarExport {
        let event = try SiteSample.event(zone)
        return ICalendarExport(
            EventFile(event: event), words: EventWorld.book.words(language),
            addresses: SessionAddresses(event, baseURL: "https://conference.example:8443"))
    }
    private func calendar(_ release: Release, _ language: Language = .en, cancelled: [Session] = []) throws -> String {
        let view = ProgrammeView(release, reader: nil, language: language)
        return try export(language, zone: release.programme.zone).programme(view, cancelled: cancelled)
    }
    private func unfolded(_ text: String) -> [String] { text.replacing("\r\n ", with: "").components(separatedBy: "\r\n") }

    @Test("A session has its UID, sequence, zone and words") func entry() throws {
        let lines = unfolded(try calendar(SiteSample.opening(), .ar))
        for line in [
            "UID:\(SiteSample.id(1))@conference.example", "SEQUENCE:1", "DTSTAMP:20251124T160000Z",
            "LAST-MODIFIED:20251124T160000Z",
            "DTSTART;TZID=America/Mexico_City:20251203T092000", "DTEND;TZID=America/Mexico_City:20251203T093000",
            "SUMMARY;LANGUAGE=ar:فيديو الافتتاح", "SUMMARY;LANGUAGE=en:Keynotes", "STATUS:CONFIRMED", "METHOD:PUBLISH",
            "URL:https://conference.example:8443/e/gmc-2025/s/\(SiteSample.id(1))", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 8)
    }

    @Test("A night session is on the next calendar date") func overMidnight() throws {
        #expect(unfolded(try calendar(SiteSample.opening())).contains("DTSTART;TZID=America/Mexico_City:20251204T013000"))
    }

    @Test("The zone's rules stand beside the times: none for Mexico City, both changes for Rome") func zones() throws {
        let mexico = unfolded(try calendar(SiteSample.opening()))
        #expect(mexico.contains("TZOFFSETTO:-0600") && !mexico.contains("BEGIN:DAYLIGHT"))
        let rome = SiteSample.release(
            [try SiteSample.session(1, "2025-03-30", 600, 60, Localized("After the change"))], zone: "Europe/Rome")
        let lines = unfolded(try calendar(rome))
        #expect(lines.filter { $0 == "BEGIN:DAYLIGHT" }.count == 1)
        #expect(lines.contains("DTSTART:20250330T020000") && lines.contains("DTSTART:20251026T030000"))
    }

    @Test("What was taken out is called off, as it stood last") func cancelled() throws {
        let first = try SiteSample.opening()
        let second = SiteSample.release(Array(first.programme.sessions.dropFirst()), number: 2)
        let away = ProgrammeHistory(second, earlier: [second, first]).cancelled
        #expect(away.map(\.id) == [SiteSample.id(1)])
        let entry = try calendar(second, cancelled: away).components(separatedBy: "BEGIN:VEVENT").last
        #expect(entry?.contains("STATUS:CANCELLED") == true && entry?.contains("SEQUENCE:2") == true)
    }

    @Test("A calendar of a part has its name and only what is or was in it") func part() throws {
        let first = try ExportStage.release()
        var second = try ExportStage.release(number: 2)
        second.programme.sessions.removeAll { $0.id == SiteSample.id(4) }
        let export = try ExportStage.export(second, history: ProgrammeHistory(second, earlier: [first]))
        let room = unfolded(try #require(export.calendar(.room(SiteSample.id(51)))))
        #expect(room.contains("X-WR-CALNAME:L'Aula · Conference 2025"))
        #expect(room.filter { $0 == "STATUS:CONFIRMED" }.count == 2 && room.filter { $0 == "STATUS:CANCELLED" }.count == 1)
        let track = unfolded(try #require(export.calendar(.track(ExportStage.policy.id))))
        #expect(track.contains("UID:11111111-2222-4333-8444-555555555555@conference.example"))
        let jane = try #require(SpeakerKey(SiteSample.person("Doe, Jane")))
        #expect(unfolded(try #require(export.calendar(.speaker(jane)))).contains { $0.hasPrefix("X-WR-CALNAME:Doe\\, Jane · ") })
        #expect(export.calendar(.room(SiteSample.id(99))) == nil)
    }

    /// Says each start in UTC, as another implementation reads the file.
    private static let script = """
        import sys, icalendar
        calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
        import datetime
        for event in calendar.walk('VEVENT'):
            print(event.decoded('dtstart').astimezone(datetime.timezone.utc).isoformat(), str(event['summary']))
        """
    private static let python = ExportStage.python("icalendar")

    @Test(
        "Another implementation reads the same times", .enabled(if: ICalendarExportTests.python != nil),
        arguments: [
            "America/Mexico_City", "Europe/Rome", "Pacific/Auckland", "Asia/Kathmandu",
        ])
    func foreign(_ zone: String) throws {
        let python = try #require(ICalendarExportTests.python)
        let sessions = try ["2025-03-30", "2025-07-01", "2025-10-26", "2025-12-03"].enumerated().map { index, date in
            try SiteSample.session(index + 1, date, 720, 45, Localized("Title; with, marks \\ and 🌙 " + date))
        }
        let view = ProgrammeView(SiteSample.release(sessions, zone: zone), reader: nil, language: .en)
        let text = try export(zone: zone).programme(view)
        let run = try ForeignProgram.withFile(text, ".ics") {
            try ForeignProgram.run(python, ["-c", ICalendarExportTests.script, $0])
        }
        #expect(run.status == 0, "\(run.output)")
        let expected = view.items.map { "\($0.start.description.replacing("Z", with: "+00:00")) \($0.title.text)" }
        #expect(run.output.split(separator: "\n").map(String.init) == expected)
    }
}
