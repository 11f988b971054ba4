import Base
import Foundation
import HTML
import People
import Testing

@testable import Convene

@Suite struct SpeakerPageTests {
    private func entry(_ name: String, person: Person? = nil, profile: Profile? = nil) throws -> SpeakerPage.Entry {
        let key = try #require(SpeakerKey(SiteSample.person(name)))
        let speaker = Speaker(key: key, name: name, affiliations: ["UNAM <i>"], sessions: [SiteSample.id(5)])
        return SpeakerPage.Entry(speaker, person: person, profile: profile)
    }

    @Test("A short list has no index; names lead to their pages and are escaped") func short() throws {
        let text = SpeakerPage.list(SiteSample.scene(), try SiteSample.event(), [try entry("Zoë <b>"), try entry("Ana Ruiz")])
            .text
        #expect(text.contains("Zoë &lt;b&gt;") && text.contains("UNAM &lt;i&gt;") && text.contains("1 session<"))
        #expect(!text.contains("#l-0") && !text.contains("<b>Zoë"))
        let (ana, zoe) = (try #require(text.range(of: "Ana Ruiz")), try #require(text.range(of: "Zoë")))
        #expect(ana.lowerBound < zoe.lowerBound)
    }

    @Test("A long list is parted by letters; names without an alphabet come last, under words") func long() throws {
        let names = (0..<30).map { "Ana \($0)" } + ["Émile", "Иванов", "李明", "김민"]
        let text = SpeakerPage.list(SiteSample.scene(), try SiteSample.event(), try names.map { try entry($0) }).text
        for heading in ["<h2>A</h2>", "<h2>E</h2>", "<h2>И</h2>", "<h2>Other scripts</h2>"] { #expect(text.contains(heading)) }
        #expect(text.components(separatedBy: "<h2>").count == 5)
        let (last, other) = (try #require(text.range(of: "Other scripts</h2>")), try #require(text.range(of: "李明")))
        #expect(last.lowerBound < other.lowerBound)
    }

    @Test("Before anybody is named the page says so") func none() throws {
        #expect(SpeakerPage.list(SiteSample.scene(), try SiteSample.event(), []).text.contains("No speakers have been named yet"))
    }

    @Test("What she wrote of herself is shown, as Markdown, only if she shows it") func profile() throws {
        var profile = Profile(person: SiteSample.id(7))
        profile.biography = Localized(["en": "I *teach*.\n\n<script>alert(1)</script>", "es": "Enseño."])
        profile.languages = ["es", "zh"]
        profile.portrait = SiteSample.id(8)
        let person = Person(id: SiteSample.id(7), name: "李明", latin: "Li Ming")
        let view = ProgrammeView(try SiteSample.opening(), reader: nil, language: .en)
        func page(_ profile: Profile, _ language: Language = .en) throws -> String {
            let entry = try entry("李明", person: person, profile: profile)
            return SpeakerPage.one(SiteSample.scene(language), try SiteSample.event(), view, entry).text
        }
        let hidden = try page(profile)
        #expect(!hidden.contains("teach") && !hidden.contains("portrait") && !hidden.contains("Li Ming"))
        #expect(hidden.contains("Plenary 1") && hidden.contains("UNAM &lt;i&gt;"))
        profile.isPublic = true
        let shown = try page(profile)
        #expect(shown.contains("I <em>teach</em>.") && shown.contains("&lt;script&gt;") && !shown.contains("<script"))
        #expect(shown.contains("Li Ming") && shown.contains("/portraits/\(SiteSample.id(8))"))
        #expect(try page(profile, .es).contains(#"lang="es" dir="auto"><p>Enseño.</p>"#))
    }
}
