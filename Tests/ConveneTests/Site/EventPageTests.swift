import Base
import HTML
import People
import Testing

@testable import Convene

@Suite struct EventPageTests {
    private func file() throws -> EventFile {
        let host = Organisation(
            id: SiteSample.id(60), slug: "unam", kind: .university, country: try #require(Country(rawValue: "MX")),
            history: [DatedName(from: nil, names: Localized(["en": "UNAM <1>", "es": "Universidad"]))],
            today: try EventWorld.day("2025-12-03"))
        let theme = Localized(["en": "Breaking Boundaries: Open Education", "zh": "打破边界：开放教育"])
        return EventFile(
            event: try SiteSample.event(),
            themes: [
                EventTheme(id: SiteSample.id(61), text: Localized("An older wording"), announced: nil, source: "Note"),
                EventTheme(id: SiteSample.id(62), text: theme, announced: nil, source: "https://example.org/theme"),
            ],
            parties: [
                EventParty(id: SiteSample.id(63), role: .host, organisation: host.id, name: .empty, position: 0),
                EventParty(id: SiteSample.id(64), role: .organiser, organisation: nil, name: Localized("GMA"), position: 1),
            ],
            figures: [
                EventFigure(
                    id: SiteSample.id(65), standing: .planned, value: 150, qualifier: .about, unit: "inPerson", asOf: nil,
                    source: "Note"),
                EventFigure(
                    id: SiteSample.id(66), standing: .actual, value: 2, qualifier: .exact, unit: "countries",
                    asOf: try EventWorld.day("2025-12-04"), source: "javascript:alert(1)"),
            ],
            outcomes: [EventOutcome(id: SiteSample.id(67), title: Localized("Declaration"), position: 0)],
            organisations: [host.id: host])
    }

    @Test("The masthead has the name above, the theme in two parts, and hosts that lead to their pages") func masthead() throws {
        let text = MastheadPage.event(SiteSample.scene(), try file()).text
        #expect(
            text.contains(
                #"<p class="eyebrow">Conference 2025</p><h1>Breaking Boundaries</h1><p class="lede">Open Education</p>"#))
        #expect(text.contains(#"<a href="/o/unam">UNAM &lt;1&gt;</a>"#) && text.contains("<li>GMA</li>"))
        #expect(text.contains("4 December 2025</dd>") && text.contains("Mexico City, Mexico"))
        #expect(text.contains(#"<svg class="band""#) && !text.contains("Markup("))
    }

    @Test("The masthead speaks the reader's language and splits at its colon") func translated() throws {
        let text = MastheadPage.event(SiteSample.scene(.zh), try file()).text
        #expect(text.contains("<h1>打破边界</h1>") && text.contains(#"<p class="lede">开放教育</p>"#))
    }

    @Test("Planned and actual are two figures, each with its unit, date and source") func figures() throws {
        let text = EventPage.main(SiteSample.scene(), try file(), nil).text
        #expect(text.contains("<dt>Planned</dt><dd><b>about 150 people on site</b>"))
        #expect(text.contains("<b>2 countries and regions</b> <small>as of 4 December 2025 · Source: "))
        #expect(!text.contains(#"href="javascript"#))
        #expect(text.contains(#"<a href="https://example.org/theme" rel="noopener">example.org</a>"#))
        #expect(text.contains("An older wording") && text.contains("<li>Declaration</li>") && !text.contains("Markup("))
    }

    @Test("While it is on, what runs now and what comes next stand first") func strip() throws {
        let view = ProgrammeView(try SiteSample.opening(), reader: nil, language: .en)
        let first = try #require(view.boundaries.first)
        let during = EventPage.main(SiteSample.scene(now: first), try file(), view).text
        #expect(during.contains("On now") && during.contains("Opening Video") && !during.contains(" id=\"s-"))
        let before = EventPage.main(SiteSample.scene(now: first.adding(minutes: -5)), try file(), view).text
        #expect(!before.contains("On now") && before.contains("Highlights") && before.contains("Index &amp; &lt;report&gt;"))
    }

    @Test("Editions stand in a line of time with their numbers") func editions() throws {
        let text = EditionsPage.main(SiteSample.scene(), [try file()]).text
        #expect(text.contains(#"<p class="year">2025</p>"#) && text.contains("about 150 people on site"))
        #expect(text.contains(#"<h2><a href="/e/gmc-2025">Conference 2025</a></h2>"#) && !text.contains("Markup("))
        #expect(EditionsPage.main(SiteSample.scene(), []).text.contains("No edition has been announced yet"))
    }
}
