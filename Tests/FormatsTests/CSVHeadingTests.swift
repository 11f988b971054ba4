import Base
import Formats
import Testing

@Suite("The headings of tables")
struct CSVHeadingTests {
    @Test(
        "headings of other programs and in other languages",
        arguments: [
            "Titel;Datum;Uhrzeit;Dauer;Raum;Referent*innen", "Veranstaltung;Tag;Von;Dauer;Ort;Vortragende",
            "Título;Fecha;Hora de inicio;Duración;Sala;Ponentes", "Titre;Date;Heure de début;Durée;Salle;Intervenant·e·s",
            "题目;日期;时间;时长;地点;报告人", "Название;Дата;Время начала;Длительность;Аудитория;Докладчик",
            "العنوان;التاريخ;البداية;المدة;القاعة;المتحدث", "Título;Data;Horário;Duração;Local;Palestrante",
            "Proposal title;Date;Start;Scheduled Duration;Room/Location;Speaker names",
            "*Session Title;*Date;*Time Start;Duration (min);Session Room;Speaker 1", "Event;Date;Time;Length;Location;Presenter",
            "talk_title;start_date;start_time;duration_minutes;room_name;speakers",
        ])
    func names(heading: String) throws {
        let schedule = try ReadingStage.read(heading + "\nA;2026-05-02;10:00;45 min;Aula;Ana Ruiz\n")
        let event = try #require(schedule.events.first)
        #expect(event.title == "A" && event.minutes == 45 && event.room == "Aula" && event.persons.map(\.name) == ["Ana Ruiz"])
        #expect(ReadingStage.utc(event) == "2026-05-02T08:00:00+00:00" && !ReadingStage.codes(schedule).contains("csvColumns"))
    }

    @Test("titles and empty rows may stand above; what stands there is kept as the title or told")
    func above() throws {
        let schedule = try ReadingStage.read("Our days 2026,,,\nDraft,,,\n,,,\nTitle,Date,Start,Room\nA,2 May,10:00,R\n")
        #expect(schedule.title == "Our days 2026" && schedule.events.count == 1 && schedule.events[0].line == 5)
        #expect(ReadingStage.utc(schedule.events[0]) == "2026-05-02T08:00:00+00:00", "the year stands in the title")
        #expect(ReadingStage.codes(schedule).isSuperset(of: ["csvRow", "csvYear"]))
    }

    @Test("what holds something without a heading is told by its place")
    func nameless() throws {
        let schedule = try ReadingStage.read("title,date,start,\nA,2026-05-02,10:00,lost\n")
        #expect(schedule.findings.first { $0.code == "csvColumns" }?.arguments["columns"] == "#4")
    }

    @Test("days side by side, prose and rows without a heading are refused, each in its own words")
    func refusals() {
        #expect(ReadingStage.refusal("Time,Monday 12,Tuesday 13\n9:00,A,B\n")?.code == "csvGrid")
        #expect(ReadingStage.refusal("Dear all\nhere is the programme\n")?.code == "notTable")
        #expect(ReadingStage.refusal("9:00;Opening\n10:00;Talk\n")?.code == "csvHeading")
    }
}
