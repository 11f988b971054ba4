import Base
import Foundation
import HTML
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Files of a registration")
struct RegistrationFileTests {
    private static func hall(_ stage: RegistrationStage) -> Hall {
        Hall(
            database: stage.database, book: EventWorld.book, assets: StaticFiles([:]), siteName: "Plenaria",
            baseURL: "https://conference.example:8443", places: [], viewer: { _, _ in nil })
    }
    private static func made(_ kind: String, _ key: String, _ hall: Hall) async throws -> [UInt8]? {
        let maker = try #require(RegistrationFileRoutes.makers[kind])
        return try await maker(key, hall)
    }
    private static func calendar(_ key: String, _ hall: Hall) async throws -> String? {
        try await made(RegistrationLetters.calendarKind, key, hall).map { String(decoding: $0, as: UTF8.self) }
    }
    private static func lines(_ text: String?) -> [String] {
        (text ?? "").replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("the entry keeps its UID, its SEQUENCE rises, and it is taken away when the place is", arguments: Backend.available)
    func entry(backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let hall = Self.hall(stage)
            let one = try await stage.register("Ana")
            let key = RegistrationFileKey(one, isEnded: false).text
            let first = Self.lines(try await Self.calendar(key, hall))
            #expect(first.contains("UID:\(one.id)@conference.example"))
            #expect(
                first.contains("SEQUENCE:\(one.revision)") && first.contains("STATUS:CONFIRMED")
                    && first.contains("METHOD:PUBLISH"))
            #expect(first.contains("DTSTART;VALUE=DATE:20251202") && first.contains("DTEND;VALUE=DATE:20251205"))
            #expect(first.contains("SUMMARY;LANGUAGE=es:Conferencia 2025"))
            let page = "https://conference.example:8443" + RegistrationPassage.address(hall).path(one.id, generation: 1)
            #expect(first.contains { $0.hasPrefix("DESCRIPTION:") && $0.contains(page) } && first.contains("URL:\(page)"))
            let gone = try await stage.cancel(one)
            #expect(try await Self.calendar(key, hall) == nil)
            let ended = RegistrationFileKey(one, isEnded: true).text
            let last = Self.lines(try await Self.calendar(ended, hall))
            #expect(last.contains("UID:\(one.id)@conference.example") && last.contains("STATUS:CANCELLED"))
            #expect(last.contains("SEQUENCE:\(gone.revision)") && gone.revision > one.revision)
            #expect(!last.contains { $0.contains("/r/") })
        }
    }

    @Test("nothing of a new holder's goes out with a letter to the old one")
    func transferred() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let hall = Self.hall(stage)
            let one = try await stage.register("Ana")
            let key = RegistrationFileKey(one, isEnded: false).text
            #expect(try await Self.made(RegistrationLetters.ticketKind, key, hall)?.starts(with: Array("%PDF-".utf8)) == true)
            let room = stage.room
            let tell = stage.tell
            let new = try await stage.database.write { tx in
                try RegistrationMoveActions.transfer(one, to: RegistrationStage.holder("Bo"), by: nil, tell: tell, in: tx)
            }
            #expect(room.id == new.category)
            for kind in [RegistrationLetters.ticketKind, RegistrationLetters.calendarKind] {
                #expect(try await Self.made(kind, key, hall) == nil)
                #expect(try await Self.made(kind, RegistrationFileKey(new, isEnded: false).text, hall) != nil)
            }
            let ended = try #require(try await Self.calendar(RegistrationFileKey(one, isEnded: true).text, hall))
            #expect(ended.contains("STATUS:CANCELLED") && !ended.contains("/r/") && !ended.contains("Bo"))
        }
    }

    @Test(
        "a key that is none makes nothing",
        arguments: ["", " ", "x 1 en", "00000000-0000-7000-8000-000000000001 x en", "1 2 3 4 5"])
    func keys(text: String) {
        #expect(RegistrationFileKey(text) == nil)
    }

    /// What another implementation reads: start and end in UTC, or the dates.
    private static let script = """
        import sys, icalendar, datetime
        event = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT')[0]
        for name in ('dtstart', 'dtend'):
            at = event.decoded(name)
            print(at.astimezone(datetime.timezone.utc).isoformat() if isinstance(at, datetime.datetime) else at.isoformat())
        print(event['sequence'], event['status'], event['uid'])
        """
    private static let python = ExportStage.python("icalendar")

    @Test(
        "another implementation reads the hours in the event's zone", .enabled(if: RegistrationFileTests.python != nil),
        arguments: ["America/Mexico_City", "Europe/Rome", "Pacific/Auckland", "Asia/Kathmandu", nil])
    func foreign(_ zone: String?) throws {
        let python = try #require(Self.python)
        let sessions = try ["2025-10-25", "2025-10-26"].enumerated().map { index, date in
            try SiteSample.session(index + 1, date, 540, 45, Localized("Title"))
        }
        let release = SiteSample.release(sessions, zone: zone ?? "UTC")
        let hours = zone == nil ? nil : try #require(ProgrammeHours(release))
        var event = ProgrammeStage.event
        event.first = try EventWorld.day("2025-10-25")
        event.last = try EventWorld.day("2025-10-26")
        event.name = Localized("A, b; c \\ 🌙 " + String(repeating: "名", count: 60))
        var one = Registration(
            RegistrationStage.category(event, .room), at: ProgrammeStage.now, id: Identifier(at: ProgrammeStage.now))
        one.revision = 4
        let text = RegistrationCalendarExport(
            event: event, registration: one, hours: hours, isOnline: false, page: "https://conference.example/r/x",
            baseURL: "https://conference.example", words: EventWorld.book.words(.ar)
        ).text(isEnded: false, at: ProgrammeStage.now)
        #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 })
        let run = try ForeignProgram.withFile(text, ".ics") { try ForeignProgram.run(python, ["-c", Self.script, $0]) }
        #expect(run.status == 0, "\(run.output)")
        var expected = ["2025-10-25", "2025-10-27", "4 CONFIRMED \(one.id)@conference.example"]
        if let hours {
            expected = [hours.start, hours.end].map { $0.description.replacing("Z", with: "+00:00") }
            expected.append("\(4 + release.number) CONFIRMED \(one.id)@conference.example")
            #expect(text.contains("BEGIN:VTIMEZONE") && text.contains("DTSTART;TZID=\(hours.zone.name):20251025T090000"))
        }
        #expect(run.output.split(separator: "\n").map(String.init) == expected)
    }
}
