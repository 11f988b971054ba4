import Base
import Formats
import Testing

@Suite("schedule.xml")
struct ScheduleXMLReaderTests {
    @Test(
        "the date with its offset is the truth, in every way of writing the offset", arguments: ["+02:00", "+0200", "+02", "Z"])
    func offsets(offset: String) throws {
        let event = try ReadingStage.read(ReadingStage.xml("<date>2026-05-02T10:00:00\(offset)</date>")).events[0]
        #expect(ReadingStage.utc(event) == (offset == "Z" ? "2026-05-02T10:00:00+00:00" : "2026-05-02T08:00:00+00:00"))
    }

    @Test("without a date: day and clock, in the file's zone; small hours are of the next date")
    func fromDay() throws {
        let event = try ReadingStage.read(ReadingStage.xml("")).events[0]
        #expect(ReadingStage.utc(event) == "2026-05-02T08:00:00+00:00" && event.day?.description == "2026-05-02")
        let late = ReadingStage.xml("").replacing("<start>10:00", with: "<start>01:30")
        #expect(ReadingStage.utc(try ReadingStage.read(late).events[0]) == "2026-05-02T23:30:00+00:00")
    }

    @Test("a date in UTC whose clock in the zone is the start is no contradiction; another start is told")
    func contradiction() throws {
        let fine = try ReadingStage.read(ReadingStage.xml("<date>2026-05-02T08:00:00+00:00</date>"))
        #expect(!ReadingStage.codes(fine).contains("startDiffers"))
        let odd = try ReadingStage.read(ReadingStage.xml("<date>2026-05-02T12:45:00+02:00</date>"))
        #expect(
            ReadingStage.codes(odd).contains("startDiffers") && ReadingStage.utc(odd.events[0]) == "2026-05-02T10:45:00+00:00")
    }

    @Test(
        "lengths in every form",
        arguments: [
            ("45", 45), ("0:45", 45), ("01:30", 90), ("26:00", 1560), ("PT1H30M", 90), ("P1DT1H", 1500), ("0:45:00", 45),
        ])
    func lengths(text: String, minutes: Int) throws {
        let file = ReadingStage.xml("").replacing("<duration>0:45<", with: "<duration>\(text)<")
        #expect(try ReadingStage.read(file).events[0].minutes == minutes)
    }

    @Test("three parts are days by pretalx, hours by others, and told; zero is unknown")
    func threeParts() throws {
        let file = ReadingStage.xml("").replacing("<duration>0:45<", with: "<duration>1:02:00<")
        #expect(try ReadingStage.read(file).events[0].minutes == 62)
        let pretalx = try ReadingStage.read(file.replacing("frab", with: "pretalx"))
        #expect(pretalx.events[0].minutes == 1560 && ReadingStage.codes(pretalx).contains("threeParts"))
        let zero = try ReadingStage.read(ReadingStage.xml("").replacing("<duration>0:45<", with: "<duration>00:00<"))
        #expect(zero.events[0].minutes == nil && ReadingStage.codes(zero).contains("zeroDuration"))
    }

    @Test("identity: the guid, else a UUIDv5 of acronym and id that is always the same; doubles are two")
    func identity() throws {
        let guid = "6A32CB72-a69d-423c-91b5-60d88eb8e6c7"
        let named = try ReadingStage.read(ReadingStage.xml("", attributes: "id=\"7\" guid=\"\(guid)\"")).events[0]
        #expect(named.guid == guid.lowercased() && named.identity == guid.lowercased())
        let first = try ReadingStage.read(ReadingStage.xml("")).events[0].identity
        #expect(try ReadingStage.read(ReadingStage.xml("<subtitle>x</subtitle>")).events[0].identity == first)
        let doubled = ReadingStage.xml("").replacing(
            "</room>", with: "<event id=\"7\"><title>B</title><start>11:00</start></event></room>")
        let two = try ReadingStage.read(doubled)
        #expect(Set(two.events.map(\.identity)).count == 2 && ReadingStage.codes(two).contains("doubledIdentity"))
    }

    @Test("events straight under a day, rooms of two names, unknown elements, missing head")
    func tolerance() throws {
        let bare = try ReadingStage.read(
            "<schedule><day date='2026-05-02'><event id='1'><title>A</title><start>10:00</start><room> Aula </room><foo/></event></day></schedule>"
        )
        #expect(bare.events[0].room == "Aula" && bare.zone == nil)
        #expect(ReadingStage.codes(bare).isSuperset(of: ["noZone", "unknownElement", "noDuration"]))
        let differs = try ReadingStage.read(ReadingStage.xml("<room>Other</room>"))
        #expect(differs.events[0].room == "Saal 1" && ReadingStage.codes(differs).contains("roomDiffers"))
    }

    @Test("another format is named by what stands where an event should; broken XML by its line")
    func refusals() {
        let other = ReadingStage.refusal("<schedule><day date='2026-05-02'>\n<entry id='1'/></day></schedule>")
        #expect(other?.code == "otherFormat" && other?.line == 2 && other?.arguments["found"] == "entry")
        let broken = ReadingStage.refusal("<schedule>\n<day>\n</schedule>")
        #expect(broken?.code == "xml" && broken?.line == 3)
        #expect(ReadingStage.refusal("<rss/>")?.code == "feed")
    }

    @Test(
        "a zone by its city or abbreviation is a guess that is told; an unknown one is doubted",
        arguments: [
            ("Berlin", "guessedZone"), ("CEST", "guessedZone"), ("W. Europe Standard Time", "guessedZone"),
            ("Atlantis", "unknownZone"),
        ])
    func zones(name: String, code: String) throws {
        let file = ReadingStage.xml("").replacing("Europe/Berlin", with: name)
        #expect(ReadingStage.codes(try ReadingStage.read(file)).contains(code))
    }

    @Test("a clock that does not exist or comes twice that day is told")
    func clocks() throws {
        let gap = ReadingStage.xml("", day: "date=\"2026-03-29\"").replacing("<start>10:00", with: "<start>26:30")
        let twice = ReadingStage.xml("", day: "date=\"2026-10-24\"").replacing("<start>10:00", with: "<start>02:30")
        #expect(ReadingStage.codes(try ReadingStage.read(gap)).isDisjoint(with: ["noStart"]))
        #expect(ReadingStage.codes(try ReadingStage.read(twice)).contains("doubledTime"))
    }
}
