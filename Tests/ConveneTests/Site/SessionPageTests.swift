import Base
import HTML
import Testing

@testable import Convene

@Suite struct SessionPageTests {
    @Test("A session says when, where, who and how, and leads to its neighbours") func session() throws {
        var session = try SiteSample.session(
            2, "2025-12-03", 600, 30, Localized("Speech"), room: 51,
            people: [SiteSample.person("Ana <b>", presence: .readOut, readBy: "Luis")])
        session.abstract = Localized("First line.\n\nSecond <script>.")
        let release = SiteSample.release(
            [
                try SiteSample.session(1, "2025-12-03", 540, 30, Localized("Before it")), session,
                try SiteSample.session(3, "2025-12-03", 660, 30, Localized("After it")),
            ],
            rooms: [SiteSample.room(51, "Hall")])
        let zone = Zone("Asia/Shanghai")
        let view = ProgrammeView(release, reader: zone, language: .en)
        let text = SessionPage.main(SiteSample.scene(zone: zone), try SiteSample.event(), view, at: 1).text
        #expect(text.contains("<p>First line.</p>\n<p>Second &lt;script&gt;.</p>"))
        #expect(text.contains("Ana &lt;b&gt;") && text.contains("read out by Luis"))
        #expect(text.contains(#"<dd>Hall</dd>"#) && text.contains("30 min"))
        #expect(text.contains(#"Shanghai time: 00:00 <span class="days">+1</span>"#))
        #expect(text.contains("Before it") && text.contains("After it") && text.contains("/session.ics"))
        #expect(!text.contains("Markup("))
    }

    @Test("The first session has nothing before it, the last nothing after") func ends() throws {
        let release = SiteSample.release([try SiteSample.session(1, "2025-12-03", 540, 30, Localized("Only"))])
        let view = ProgrammeView(release, reader: nil, language: .en)
        let text = SessionPage.main(SiteSample.scene(), try SiteSample.event(), view, at: 0).text
        #expect(!text.contains("rel=\"prev\"") && !text.contains("rel=\"next\""))
    }
}
