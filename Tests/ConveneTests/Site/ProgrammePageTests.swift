import Base
import Foundation
import HTML
import Testing

@testable import Convene

@Suite struct ProgrammePageTests {
    private func page(
        _ language: Language = .en, zone: String? = nil, now: Instant = Instant(seconds: 0), query: [String: String] = [:]
    ) throws -> String {
        let reader = zone.flatMap { Zone($0) }
        let view = ProgrammeView(try SiteSample.opening(), reader: reader, language: language)
        let scene = SiteSample.scene(language, now: now, zone: reader)
        return ProgrammePage.main(scene, try SiteSample.event(), view, ProgrammeFilter { query[$0] }).text
    }

    @Test("Titles are escaped") func escaping() throws {
        let text = try page()
        #expect(text.contains("Index &amp; &lt;report&gt;") && !text.contains("<report>"))
        #expect(text.contains("Sala d&#39;Or"))
        #expect(!text.contains("Markup("))
    }

    @Test("The rail has the venue's time with its instant, and the reader's under it with the day") func rail() throws {
        let text = try page(zone: "Asia/Shanghai")
        #expect(
            text.contains(
                #"<b><time datetime="2025-12-03T10:25:00-06:00" data-local>10:25</time></b><small>00:25 <span class="days">+1</span></small>"#
            ))
        #expect(text.contains("Times in Mexico City; yours (Shanghai) below"))
        #expect(try !page().contains("<small>"))
    }

    @Test("What begins at one time stands side by side; sections are headings; talks are listed") func ribbon() throws {
        let text = try page()
        #expect(text.components(separatedBy: #"class="parallel""#).count == 2)
        #expect(text.contains(#"<h3 class="section">Opening</h3>"#) && text.contains(#"<h3 class="section">Plenaries</h3>"#))
        #expect(text.contains("Keynote 5 · 8 min"))
        #expect(text.contains(#"<div class="item break" id="s-\#(SiteSample.id(3))">Tea Break · 20 min</div>"#))
    }

    @Test("Releases carry their colour, and what is on now is outlined and says so") func now() throws {
        let during = try #require(ProgrammeView(SiteSample.opening(), reader: nil, language: .en).boundaries.first).adding(
            minutes: 66)
        let text = try page(now: during)
        #expect(text.contains(#"<article class="item index now""#))
        #expect(text.contains("Release · now"))
        #expect(text.components(separatedBy: " now\"").count == 2)
        #expect(try !page().contains(" now\""))
    }

    @Test("In Arabic the page speaks Arabic, and texts in other languages say which they are") func arabic() throws {
        let text = try page(.ar)
        #expect(text.contains("فيديو الافتتاح"))
        #expect(text.contains(#"<span lang="en" dir="auto">Keynotes</span>"#))
    }

    @Test("Chips keep the other choices and mark their own") func chips() throws {
        let text = try page(query: ["day": "2025-12-03", "kind": "plenary"])
        #expect(text.contains(#"href="/e/gmc-2025/programme?day=2025-12-04&amp;kind=plenary""#))
        #expect(text.contains(#"href="/e/gmc-2025/programme?day=2025-12-03&amp;kind=plenary" aria-current="true""#))
        #expect(!text.contains("Plenary 3") && text.contains("Plenary 2"))
    }

    @Test("Nothing found is said in words") func nothing() throws {
        #expect(try page(query: ["q": "xyzzy"]).contains("Nothing in the programme fits that"))
    }

    @Test("The grid has rooms as columns where rooms are parallel, and no cell covers another") func grid() throws {
        let text = try page(query: ["view": "grid"])
        #expect(text.components(separatedBy: "<table").count == 2)
        #expect(text.contains(#"<th scope="col">Sala d&#39;Or</th><th scope="col">Room B</th>"#))
        #expect(text.contains(#"<td colspan="2">"#))
        #expect(!text.contains("rowspan"))
    }

    @Test("A long session beside short ones spans their rows") func spans() throws {
        let date = "2025-12-03"
        let sessions = [
            try SiteSample.session(1, date, 540, 120, Localized("Long"), room: 51),
            try SiteSample.session(2, date, 540, 60, Localized("Short one"), room: 52),
            try SiteSample.session(3, date, 600, 60, Localized("Short two"), room: 52),
            try SiteSample.session(4, date, 570, 30, Localized("Overlapping"), room: 52),
        ]
        let release = SiteSample.release(sessions, rooms: [SiteSample.room(51, "A"), SiteSample.room(52, "B")])
        let view = ProgrammeView(release, reader: nil, language: .en)
        let text = ProgrammePage.main(
            SiteSample.scene(), try SiteSample.event(), view, ProgrammeFilter { $0 == "view" ? "grid" : nil }
        ).text
        #expect(text.contains(#"<td rowspan="2"><article class="item" id="s-\#(SiteSample.id(1))">"#))
        #expect(text.components(separatedBy: "<tr>").count == 4)
    }
}
