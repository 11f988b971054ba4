import Base
import CompositeIndex
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct PreviewActionsTests {
    @Test("a contact sees her own country, only while the preview is open, and the desk answers", arguments: Backend.available)
    func contact(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let (contact, other) = (try await stage.person("Contact"), try await stage.person("Other"))
            let preview = try await stage.database.write { (tx) throws in
                try PreviewActions.invite(contact.person, to: "DD", of: id, by: administrator, in: tx)
            }
            @Sendable func comment(_ text: String, _ viewer: Viewer?) async throws -> String? {
                try await stage.refusal { (tx) throws in try PreviewActions.comment(text, on: preview.id, by: viewer, in: tx) }
            }
            #expect(try await comment("Early", contact) == "refusal.notFound")
            try await stage.database.write { (tx) throws in try EditionActions.openPreview(id, by: administrator, in: tx) }
            #expect(try await comment("The value is old", other) == "refusal.notFound")
            #expect(try await comment("The value is old", nil) == "refusal.signIn")
            #expect(try await comment("", contact) == "measure.refusal.comment")
            #expect(try await comment("The value is old", contact) == nil)
            let page = try await stage.page(preview.path, as: contact)
            #expect(page.contains("The value is old") && page.contains("DD") && !page.contains("BB"))
            #expect(try await stage.page("/previews", as: contact).contains(preview.path))
            #expect(try await !stage.page("/previews", as: other).contains(preview.path))
            try await stage.database.write { tx in
                try PreviewActions.answer("It is corrected", to: preview.id, of: id, by: administrator, in: tx)
                try EditionActions.freeze(id, by: administrator, in: tx)
            }
            #expect(try await comment("Late", contact) == "measure.refusal.previewClosed")
            #expect(try await stage.page(preview.path, as: contact).contains("It is corrected"))
            try await stage.database.write { (tx) throws in try EditionReleaseActions.release(id, by: administrator, in: tx) }
            #expect(try await comment("Later", contact) == "refusal.notFound")
        }
    }

    @Test("who is invited exists, and so does the country", arguments: Backend.available)
    func refusals(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let contact = try await stage.person("Contact")
            @Sendable func invite(_ person: Identifier, _ unit: String) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    _ = try PreviewActions.invite(person, to: unit, of: id, by: administrator, in: tx)
                }
            }
            #expect(try await invite(id, "DD") == "measure.refusal.person")
            #expect(try await invite(contact.person, "ZZ") == "measure.refusal.unit")
            #expect(try await invite(contact.person, "DD") == nil)
            #expect(try await invite(contact.person, "DD") == "measure.refusal.previewTwice")
        }
    }
}
