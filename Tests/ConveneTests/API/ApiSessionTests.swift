import Base
import Foundation
import Store
import Testing

@testable import Convene

@Suite struct ApiSessionTests {
    private func keys(_ value: some Encodable) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(json(value).utf8))
        return try #require(object as? [String: Any]).keys.sorted()
    }

    @Test("a session has the fields that are promised, with instants that carry their offset")
    func fields() throws {
        let programme = try SiteSample.opening().programme
        let zone = Zone(programme.zone)
        let keynotes = ApiSession(programme.sessions[3], zone: zone)
        #expect(
            try keys(keynotes) == [
                "abstract", "authentic", "date", "description", "endsAt", "guid", "id", "isInternal", "isRecordingOptOut", "kind",
                "languages", "minutes", "origin", "people", "recordingLicence", "section", "slots", "start", "startsAt",
                "subtitle",
                "title",
            ])
        #expect(keynotes.startsAt == "2025-12-03T11:00:00-06:00")
        #expect(keynotes.slots.map(\.start) == ["11:00", "11:08", "11:16", "11:24", "11:32"])
        #expect(try keys(try #require(keynotes.slots.first)) == ["id", "minutes", "start", "title"])
        let plenary = ApiSession(programme.sessions[4], zone: zone)
        #expect(plenary.room == SiteSample.id(51).text)
        #expect(
            try keys(try #require(plenary.people.first)) == [
                "affiliation", "id", "name", "presence", "readBy", "role", "speaker",
            ])
        // 25:30 of the conference day is half past one in the night after.
        let night = ApiSession(programme.sessions[6], zone: zone)
        #expect(night.start == "25:30")
        #expect(night.startsAt == "2025-12-04T01:30:00-06:00")
        #expect(ApiSession(programme.sessions[0], zone: nil).startsAt == nil)
    }

    @Test("a time that clocks skip has no instant; one that comes twice is the first")
    func gaps() throws {
        let zone = Zone("Europe/Berlin")
        let spring = try #require(CalendarDate("2026-03-29"))
        #expect(ApiSession.instant(spring, ClockTime(minutes: 150), zone) == nil)
        let autumn = try #require(CalendarDate("2026-10-25"))
        #expect(ApiSession.instant(autumn, ClockTime(minutes: 150), zone) == "2026-10-25T02:30:00+02:00")
    }
}
