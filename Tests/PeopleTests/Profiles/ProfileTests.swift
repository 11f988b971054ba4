import Base
import HTML
import Testing

@testable import People

@Suite("Profiles")
struct ProfileTests {
    @Test("web addresses", arguments: ["https://example.org", "http://example.org/~ana?x=1#y", "https://münchen.example/ü"])
    func website(text: String) { #expect(Profile.isWebsite(text)) }

    @Test(
        "what is no web address, or could be something else",
        arguments: [
            "", "example.org", "javascript:alert(1)", "https://", "https://localhost", "https://user:pw@example.org",
            "https://example.org/\"onclick=x", "https://exa mple.org", "https://example.org/\n", "data:text/html,x",
        ])
    func noWebsite(text: String) { #expect(!Profile.isWebsite(text)) }

    @Test("a form gives the draft that it was made from, and names each wrong field")
    func form() throws {
        let person = Person(id: Identifier(at: Instant(seconds: 1)), name: "أنا", latin: "Ana")
        var profile = Profile(person: person.id)
        profile.biography = Localized(["es": "Uno\n\nDos", "de": "Eins"], authentic: "es")
        profile.languages = ["es", "zh-Hant"]
        profile.orcid = ORCIDIdentifier(rawValue: "0000-0002-1825-0097")
        profile.website = "https://example.org"
        profile.reading = .ar
        profile.isPublic = true
        let draft = try ProfileForm(person, profile).draft(before: profile)
        #expect(draft.biography == profile.biography && draft.languages == profile.languages && draft.orcid == profile.orcid)
        #expect((draft.website, draft.reading, draft.isPublic) == (profile.website, .ar, true))
        let wrong = [
            "name": "", "languages": "es, klingon!", "orcid": "1", "website": "x",
            "biography-en": String(repeating: "a", count: 5001),
        ]
        let form = ProfileForm(sent: { wrong[$0] ?? "" }, text: { wrong[$0] ?? "" })
        do {
            _ = try form.draft(before: Profile(person: person.id))
            Issue.record("a wrong form was taken")
        } catch let complaints as Complaints {
            #expect(complaints.all.map(\.field) == ["name", "languages", "orcid", "website", "biography-en"])
        }
    }

    @Test("others see nothing before she says so, and nothing unescaped after")
    func shown() throws {
        var book = WordBook()
        try book.add(HouseFiles.words)
        try book.add(People.EmbeddedFiles.all)
        let scene = Scene(words: book.words(.en), now: Instant(seconds: 0), viewer: nil, formToken: nil)
        var profile = Profile(person: Identifier(at: Instant(seconds: 1)))
        profile.biography = Localized("<script>alert(1)</script>")
        profile.portrait = profile.person
        #expect(ProfilePage.shown(scene, profile, name: "Ana").text.isEmpty)
        profile.isPublic = true
        let text = ProfilePage.shown(scene, profile, name: "\"><script>").text
        #expect(text.contains("&lt;script&gt;alert(1)") && !text.contains("<script"))
    }
}
