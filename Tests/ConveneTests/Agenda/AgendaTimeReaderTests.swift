import Base
import Testing

@testable import Convene

@Suite("Agenda: times")
struct AgendaTimeReaderTests {
    @Test(
        "ranges in their spellings",
        arguments: [
            ("9:20—9:30 Opening", "09:20-09:30"), ("9.20 – 9.30 Opening", "09:20-09:30"), ("09h20 à 9h30 Opening", "09:20-09:30"),
            ("0920-0930 Opening", "09:20-09:30"), ("9.20 am - 9.30 am Opening", "09:20-09:30"),
            ("2-3.30 pm (CEST) Opening", "14:00-15:30"), ("9:00 - 1:00 pm Opening", "09:00-13:00"),
            ("11:30-1:00 Opening", "11:30-13:00"), ("11:30 a.m. to 12 noon Opening", "11:30-12:00"),
            ("9~10:30 Opening", "09:00-10:30"), ("de 9 a 10:30 hrs. Opening", "09:00-10:30"), ("9h–10h Opening", "09:00-10:00"),
            ("De las 15:00 a las 16:00 horas Opening", "15:00-16:00"), ("10-11 pm Opening", "22:00-23:00"),
            ("22:00-01:30 Opening", "22:00-25:30"), ("9:30—12:30Opening", "09:30-12:30"), ("09：20〜09：30 Opening", "09:20-09:30"),
            ("٠٩:٢٠ - ٠٩:٣٠ Opening", "09:20-09:30"), ("12:00 m. - 13:00 Opening", "12:00-13:00"),
            ("[09:00–09:30] Opening", "09:00-09:30"), ("• 9:00-9:30: Opening", "09:00-09:30"),
            ("9:00 (30 min) Opening", "09:00-09:30"),
            ("9:00 Opening (30')", "09:00-09:30"), ("8 h 30 – 9 h 00 Opening", "08:30-09:00"),
            ("21:00 - midnight Opening", "21:00-24:00"), ("2025-12-03 09:00-10:00 Opening", "09:00-10:00"),
        ])
    func ranges(text: String, times: String) {
        let items = AgendaReader().read(text).items
        #expect(items.map { "\($0.start)-\($0.end?.description ?? "open")" } == [times])
        #expect(items.map(\.title) == ["Opening"])
    }

    @Test(
        "numbers at the beginning of a title are no times",
        arguments: [
            "2025 outlook", "100 years of radio", "3D printing in class", "Session 2", "Top 10 - 20 universities",
            "COVID-19 lessons",
            "24/7 learning", "3h of debate", "24h hackathon", "1945-1955 in pictures", "5 à 7 facultaire", "1:1 mentoring",
            "9.75 metres", "Midnight snack", "7 steps to open learning", "May I ask?", "Second-hand data", "10-20 ways to teach",
        ])
    func titles(text: String) {
        #expect(AgendaReader().read(text).items.isEmpty)
        let reading = AgendaReader().read("10:00-11:00\n\(text)\n11:00-12:00 Close")
        #expect(reading.items.map(\.title) == [text, "Close"])
        let inline = AgendaReader().read("10:00-11:00 \(text)\n11:00-12:00 Close")
        #expect(inline.items.map(\.title) == [text, "Close"])
    }

    @Test(
        "what cannot be is wrong, with its line, and the others are read",
        arguments: [
            ("25:70 Panel", "agenda.wrong.time"), ("9:00-25:10 Panel", "agenda.wrong.time"),
            ("14:00-13:30 Panel", "agenda.wrong.order"),
            ("17h30-17h00 : Panel", "agenda.wrong.order"), ("Foo 31 November", "agenda.wrong.date"),
            ("30 February 2025", "agenda.wrong.date"), ("9:00-9:00 Panel", "agenda.wrong.order"),
        ])
    func wrong(text: String, code: String) {
        let reading = AgendaReader().read("8:00-8:30 Coffee\n\(text)\n18:00-19:00 Close")
        #expect(reading.lines[1].verdict == .wrong)
        #expect(reading.lines[1].complaint?.code.rawValue == code)
        #expect(reading.items.map(\.title) == ["Coffee", "Close"])
    }

    @Test("a bare start ends at the next start, guessed; the last is asked about")
    func bareStarts() {
        let reading = AgendaReader().read("3 December 2025\n9:00 Opening\n9h30 Keynote\n11:00 Coffee")
        #expect(reading.items.map { $0.end?.description } == ["09:30", "11:00", nil])
        #expect(reading.items.map(\.endGuessed) == [true, true, false])
        #expect(reading.lines.map(\.verdict) == [.understood, .guessed, .guessed, .understood])
        #expect(AgendaFixture.questions(reading) == ["4 agenda.question.end"])
    }

    @Test(
        "zones are kept as found",
        arguments: [
            ("9:00-10:00 (CET) Opening", "CET"), ("9:00-10:00 UTC+1 Opening", "UTC+1"), ("9:00-10:00 GMT-6 Opening", "GMT-6"),
            ("Programa (hora de Ciudad de México)\n9:00-10:00 Opening", "hora de Ciudad de México"),
            ("All times are in CEST\n9:00-10:00 Opening", "CEST"),
            ("Agenda (heure de Paris)\n9:00-10:00 Opening", "heure de Paris"),
        ])
    func zones(text: String, zone: String) {
        let reading = AgendaReader().read(text)
        #expect(reading.zoneText == zone)
        #expect(reading.items.map(\.title) == ["Opening"])
    }
}
