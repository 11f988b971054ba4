import Base
import Foundation
import HTML
import Testing

@testable import Convene

@Suite struct ScheduleXMLExportTests {
    private func text(_ release: Release, _ language: Language = .en, slug: String = "gmc-2025") throws -> String {
        var event = try SiteSample.event(release.programme.zone)
        event.slug = slug
        let view = ProgrammeView(release, reader: nil, language: language)
        return ScheduleXMLExport(
            EventFile(event: event), view, words: EventWorld.book.words(language), baseURL: "https://conference.example"
        ).text()
    }

    @Test("A session is told with its identifier, offset, times and people") func event() throws {
        let text = try text(SiteSample.opening())
        #expect(text.contains("<room name=\"Sala d&apos;Or\" guid=\"\(SiteSample.id(51))\">"))
        #expect(text.contains("<date>2025-12-04T01:30:00-06:00</date>") && text.contains("<start>01:30</start>"))
        #expect(text.contains("<duration>03:00</duration>") && text.contains("<person>Ana &apos;Nita&apos; Ruiz</person>"))
        #expect(
            text.contains(
                "<day index=\"1\" date=\"2025-12-03\" start=\"2025-12-03T04:00:00-06:00\" end=\"2025-12-04T04:00:00-06:00\">"))
        #expect(text.contains("<room name=\"UNAM\">"), "what has no room stands in the venue")
    }

    @Test("Numbers are positive, different, and the same in every release") func numbers() {
        let ids = (1...500).map(SiteSample.id)
        let all = ScheduleXMLExport.numbers(ids)
        #expect(Set(all.values).count == 500 && all.values.allSatisfy { $0 > 0 && $0 < 1 << 31 })
        #expect(ScheduleXMLExport.numbers([SiteSample.id(7)])[SiteSample.id(7)] == all[SiteSample.id(7)])
    }

    /// The published schema is not ours to keep: the test runs where its place is told.
    private static let schema = ProcessInfo.processInfo.environment["PLENARIA_SCHEDULE_XSD"]
    private static let xmllint = ForeignProgram.find("xmllint")

    private static func releases() throws -> [Release] {
        let long = try SiteSample.session(1, "2025-12-03", 600, 1560, Localized("Hackathon of 26 hours"))
        return [
            try SiteSample.opening(),
            SiteSample.release(
                [try SiteSample.session(1, "2025-10-26", 60, 180, Localized("Long night"))], zone: "Europe/Berlin"),
            SiteSample.release(
                [try SiteSample.session(1, "2025-03-30", 90, 120, Localized("Short night"))], zone: "Europe/Berlin"),
            SiteSample.release([long], ends: 2880),
            SiteSample.release(
                [
                    try SiteSample.session(1, "2025-12-03", 600, 30, Localized("🌙🎓 <b>&", "en"), room: 51),
                    try SiteSample.session(2, "2025-12-03", 600, 30, Localized("مؤتمر", "ar"), room: 52, languages: []),
                ],
                rooms: [SiteSample.room(51, "L'Aula"), SiteSample.room(52, "L'Aula")]),
        ]
    }

    @Test("Every programme is well-formed XML", .enabled(if: ScheduleXMLExportTests.xmllint != nil)) func wellFormed() throws {
        let xmllint = try #require(ScheduleXMLExportTests.xmllint)
        for release in try ScheduleXMLExportTests.releases() {
            let run = try ForeignProgram.withFile(try text(release), ".xml") { try ForeignProgram.run(xmllint, ["--noout", $0]) }
            #expect(run.status == 0, "\(run.output)")
        }
    }

    @Test("Every programme is valid against the schema", .enabled(if: xmllint != nil && schema != nil)) func valid() throws {
        let xmllint = try #require(ScheduleXMLExportTests.xmllint)
        let schema = try #require(ScheduleXMLExportTests.schema)
        for release in try ScheduleXMLExportTests.releases() {
            for (language, slug) in [(Language.en, "gmc-2025"), (.ar, "gmc")] {
                let text = try text(release, language, slug: slug)
                let run = try ForeignProgram.withFile(text, ".xml") {
                    try ForeignProgram.run(xmllint, ["--noout", "--schema", schema, $0])
                }
                #expect(run.status == 0, "\(run.output)")
            }
        }
    }

    @Test("The calendar and the schedule say the same times") func agreement() throws {
        let release = try SiteSample.opening()
        let view = ProgrammeView(release, reader: nil, language: .en)
        let xml = try text(release)
        for item in view.items { #expect(xml.contains("<date>\(item.stamp)</date>")) }
    }
}
