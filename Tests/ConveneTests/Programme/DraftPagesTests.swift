import Base
import HTML
import Testing

@testable import Convene

@Suite("The desk's pages of a draft")
struct DraftPagesTests {
    private static let event = ProgrammeStage.event

    /// Every page of this part, with something in each of its places.
    static func pages(_ language: Language) throws -> [(name: String, markup: Markup)] {
        let scene = try ProgrammeStage.scene(language, viewer: ProgrammeStage.organiser)
        let base = ProgrammeChangesTests.base
        var draft = base
        draft.sessions[0].start = ProgrammeStage.time("09:30")
        draft.sessions[1].title = .empty
        draft.sessions.append(ProgrammeStage.session("Late", "23:50", room: base.rooms[0]))
        let warnings = ProgrammeRules.warnings(of: draft)
        let release = Release(
            id: Identifier(at: ProgrammeStage.now), event: event.id, number: 2, message: Localized("Moved"),
            at: ProgrammeStage.now,
            by: nil, digest: "d", restores: 1, programme: base)
        let outlook = ReleaseActions.Outlook(
            draft: draft, latest: release, changes: ProgrammeChange.diff(base, draft), blocking: warnings)
        let complaints = Complaints("date", "session.complaint.date")
        let list = ProgrammeDeskPage.View(
            event: event, programme: draft, warnings: warnings, standing: .differs(2),
            rights: DraftRights(ProgrammeStage.editor, in: event.id), complaints: complaints)
        let session = SessionDeskPage.View(
            event: event, programme: draft, session: draft.sessions[0].id,
            form: SessionForm(SessionDraft(draft.sessions[0]), version: 3),
            warnings: warnings, rights: DraftRights(ProgrammeStage.editor, in: event.id), mayEdit: true, complaints: complaints)
        let desk = ReleaseDeskPage.View(
            event: event, outlook: outlook, digest: "e", releases: [release.head], mayPublish: true)
        let back = ReleaseDeskPage.Restoring(event: event, target: release, latest: release, mayPublish: true)
        var first = release.head
        first.number = 1
        let entries = [
            ReleasePage.Entry(head: release.head, sessions: nil, changes: outlook.changes),
            ReleasePage.Entry(head: first, sessions: 2, changes: nil),
        ]
        let comparison = ReleasePage.Comparison(
            event: event, release: release, against: release, others: [release.head], live: [draft.sessions[0].id])
        return [
            ("programme", ProgrammeDeskPage.list(scene, list)), ("session", SessionDeskPage.edit(scene, session)),
            ("releases", ReleaseDeskPage.list(scene, desk)), ("restore", ReleaseDeskPage.restore(scene, back)),
            ("changes", ReleasePage.list(scene, event, entries, live: [])), ("compare", ReleasePage.compare(scene, comparison)),
            ("agenda", AgendaImportPage.show(scene, try agenda())),
        ]
    }

    private static func agenda() throws -> AgendaImportPage.View {
        let text = "3 December 2025\n09:20-09:25 Opening video\n09:25 Remarks\n10:00-10:30 Tea break\nDear colleagues"
        let fields = ["text": text, "date": "2025-12-03"]
        let form = AgendaImportForm(sent: { fields[$0] }, fields: [])
        let reading = AgendaImportActions.read(text, for: event, answers: try form.read())
        let plan = AgendaImportActions.plan(
            reading, draft: ProgrammeChangesTests.base, mode: .add, answers: try form.read(), at: ProgrammeStage.now)
        return AgendaImportPage.View(
            event: event, form: form, preview: AgendaImportPage.Preview(reading: reading, plan: plan, version: 1))
    }

    @Test("every page has its words in every language", arguments: Language.allCases)
    func words(language: Language) throws {
        for (name, markup) in try Self.pages(language) {
            #expect(ProgrammeStage.missing(markup) == [], "\(name)")
            #expect(!markup.text.contains("{"), "\(name) has an argument left over")
        }
    }

    @Test("no identifier stands twice on a page, and every label has its field")
    func identifiers() throws {
        for (name, markup) in try Self.pages(.en) {
            let ids = markup.text.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
            #expect(Set(ids).count == ids.count, "\(name)")
            let labels = markup.text.matches(of: /<label for="([^"]*)"/).map { String($0.output.1) }
            #expect(Set(labels).isSubset(of: Set(ids)), "\(name)")
        }
    }

    @Test("who may only look gets no form but the release's comparison")
    func looking() throws {
        let scene = try ProgrammeStage.scene()
        let view = ProgrammeDeskPage.View(
            event: Self.event, programme: ProgrammeChangesTests.base, warnings: [], standing: .unreleased,
            rights: DraftRights(nil, in: Self.event.id))
        #expect(!ProgrammeDeskPage.list(scene, view).text.contains("<form"))
    }
}
