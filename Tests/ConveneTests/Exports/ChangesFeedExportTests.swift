import Base
import Formats
import HTML
import Testing

@testable import Convene

@Suite struct ChangesFeedExportTests {
    private func feed(_ language: Language = .en) throws -> XMLNode {
        let first = try ExportStage.release()
        var second = try ExportStage.release(number: 2)
        second.message = Localized("Rooms <changed>")
        second.programme.sessions[0].start = ClockTime(minutes: 660)
        let changes = ProgrammeChange.diff(first.programme, second.programme)
        let export = ChangesFeedExport(
            try SiteSample.event(),
            [
                ChangesFeedExport.Entry(release: second, changes: changes),
                ChangesFeedExport.Entry(release: first, changes: nil),
            ], scene: SiteSample.scene(language), siteName: "Alliance", baseURL: ExportStage.baseURL)
        return try XMLTreeReader.read(Array(export.text().utf8))
    }

    @Test("A feed has what RFC 4287 asks for: ids, instants, an author, links") func required() throws {
        let feed = try feed()
        #expect(feed.name == "feed" && feed.textOf("id") == "urn:uuid:\(SiteSample.id(999))")
        #expect(feed.first("author")?.textOf("name") == "Alliance")
        #expect(feed.all("link").map { $0["rel"] } == ["self", "alternate"])
        let entries = feed.all("entry")
        #expect(entries.map { $0.textOf("id") } == [902, 901].map { "urn:uuid:\(SiteSample.id($0))" })
        for entry in entries {
            #expect(entry.textOf("updated") == "2025-11-24T16:00:00Z" && !entry.textOf("title").isEmpty)
            #expect(entry.first("content")?["type"] == "html" && entry.first("link")?["href"]?.hasPrefix("https://") == true)
        }
        #expect(entries[0].textOf("title").contains("Rooms <changed>"))
    }

    @Test("An entry says what changed, in the page's language, and its HTML is safe") func content() throws {
        let content = try feed().all("entry")[0].textOf("content")
        #expect(content.contains("10:00") && content.contains("11:00") && content.contains("/e/gmc-2025/s/\(SiteSample.id(1))"))
        #expect(content.contains("Full &lt;/script&gt;") && !content.contains("</script>"))
        let arabic = try feed(.ar)
        #expect(arabic["lang"] == "ar" || arabic["xml:lang"] == "ar")
        #expect(arabic.textOf("title") != (try feed()).textOf("title"))
    }
}
