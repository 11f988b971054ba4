import Base
import HTML
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Letters at the desk")
struct LettersDeskPageTests {
    private static let hostile = MailWording(subject: Localized("<b>{event}</b>"), text: Localized("<script>\n{name}"))

    private static func form(_ subject: String, _ text: String) -> MailWordingForm {
        let fields = ["in": "en", "subject": subject, "text": text]
        return MailWordingForm(sent: { fields[$0] ?? "" }, text: { fields[$0] ?? "" }, reading: .en)
    }

    @Test("what is wrong is told by line and column with the list of fields; nothing typed is markup")
    func complaints() throws {
        let form = Self.form("Hi {nom}", "a\n<i>{x")
        let complaints = try #require(throws: Complaints.self) { try form.wording(MailWording(), for: .confirmed) }
        #expect(complaints.all.map(\.words) == ["mailing.fault.unknown", "mailing.fault.unclosed"])
        #expect(complaints["text"]?.arguments["line"] == "2" && complaints["text"]?.arguments["column"] == "4")
        var view = WordingDeskPage.View(event: ProgrammeStage.event, occasion: .confirmed, wording: Self.hostile, form: form)
        view.complaints = complaints
        let page = WordingDeskPage.page(try ProgrammeStage.scene(viewer: ProgrammeStage.organiser), view)
        #expect(
            page.text.contains("{name} {organisation} {event}") && page.text.contains("&lt;i&gt;{x")
                && !page.text.contains("<i>{x"))
        #expect(ProgrammeStage.missing(page).isEmpty)
    }

    @Test("a language is written, taken out, and another one is the first then")
    func languages() throws {
        var wording = try Self.form("A", "B").wording(MailWording(), for: .confirmed)
        wording.subject["fr"] = "C"
        wording.text["fr"] = "D"
        let less = try Self.form("", "").wording(wording, for: .confirmed)
        #expect(less.languages == [.fr] && less.text.authentic == "fr" && less.reading(.ar).subject == "C")
        let half = #expect(throws: Complaints.self) { try Self.form("", "B").wording(MailWording(), for: .confirmed) }
        #expect(half?["subject"]?.words == "mailing.refusal.half")
    }

    @Test("previews show the letter as text, in every language that is written")
    func preview() throws {
        let letters = LetterSample.letters(
            Self.hostile, .bulk, MailingStage.pen, ProgrammeStage.event, [], at: ProgrammeStage.now)
        #expect(letters.map(\.subject) == ["<b>Global Conference</b>"] && letters.map(\.text) == ["<script>\nAda Example"])
        let page = WordingDeskPage.preview(try ProgrammeStage.scene(viewer: ProgrammeStage.organiser), letters, in: .en).text
        #expect(page.contains("&lt;script&gt;") && !page.contains("<script>") && !page.contains("<b>Global"))
        let house = RegistrationLetters.standard(.offered, EventWorld.book)
        let all = LetterSample.letters(house, .offered, MailingStage.pen, ProgrammeStage.event, [], at: ProgrammeStage.now)
        #expect(Set(all.map(\.language)) == Set(Language.allCases))
        #expect(all.allSatisfy { !$0.text.contains("{") && $0.text.contains("/r/…") })
    }

    @Test("a mailing shows how far it is, what came back and what can be done", arguments: Mailing.State.allCases)
    func mailing(state: Mailing.State) throws {
        let one = Mailing(
            id: Identifier(at: ProgrammeStage.now), event: ProgrammeStage.id, state: state, wording: Self.hostile,
            audience: MailAudience(),
            madeBy: nil, createdAt: ProgrammeStage.now, frozenAt: state == .draft ? nil : ProgrammeStage.now)
        var view = MailingDeskPage.View(
            event: ProgrammeStage.event, mailing: one, form: MailWordingForm(Self.hostile, house: MailWording(), .en),
            audience: MailAudience(), places: [])
        view.progress.total = 9
        view.progress.sent = 4
        view.progress.bounced = 1
        view.bounces = [
            MailingDeskPage.Bounced(
                bounce: MailingDeskPage.LetterBounced(
                    recipient: "<u>@x", action: "exploded", status: "5.1.1", diagnostic: "<s>", at: ProgrammeStage.now),
                registration: one.id)
        ]
        let page = MailingDeskPage.page(try ProgrammeStage.scene(viewer: ProgrammeStage.organiser), view)
        let text = page.text
        #expect(ProgrammeStage.missing(page).isEmpty)
        #expect(!text.contains("<u>") && !text.contains("<s>") && text.contains("&lt;b&gt;Global Conference"))
        #expect(text.contains("/stop\"") == (state == .sending) && text.contains("/resume\"") == (state == .stopped))
        #expect(text.contains("name=\"subject\"") == (state == .draft) && text.contains("4 of 9") == (state != .draft))
    }

    @Test("the routes show and save what the pages ask for, and refuse whoever is no organiser")
    func routes() async throws {
        try await RegistrationStage.with(.sqlite, places: 9) { stage in
            for name in ["Ana", "Bo"] { _ = try await stage.register(name) }
            let path = "/desk/e/\(stage.event.slug)/letters"
            let id = try await MailingStage.draft(stage)
            try await MailingStage.send(stage, id)
            let by = stage.world.administrator
            let page = String(decoding: try await stage.world.ask(path, as: by).body, as: UTF8.self)
            #expect(page.contains("/mailings/\(id)") && page.contains("0 of 2"))
            let refusal = await refused {
                _ = try await stage.world.ask(path, as: EventWorld.viewer(.editor, in: stage.event.id))
            }
            #expect(refusal == .forbidden)
            let made = try await stage.world.ask(
                path + "/mailings/new", post: [("in", "en"), ("subject", "S"), ("text", "T {nobody}"), ("act", "save")], as: by)
            #expect(made.status == .unprocessableContent)
            let saved = try await stage.world.ask(
                path + "/confirmed", post: [("in", "ar"), ("subject", "{event}"), ("text", "{name}"), ("act", "save")], as: by)
            #expect(saved.status == .seeOther)
            let own = try await stage.database.read { [event = stage.event.id] in
                try MailTemplateStore.find(.confirmed, of: event, in: $0)
            }
            #expect(own?.languages == [.ar])
        }
    }
}
