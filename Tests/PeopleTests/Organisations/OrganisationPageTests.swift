import Base
import HTTPTypes
import People
import Store
import TestKit
import Testing
import Web

@Suite("OrganisationPage")
struct OrganisationPageTests {
    @Test("names are escaped, and marked with their language and direction") func escaping() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = world.administrator
            let draft = OrganisationDraft(
                slug: "edraak", names: Localized(["en": "<b>Edraak</b> & \"co\"", "ar": "إدراك"]), kind: .platform,
                country: try #require(Country(rawValue: "JO")), website: "https://www.edraak.org")
            _ = try await world.database.write { try OrganisationActions.register(draft, by: viewer, in: $0) }
            let page = try await world.ask("/o/edraak").text
            #expect(page.contains("<h1>&lt;b&gt;Edraak&lt;/b&gt; &amp; &quot;co&quot;</h1>"))
            #expect(!page.contains("<b>Edraak"))
            #expect(page.contains(#"<dd lang="ar" dir="auto">إدراك</dd>"#))
            #expect(page.contains(#"<a href="https://www.edraak.org" rel="noopener">"#))
            let arabic = try await world.ask("/o/edraak", query: [("lang", "ar")]).text
            #expect(arabic.contains(#"<html lang="ar" dir="rtl""#))
            #expect(arabic.contains("<h1>إدراك</h1>"))
        }
    }

    @Test("the public page is shared and falls with organisations and members") func keeping() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            _ = try await world.organisation("unam", "UNAM")
            guard case .shared(let topics, _) = try await world.ask("/o/unam").keeping else {
                Issue.record("not shared")
                return
            }
            #expect(topics == [Organisation.topic, Membership.topic])
            #expect(try await refusal { try await world.ask("/o/nowhere") }?.code == .notFound)
        }
    }

    @Test("a form that is not right comes back with the complaint and what was typed") func complaint() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let form = [("slug", "unam"), ("name_en", "UNAM \"x\""), ("country", "MX"), ("ror", "https://ror.org/03cve4548")]
            let answer = try await world.ask(
                "/desk/organisations", post: form.map { (name: $0.0, value: $0.1) }, as: world.administrator)
            #expect(answer.status.code == 422)
            #expect(answer.text.contains(#"aria-invalid="true""#))
            #expect(answer.text.contains(##"<a href="#ror">"##))
            #expect(!answer.text.contains("&lt;p"))
            #expect(answer.text.contains(#"value="UNAM &quot;x&quot;""#))
            let good = form.filter { $0.0 != "ror" }.map { (name: $0.0, value: $0.1) }
            #expect(try await world.ask("/desk/organisations", post: good, as: world.administrator).status.code == 303)
            let twice = try await world.ask("/desk/organisations", post: good, as: world.administrator)
            #expect(twice.status.code == 422)
            #expect(twice.text.contains(##"<a href="#slug">"##))
        }
    }

    @Test(
        "the desk is closed to whoever has no role for it",
        arguments: ["/desk/organisations", "/desk/organisations/new", "/desk/members", "/desk/people", "/desk/people/new"])
    func closed(path: String) async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let stranger = try await refusal { try await world.ask(path) }
            let organiser = try await refusal { try await world.ask(path, as: PeopleWorld.viewer(.organiser)) }
            #expect(stranger?.code == .signInNeeded)
            #expect(organiser?.code == .forbidden)
            #expect(try await world.ask(path, as: PeopleWorld.viewer(.secretariat)).status.code == 200)
        }
    }
}
