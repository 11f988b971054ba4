import Base
import Store

/// Taking a text's programme into the draft.
package enum AgendaImportActions {
    /// Reads a text as a programme of this event, whose days and zone help to understand it.
    package static func read(_ text: String, for event: Event, answers: AgendaAnswers) -> AgendaReading {
        AgendaReader(
            expectedYear: event.first.year, dates: event.days, assumedDate: answers.date, zone: Zone(event.zone)
        ).read(text)
    }

    /// What importing would do; nothing is saved.
    package static func plan(
        _ reading: AgendaReading, draft: Programme, mode: AgendaMode, answers: AgendaAnswers, at now: Instant
    ) -> AgendaPlan {
        let identifiers = IdentifierSequence(at: now)
        return AgendaPlan.make(reading, draft: draft, mode: mode, answers: answers, newID: { identifiers.next() })
    }

    /// What importing would do to the draft as it is, for someone who may look at it.
    package static func preview(
        _ reading: AgendaReading, of event: Event, mode: AgendaMode, answers: AgendaAnswers, by viewer: Viewer?, in tx: Reader
    ) throws -> (plan: AgendaPlan, version: Int) {
        _ = try viewer.demand(.editor, in: event.id)
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        return (
            plan(reading, draft: draft, mode: mode, answers: answers, at: tx.now),
            try ProgrammeStore.version(of: event.id, in: tx)
        )
    }

    /// Saves what the preview showed. `seen` is the draft's version that the preview was made from: if somebody has
    /// changed the draft since, nothing is saved. The same text again changes nothing and leaves no trace.
    @discardableResult
    package static func apply(
        _ reading: AgendaReading, to event: Event, mode: AgendaMode, answers: AgendaAnswers, seen: Int?, by viewer: Viewer?,
        in tx: Writer
    ) throws -> AgendaPlan {
        let viewer = try viewer.demand(.editor, in: event.id)
        if let seen, try ProgrammeStore.version(of: event.id, in: tx) != seen {
            throw Refusal(.conflict, "programme.refusal.changed")
        }
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        let plan = plan(reading, draft: draft, mode: mode, answers: answers, at: tx.now)
        if let refusal = plan.refusal { throw Refusal(.invalid, refusal.code.rawValue, refusal.arguments, field: "text") }
        if let line = plan.wrong.first {
            throw Refusal(.invalid, "agendaImport.refusal.wrong", ["line": String(line.number)], field: "text")
        }
        guard plan.isReady else { throw Refusal(.invalid, "agendaImport.refusal.open", field: "text") }
        if plan.programme == draft { return plan }
        try UndoActions.remembering("agenda.import", event, by: viewer, in: tx) {
            let version = try ProgrammeStore.advance(event.id, in: tx)
            try ProgrammeStore.replace(draft, with: plan.programme, of: event.id, version: version, in: tx)
        }
        try tx.audit(
            "agenda.import", by: viewer.person, on: "event", event.id, before: ReleaseStore.canonical(draft),
            after: ReleaseStore.canonical(plan.programme))
        try tx.note(
            Note(
                name: "programme.changed", reference: event.reference,
                payload: ["verb": "agenda.import", "sessions": String(plan.lines.count)]))
        return plan
    }
}
