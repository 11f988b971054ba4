import Base
import Store

/// Going back and forth. Everybody undoes her own steps, and never over what somebody else did since.
package enum UndoActions {
    /// Runs a verb on an event's draft and remembers what it touched. The verb asks for its own permission.
    package static func remembering<T>(
        _ verb: String, _ event: Event, by viewer: Viewer?, in tx: Writer, _ body: () throws -> T
    ) throws -> T {
        guard let viewer, DraftRights(viewer, in: event.id).isSome else { return try body() }
        let before = try ProgrammeStore.draft(of: event, in: tx)
        let result = try body()
        let delta = ProgrammeDelta(from: before, to: try ProgrammeStore.draft(of: event, in: tx))
        if !delta.isEmpty { try EditStepStore.insert(delta, verb: verb, of: event.id, by: viewer.person, in: tx) }
        return result
    }

    /// Takes back the viewer's last step.
    package static func undo(in event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demandSome(.editor, in: event.id)
        guard let step = try EditStepStore.last(of: viewer.person, in: event.id, tx) else {
            throw Refusal(.conflict, "editing.refusal.nothing")
        }
        try apply(step.delta.reversed, "editing.undo", event, viewer, tx)
        try EditStepStore.mark(step.id, isUndone: true, in: tx)
    }

    /// Does again what the viewer undid last.
    package static func redo(in event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demandSome(.editor, in: event.id)
        guard let step = try EditStepStore.undone(of: viewer.person, in: event.id, tx) else {
            throw Refusal(.conflict, "editing.refusal.nothing")
        }
        try apply(step.delta, "editing.redo", event, viewer, tx)
        try EditStepStore.mark(step.id, isUndone: false, in: tx)
    }

    private static func apply(_ delta: ProgrammeDelta, _ verb: String, _ event: Event, _ viewer: Viewer, _ tx: Writer) throws {
        // Rights may have been narrowed since the step was made.
        guard DraftRights(viewer, in: event.id).mayChange(delta) else { throw Refusal(.forbidden, "refusal.otherPart") }
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        guard let next = delta.applied(to: draft) else { throw Refusal(.conflict, "editing.refusal.changedSince") }
        let version = try ProgrammeStore.advance(event.id, in: tx)
        try ProgrammeStore.replace(draft, with: next, of: event.id, version: version, in: tx)
        try tx.audit(verb, by: viewer.person, on: "event", event.id, before: json(delta.reversed), after: json(delta))
        try tx.note(Note(name: "programme.changed", reference: event.reference, payload: ["verb": verb]))
    }
}
