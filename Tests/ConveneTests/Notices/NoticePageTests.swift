import Base
import HTML
import Store
import Testing

@testable import Convene
@testable import People

@Suite("The letters of a release on the page")
struct NoticePageTests {
    private static func session(_ people: [String]) -> Session {
        var session = ProgrammeStage.session("A <b>talk</b>", "09:00")
        session.appearances = people.map { ProgrammeStage.appearance($0) }
        return session
    }
    private static func release(_ sessions: [Session]) -> Release {
        let programme = ProgrammeStage.programme(sessions)
        return Release(
            id: Identifier(at: ProgrammeStage.now), event: ProgrammeStage.id, number: 2, message: Localized("Out"),
            at: ProgrammeStage.now, by: nil, digest: "", restores: nil, programme: programme)
    }

    @Test("the letter says what changed, old and new, with addresses, in every language", arguments: Language.allCases)
    func letter(language: Language) throws {
        let old = ProgrammeStage.programme([Self.session(["Ana"])])
        var new = old
        new.sessions[0].start = ProgrammeStage.time("11:00")
        var release = Self.release([])
        release = Release(
            id: release.id, event: release.event, number: 2, message: release.message, at: release.at, by: nil, digest: "",
            restores: nil, programme: new)
        let notice = try #require(ReleaseNotice.notices(from: old, to: new).first)
        let words = try ProgrammeStage.book().words(language)
        let letter = NoticeMail.letter(
            notice, to: "ana@example.org", event: ProgrammeStage.event, release: release, message: "See you there",
            baseURL: "https://example.org", words: words)
        #expect(letter.text.contains("Ana") && letter.text.contains("See you there"))
        #expect(letter.text.contains("09:00") && letter.text.contains("11:00"))
        #expect(letter.text.contains("https://example.org/e/gmc-2025/s/\(new.sessions[0].id)/session.ics"))
        #expect(!letter.text.contains("notice.") && !letter.text.contains("changes."))
        #expect(letter.purpose == "release" && !letter.subject.contains("\n"))
    }

    @Test("who has no address is asked for one; names and letters are escaped")
    func page() throws {
        let release = Self.release([Self.session(["<i>Ana</i>", "Bo"])])
        let notices = ReleaseNotice.notices(from: nil, to: release.programme)
        let entries = notices.map { notice in
            NoticeActions.Entry(
                notice: notice,
                person: notice.name == "Bo"
                    ? Person(id: Identifier(at: ProgrammeStage.now), name: "Bo", email: "bo@example.org") : nil)
        }
        let outlook = NoticeActions.Outlook(
            release: release, since: nil, entries: entries, toldAt: nil, isLatest: true, recipients: [])
        let letters = [folded("Bo"): NoticePage.Preview(subject: "S", text: "<script>", language: .en)]
        let view = NoticePage.View(event: ProgrammeStage.event, outlook: outlook, letters: letters, language: .en)
        let page = NoticePage.page(try ProgrammeStage.scene(viewer: ProgrammeStage.organiser), view)
        let text = page.text
        #expect(text.contains("&lt;i&gt;Ana&lt;/i&gt;") && !text.contains("<i>Ana"))
        #expect(text.contains("&lt;script&gt;"))
        #expect(text.contains("name=\"to\" value=\"bo\"") && text.contains("name=\"address\""))
        #expect(ProgrammeStage.missing(page).isEmpty)
    }
}
