import Base
import CompositeIndex
import People
import Store

/// Letting the contacts of countries see their own profile before the release, and talking about it.
package enum PreviewActions {
    /// Gives a person the preview of a country. She sees that country alone, and nothing before the preview is open.
    package static func invite(
        _ person: Identifier, to unit: String, of id: Identifier, by viewer: Viewer?, in tx: Writer
    ) throws -> CountryPreview {
        let (viewer, edition) = try EditionActions.open(id, nil, viewer, tx)
        guard try PersonStore.find(person, in: tx) != nil else {
            throw Refusal(.invalid, "measure.refusal.person", field: "person")
        }
        guard try EditionStore.content(of: id, in: tx).data?.unit(unit) != nil else {
            throw Refusal(.invalid, "measure.refusal.unit", field: "unit")
        }
        let preview = CountryPreview(id: tx.newID(), edition: id, unit: unit, person: person, invitedAt: tx.now)
        guard try PreviewStore.insert(preview, in: tx) else {
            throw Refusal(.conflict, "measure.refusal.previewTwice", field: "person")
        }
        try say("index.previewGiven", edition, preview.id, viewer.person, in: tx)
        return preview
    }

    package static func withdraw(_ preview: Identifier, of id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, edition) = try EditionActions.find(id, viewer, tx)
        guard let found = try PreviewStore.find(preview, in: tx), found.edition == id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        try PreviewStore.remove(preview, in: tx)
        try say("index.previewWithdrawn", edition, preview, viewer.person, in: tx)
    }

    /// The contact's look: hers, and only from the opening of the preview to the release. For everybody else there is none.
    package static func look(
        at id: Identifier, by viewer: Viewer?, in tx: Reader
    ) throws -> (preview: CountryPreview, edition: IndexEdition) {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let preview = try PreviewStore.find(id, in: tx), preview.person == viewer.person,
            let edition = try EditionStore.find(preview.edition, in: tx), [.preview, .frozen].contains(edition.state)
        else { throw Refusal(.notFound, "refusal.notFound") }
        return (preview, edition)
    }

    /// While the preview is open, or until the instant that was said; afterwards she may look and not comment.
    package static func comment(_ text: String, on id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let (preview, edition) = try look(at: id, by: viewer, in: tx)
        guard edition.takesComments(at: tx.now) else { throw Refusal(.conflict, "measure.refusal.previewClosed", field: "text") }
        try add(text, to: preview, of: edition, isDesk: false, by: preview.person, in: tx)
    }

    /// What the desk answers.
    @discardableResult
    package static func answer(
        _ text: String, to preview: Identifier, of id: Identifier, by viewer: Viewer?, in tx: Writer
    ) throws -> PreviewComment {
        let (viewer, edition) = try EditionActions.find(id, viewer, tx)
        guard let found = try PreviewStore.find(preview, in: tx), found.edition == id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return try add(text, to: found, of: edition, isDesk: true, by: viewer.person, in: tx)
    }

    @discardableResult
    private static func add(
        _ text: String, to preview: CountryPreview, of edition: IndexEdition, isDesk: Bool, by person: Identifier, in tx: Writer
    ) throws -> PreviewComment {
        guard !text.isEmpty, text.count <= PreviewComment.longest else {
            throw Refusal(.invalid, "measure.refusal.comment", ["most": String(PreviewComment.longest)], field: "text")
        }
        let comment = PreviewComment(
            id: tx.newID(), preview: preview.id, person: person, isDesk: isDesk, at: tx.now, text: text)
        try PreviewStore.insert(comment, in: tx)
        try say(isDesk ? "index.previewAnswered" : "index.previewCommented", edition, preview.id, person, in: tx)
        return comment
    }

    /// What was said stays out of audit and notes.
    private static func say(_ verb: String, _ edition: IndexEdition, _ about: Identifier, _ person: Identifier, in tx: Writer)
        throws
    {
        try tx.audit(verb, by: person, on: "index_edition", edition.id, after: json([verb, about.text]))
        try tx.note(Note(name: verb, reference: edition.reference))
        try tx.changed(edition.topic)
    }
}
