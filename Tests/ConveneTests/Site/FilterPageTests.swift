import Base
import Foundation
import HTML
import Testing

@testable import Convene

@Suite struct FilterPageTests {
    private func page(_ query: [String: String], _ language: Language = .en, tracks: Bool = false) throws -> String {
        var release = try SiteSample.opening()
        // Views are kept by the release's identifier.
        release.id = SiteSample.id(tracks ? 951 : 950)
        if tracks {
            release.programme.tracks = [Track(id: SiteSample.id(61), name: Localized("Policy"), position: 1)]
            for index in release.programme.sessions.indices where index % 2 == 0 {
                release.programme.sessions[index].track = SiteSample.id(61)
            }
        }
        let view = ProgrammeView(release, reader: nil, language: language)
        var scene = SiteSample.scene(language)
        scene.kept = [("lang", language.rawValue)]
        return ProgrammePage.main(scene, try SiteSample.event(), view, ProgrammeFilter { query[$0] }).text
    }

    @Test("A search says how much it found of how much, marks it, and is undone by one link") func search() throws {
        let text = try page(["q": "plen"])
        #expect(text.contains("3 of 8 sessions") || text.contains("4 of 8 sessions"))
        #expect(text.contains("<mark>Plenary</mark> 1"))
        #expect(text.contains(#"value="plen""#) && text.contains("“plen”"))
        #expect(text.contains(#"<a href="/e/gmc-2025/programme?lang=en">Show everything</a>"#))
    }

    @Test("What was typed is escaped wherever it is shown again") func escaping() throws {
        let text = try page(["q": #""><script>alert(1)</script>"#])
        #expect(!text.contains("<script>alert") && text.contains("&lt;script&gt;alert(1)"))
    }

    @Test("The form keeps the choices that are links, and the language of the page") func kept() throws {
        let text = try page(["day": "2025-12-03", "kind": "plenary", "language": "es"])
        #expect(text.contains(#"<input type="hidden" name="day" value="2025-12-03">"#))
        #expect(text.contains(#"<input type="hidden" name="kind" value="plenary">"#))
        #expect(text.contains(#"<input type="hidden" name="lang" value="en">"#))
        #expect(text.contains(#"<option value="es" selected>"#) && text.contains("<details open>"))
        #expect(!text.contains(#"<input type="hidden" name="language""#))
    }

    @Test("Each thing that narrows has its own way out, which keeps the others") func wayOut() throws {
        let text = try page(["day": "2025-12-03", "kind": "plenary"])
        #expect(
            text.contains(
                #"<a href="/e/gmc-2025/programme?kind=plenary&amp;lang=en"><span class="visually-hidden">Without the filter"#))
        #expect(text.contains(#"<a href="/e/gmc-2025/programme?day=2025-12-03&amp;lang=en"><span class="visually-hidden">"#))
    }

    @Test("Tracks are chips and stand on their sessions") func tracks() throws {
        let text = try page(["track": SiteSample.id(61).text], tracks: true)
        #expect(text.contains("4 of 8 sessions") && text.contains(#"aria-current="true">Policy</a>"#))
        #expect(text.contains("<span>Policy</span>"))
        #expect(try !page([:]).contains(#"aria-label="Track""#))
    }

    @Test("People are a choice") func people() throws {
        let key = try #require(SpeakerKey(SiteSample.person("Ana 'Nita' Ruiz"))).text
        let text = try page(["speaker": key])
        #expect(text.contains("1 of 8 sessions") && text.contains("Plenary 1") && !text.contains("Plenary 2"))
        #expect(text.contains(#"<option value="\#(key)" selected>Ana &#39;Nita&#39; Ruiz</option>"#))
    }

    @Test("Nothing found leads back, and to what the search alone finds") func nothing() throws {
        let text = try page(["q": "plenary", "kind": "keynote"])
        #expect(text.contains("Nothing in the programme fits that") && text.contains("The search alone finds 3 sessions"))
        #expect(text.contains(#"href="/e/gmc-2025/programme?q=plenary&amp;lang=en""#))
        #expect(try !page(["q": "xyzzy", "kind": "keynote"]).contains("The search alone"))
    }

    @Test("In Arabic and Chinese searches find, and the page counts as they do") func languages() throws {
        #expect(
            try page(["q": "افتتاح"], .ar).contains("جلسة واحدة من 8") || page(["q": "الافتتاح"], .ar).contains("جلسة واحدة من 8")
        )
        #expect(try page(["kind": "plenary"], .zh).contains("共 8 场，符合 3 场"))
    }

    @Test("Without a choice nothing is counted") func open() throws { #expect(try !page([:]).contains(#"class="result""#)) }
}
