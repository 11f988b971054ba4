import Base
import HTML
import Testing

@testable import Convene

@Suite struct ScheduleXMLExportTests {
    private func text(_ release: Release, _ language: Language = .en, slug: String = "gmc-2025") throws -> String {
        ScheduleXMLExport(try ExportStage.outline(release, language, slug: slug)).text()
    }

    @Test("A session is told with its identifier, offset, times and people") func event() throws {
        let text = try text(SiteSample.opening())
        #expect(text.contains("<room name=\"Sala d&apos;Or\" guid=\"\(SiteSample.id(51))\">"))
        #expect(text.contains("<date>2025-12-04T01:30:00-06:00</date>") && text.contains("<start>01:30</start>"))
        #expect(text.contains("<duration>03:00</duration>") && text.contains(">Ana &apos;Nita&apos; Ruiz</person>"))
        #expect(
            text.contains(
                "<day index=\"1\" date=\"2025-12-03\" start=\"2025-12-03T04:00:00-06:00\" end=\"2025-12-04T04:00:00-06:00\">"))
        #expect(text.contains("<room name=\"UNAM\">"), "what has no room stands in the venue")
    }

    private static let schema = ExportStage.schema("schedule.xml.xsd")
    private static let xmllint = ForeignProgram.find("xmllint")

    @Test("Every programme is well-formed XML", .enabled(if: ScheduleXMLExportTests.xmllint != nil)) func wellFormed() throws {
        let xmllint = try #require(ScheduleXMLExportTests.xmllint)
        for release in try ExportStage.releases() {
            let run = try ForeignProgram.withFile(try text(release), ".xml") { try ForeignProgram.run(xmllint, ["--noout", $0]) }
            #expect(run.status == 0, "\(run.output)")
        }
    }

    @Test("Every programme is valid against the schema", .enabled(if: xmllint != nil && schema != nil)) func valid() throws {
        let xmllint = try #require(ScheduleXMLExportTests.xmllint)
        let schema = try #require(ScheduleXMLExportTests.schema)
        for release in try ExportStage.releases() {
            for (language, slug) in [(Language.en, "gmc-2025"), (.ar, "gmc")] {
                let text = try text(release, language, slug: slug)
                let run = try ForeignProgram.withFile(text, ".xml") {
                    try ForeignProgram.run(xmllint, ["--noout", "--schema", schema, $0])
                }
                #expect(run.status == 0, "\(run.output)")
            }
        }
    }

    @Test("A session is told with its track, texts, recording, people, links and files") func everything() throws {
        let text = try text(ExportStage.release())
        for part in [
            "<track name=\"Policy\" color=\"#aa0033\"/>", "<track>Policy</track>", "<track>After dark</track>",
            "guid=\"11111111-2222-4333-8444-555555555555\"", "<language>en,es</language>",
            "<subtitle>=HYPERLINK(&quot;x&quot;)</subtitle>", "<license>CC BY 4.0</license>", "<optout>true</optout>",
            "guid=\"\(SiteSample.id(777))\">Wu Yan</person>", "<origin_url>https://origin.example/1</origin_url>",
            "<link href=\"https://video.example/1\" type=\"media\">recording</link>",
            "type=\"slides\">Slides &amp; notes</attachment>",
            "<room name=\"L&apos;Aula (2)\"",
        ] { #expect(text.contains(part), "\(part)") }
        #expect(!text.contains("secret.example"), "what is for the team is told to nobody")
    }

    @Test("The calendar and the schedule say the same times") func agreement() throws {
        let release = try SiteSample.opening()
        let view = ProgrammeView(release, reader: nil, language: .en)
        let xml = try text(release)
        for item in view.items { #expect(xml.contains("<date>\(item.stamp)</date>")) }
    }
}
