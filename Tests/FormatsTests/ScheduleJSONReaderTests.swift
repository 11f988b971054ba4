import Base
import Formats
import Testing

@Suite("schedule.json")
struct ScheduleJSONReaderTests {
    private static func file(_ event: String) -> String {
        """
        {"schedule": {"version": "1", "conference": {"acronym": "demo", "title": "Demo", "time_zone_name": "Europe/Berlin",
          "days": [{"index": 1, "date": "2026-05-02", "rooms": {"Aula": [
            \(event)
          ]}}]}}}
        """
    }

    @Test("version 1: what frab and pretalx write")
    func one() throws {
        let schedule = try ReadingStage.read(
            Self.file(
                #"{"id": 3, "guid": "6a32cb72-a69d-423c-91b5-60d88eb8e6c7", "date": "2026-05-02T10:00:00+02:00", "start": "10:00", "duration": "00:45", "title": "T", "track": {"name": "Art"}, "persons": [{"public_name": "A"}, {"name": "B", "code": "X"}], "do_not_record": true, "links": [{"url": "https://example.org", "title": "L"}], "answers": []}"#
            ))
        let event = schedule.events[0]
        #expect(event.room == "Aula" && event.track == "Art" && event.minutes == 45 && event.isRecordingOptOut)
        #expect(event.persons.map(\.name) == ["A", "B"] && event.links.map(\.url) == ["https://example.org"])
        #expect(schedule.format == .scheduleJSON && event.line == 3)
    }

    @Test("version 2: a flat list, an end instead of a length, tracks by slug, persons by guid")
    func two() throws {
        let schedule = try ReadingStage.read(
            #"{"schedule": {"conference": {"acronym": "c", "time_zone_name": "Europe/Berlin", "tracks": [{"slug": "a", "name": "Art", "color": "FB0"}], "rooms": [{"name": "Saal", "capacity": 30}], "days": [{"date": "2026-05-02", "start": "x"}]}, "events": [{"guid": "6a32cb72-a69d-423c-91b5-60d88eb8e6c7", "title": "T", "start": "2026-05-02T10:00:00+02:00", "end": "2026-05-02T11:15:00+02:00", "room": {"name": "Saal"}, "track": {"slug": "a"}, "persons": [{"guid": "p"}]}], "persons": [{"guid": "p", "name": "Ana"}]}}"#
        )
        let event = schedule.events[0]
        #expect(event.minutes == 75 && event.track == "Art" && event.persons.map(\.name) == ["Ana"])
        #expect(
            schedule.rooms.map(\.capacity) == [30] && schedule.tracks.map(\.colour) == ["#ffbb00"]
                && schedule.format == .scheduleJSON2)
    }

    @Test("what is of another kind is refused with line, path and what was expected")
    func refusals() {
        let text = ReadingStage.refusal(Self.file("{\n\"id\": \"12\", \"title\": \"T\"}"))
        #expect(text?.code == "kind" && text?.line == 4 && text?.path == "schedule.conference.days[0].rooms.Aula[0].id")
        let comma = ReadingStage.refusal("{\"schedule\": {\n\"a\": 1\n\"b\": 2}}")
        #expect(comma?.code == "json" && comma?.line == 3 && comma?.path == "schedule")
        #expect(ReadingStage.refusal("{\"schedule\": {}}")?.arguments["expected"] == "conference")
        #expect(ReadingStage.refusal("[1]")?.code == "notSchedule")
        #expect(ReadingStage.refusal(Self.file(""))?.code == "noEvents")
    }

    @Test(
        "numbers, words and ends are strict",
        arguments: ["01", "1.", "-", "+1", "tru", "[1,]", "{\"a\":1,}", "\"a", "1 2", "\"\u{1}\""])
    func strict(text: String) { #expect(throws: FormatRefusal.self) { try JSONTreeReader.read(Array(text.utf8)) } }
}
