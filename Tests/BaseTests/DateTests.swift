import Base
import Testing

@Suite struct DateTests {
    @Test("dates round-trip through day numbers over four centuries")
    func days() throws {
        let first = try #require(CalendarDate("1900-01-01")).dayNumber
        for number in stride(from: first, to: first + 146_097, by: 13) {
            let date = CalendarDate(dayNumber: number)
            #expect(date.dayNumber == number)
            #expect(CalendarDate(date.description) == date)
        }
        #expect(try #require(CalendarDate("1970-01-01")).dayNumber == 0)
        #expect(try #require(CalendarDate("2025-12-03")).weekday == 3)
        for wrong in [
            "+025-12-03", "2025-+1-03", "2025-12-+3", "2025-12-3", "2025-1203", " 025-12-03", "2025-12-03 ", "٢٠٢٥-١٢-٠٣", "",
        ] {
            #expect(CalendarDate(wrong) == nil, "\(wrong)")
        }
        for wrong in ["+9:05", "9:+5", "09:5", "0905", ":05", "009:05", "9:05 ", "٠٩:٠٥", ""] {
            #expect(ClockTime(wrong) == nil, "\(wrong)")
        }
        #expect(ClockTime("9:05")?.description == "09:05" && ClockTime("25:30")?.description == "25:30")
    }

    @Test(
        "days that do not exist are no dates",
        arguments: ["2025-02-29", "2025-11-31", "2025-13-01", "2025-00-10", "25-01-01", "2025-1-1", "x"])
    func impossible(text: String) { #expect(CalendarDate(text) == nil) }

    @Test("clocks may pass midnight, and show as a wall clock does")
    func clocks() throws {
        let late = try #require(ClockTime("25:30"))
        #expect(late.description == "25:30")
        #expect(late.onTheWall == "01:30")
        #expect(ClockTime("25:70") == nil)
        #expect(ClockTime("9:5") == nil)
        #expect(ClockTime(hour: 48, minute: 1) == nil)
    }

    @Test("instants are written as RFC 3339 with their offset")
    func instants() {
        let instant = Instant(seconds: 1_764_775_200)
        #expect(instant.description == "2025-12-03T15:20:00Z")
        #expect(instant.iso(offset: -21_600) == "2025-12-03T09:20:00-06:00")
        #expect(instant.iso(offset: 20_700) == "2025-12-03T21:05:00+05:45")
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59Z")
    }
}

@Suite struct ZoneTests {
    private func wall(_ date: String, _ time: String) throws -> WallTime {
        WallTime(date: try #require(CalendarDate(date)), time: try #require(ClockTime(time)))
    }

    @Test(
        "Mexico City has no summer time since 2022; Kathmandu and Auckland keep theirs",
        arguments: [
            ("America/Mexico_City", "2025-07-01", -21_600), ("America/Mexico_City", "2022-07-01", -18_000),
            ("Asia/Kathmandu", "2025-07-01", 20_700),
            ("Pacific/Auckland", "2025-12-03", 46_800), ("Pacific/Auckland", "2025-07-01", 43_200),
            ("Europe/London", "2024-12-12", 0),
        ])
    func offsets(name: String, date: String, offset: Int) throws {
        let zone = try #require(Zone(name))
        guard case .once(let instant) = zone.reading(try wall(date, "12:00")) else { return #expect(Bool(false), "noon is once") }
        #expect(zone.offset(at: instant) == offset)
    }

    @Test("a time in a gap is skipped, one in an overlap comes twice")
    func summer() throws {
        let rome = try #require(Zone("Europe/Rome"))
        #expect(rome.reading(try wall("2025-03-30", "02:30")) == .skipped)
        guard case .twice(let first, let second) = rome.reading(try wall("2025-10-26", "02:30")) else {
            return #expect(Bool(false), "not twice")
        }
        #expect(second.seconds - first.seconds == 3600)
        #expect(rome.wall(at: first) == rome.wall(at: second))
    }

    @Test("gaps and overlaps in the south, by half an hour, and by a whole day")
    func unusual() throws {
        let auckland = try #require(Zone("Pacific/Auckland"))
        #expect(auckland.reading(try wall("2025-09-28", "02:30")) == .skipped)
        guard case .twice = auckland.reading(try wall("2025-04-06", "02:30")) else { return #expect(Bool(false), "not twice") }
        let lordHowe = try #require(Zone("Australia/Lord_Howe"))
        #expect(lordHowe.reading(try wall("2025-10-05", "02:15")) == .skipped)
        guard case .twice(let first, let second) = lordHowe.reading(try wall("2025-04-06", "01:45")) else {
            return #expect(Bool(false), "not twice")
        }
        #expect(second.seconds - first.seconds == 1800)
        // Samoa went over the date line: this day was left out.
        let apia = try #require(Zone("Pacific/Apia"))
        #expect(apia.reading(try wall("2011-12-30", "12:00")) == .skipped)
        guard case .once = apia.reading(try wall("2011-12-31", "00:30")) else { return #expect(Bool(false), "not once") }
        // Since 2022 Mexico City's clocks stay.
        let mexico = try #require(Zone("America/Mexico_City"))
        guard case .once = mexico.reading(try wall("2025-04-06", "02:30")) else { return #expect(Bool(false), "not once") }
        #expect(mexico.reading(try wall("2022-04-03", "02:30")) == .skipped)
    }

    @Test("a conference clock past midnight is on the next date")
    func midnight() throws {
        let zone = try #require(Zone("America/Mexico_City"))
        let date = try #require(CalendarDate("2025-12-03"))
        #expect(zone.reading(date, ClockTime(minutes: 25 * 60)) == zone.reading(date.adding(days: 1), ClockTime(minutes: 60)))
    }

    @Test("abbreviations are no zones", arguments: ["EST", "GMT+2", "Berlin", "CET", "", "../etc/passwd", "America/Nowhere"])
    func abbreviations(name: String) { #expect(Zone(name) == nil) }

    @Test("Instants as HTTP writes them") func httpDate() {
        #expect(Instant(seconds: 1_764_775_205).httpDate == "Wed, 03 Dec 2025 15:20:05 GMT")
        #expect(Instant(seconds: 0).httpDate == "Thu, 01 Jan 1970 00:00:00 GMT")
    }
}
