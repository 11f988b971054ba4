import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct ReportActionsTests {
    @Test(
        "a report is written, published, withdrawn and deleted; each leaves one audit row and one note",
        arguments: Backend.available)
    func life(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let administrator = stage.administrator
            let made = try await stage.report()
            let draft = ReportDraft(language: .es, title: "Informe", text: "{{score BB}}", authors: "Desk")
            try await stage.database.write { (tx) throws in
                try ReportActions.edit(made.id, as: draft, seen: 1, by: administrator, in: tx)
                try ReportActions.publish(made.id, seen: 2, by: administrator, in: tx)
            }
            let found = try await stage.database.read { (tx) throws in try ReportStore.find(made.id, in: tx) }
            #expect(found?.state == .published && found?.publishedAt != nil && found?.revision == 3)
            #expect(found?.title.texts == ["en": "Annual report", "es": "Informe"] && found?.authors == "Desk")
            #expect(
                try await stage.refusal { (tx) throws in try ReportActions.remove(made.id, seen: nil, by: administrator, in: tx) }
                    == "report.refusal.state")
            try await stage.database.write { (tx) throws in
                try ReportActions.withdraw(made.id, seen: 3, by: administrator, in: tx)
                try ReportActions.remove(made.id, seen: 4, by: administrator, in: tx)
            }
            let (audits, notes, left) = try await stage.database.read { (tx) throws in
                (
                    try tx.rows("SELECT verb FROM audit WHERE kind = 'report' ORDER BY verb").map { try $0.text("verb") },
                    try tx.rows("SELECT name FROM note WHERE name = 'report.published'").count,
                    try ReportStore.all(of: stage.edition.id, in: tx)
                )
            }
            #expect(
                audits == ["report.created", "report.edited", "report.published", "report.removed", "report.withdrawn"])
            #expect(notes == 1 && left.isEmpty)
        }
    }

    @Test("who edits what was changed meanwhile is told, and so is who publishes it", arguments: Backend.available)
    func overtaken(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let administrator = stage.administrator
            let made = try await stage.report()
            @Sendable func edit(_ text: String, _ seen: Int?) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    let draft = ReportDraft(language: .en, title: "A", text: text)
                    try ReportActions.edit(made.id, as: draft, seen: seen, by: administrator, in: tx)
                }
            }
            #expect(try await edit("First", 1) == nil)
            #expect(try await edit("Second", 1) == "report.refusal.overtaken")
            #expect(
                try await stage.refusal { (tx) throws in try ReportActions.publish(made.id, seen: 1, by: administrator, in: tx) }
                    == "report.refusal.overtaken")
            #expect(try await stage.database.read { (tx) throws in try ReportStore.find(made.id, in: tx)?.text["en"] } == "First")
        }
    }

    @Test(
        "a text that is not understood may be saved and not published; what is public stays sound", arguments: Backend.available)
    func sound(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let administrator = stage.administrator
            let made = try await stage.report("annual", .edition, ["en": "{{score ZZ}}"])
            @Sendable func publish(_ id: Identifier) async throws -> String? {
                try await stage.refusal { (tx) throws in try ReportActions.publish(id, seen: nil, by: administrator, in: tx) }
            }
            @Sendable func edit(_ text: String) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    try ReportActions.edit(
                        made.id, as: ReportDraft(language: .en, title: "A", text: text), seen: nil, by: administrator, in: tx)
                }
            }
            #expect(try await publish(made.id) == "report.refusal.faults")
            #expect(try await edit("") == nil)
            #expect(try await publish(made.id) == "report.refusal.empty")
            #expect(try await edit("{{score AA}}") == nil)
            #expect(try await publish(made.id) == nil)
            #expect(try await edit("{{score ZZ}}") == "report.refusal.faults")
            #expect(try await edit(String(repeating: "x", count: ReportDraft.longest + 1)) == "report.refusal.long")
            let country = try await stage.report("country", .country, ["en": "{{score unit}}"])
            let other = try await stage.report("other", .country, ["en": "{{rank unit}}"])
            #expect(try await publish(country.id) == nil)
            #expect(try await publish(other.id) == "report.refusal.countryTwice")
        }
    }

    @Test("only who runs the year may; address and title are asked for", arguments: Backend.available)
    func refusals(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let id = stage.edition.id
            let made = try await stage.report()
            @Sendable func create(_ slug: String, _ title: String, _ viewer: Viewer?) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    try ReportActions.create(slug, .edition, title: Localized(title), of: id, by: viewer, in: tx)
                }
            }
            #expect(try await create("annual", "Again", stage.administrator) == "report.refusal.slugTaken")
            #expect(try await create("A b", "Again", stage.administrator) == "measure.refusal.slug")
            #expect(try await create("other", "", stage.administrator) == "report.refusal.untitled")
            for (viewer, refusal) in [(nil, "refusal.signIn"), (MeasureStage.viewer(.editor), "refusal.forbidden")] {
                #expect(try await create("other", "Other", viewer) == refusal)
                let draft = ReportDraft(language: .en, title: "Taken", text: "Taken")
                let verbs: [@Sendable (Writer) throws -> Void] = [
                    { try ReportActions.edit(made.id, as: draft, seen: nil, by: viewer, in: $0) },
                    { try ReportActions.publish(made.id, seen: nil, by: viewer, in: $0) },
                    { try ReportActions.withdraw(made.id, seen: nil, by: viewer, in: $0) },
                    { try ReportActions.remove(made.id, seen: nil, by: viewer, in: $0) },
                ]
                for verb in verbs { #expect(try await stage.refusal(verb) == refusal) }
            }
        }
    }
}
