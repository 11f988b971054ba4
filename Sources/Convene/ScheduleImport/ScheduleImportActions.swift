import Base
import Formats
import Store
import Web

/// Taking a foreign schedule into the draft.
package enum ScheduleImportActions {
    /// Keeps an upload until it is decided on; those of others that were forgotten go.
    package static func keep(_ upload: UploadedFile, for event: Event, by viewer: Viewer?, in tx: Writer) throws -> Identifier {
        let viewer = try viewer.demand(.editor, in: event.id)
        for old in try ScheduleImportStore.stale(in: tx) {
            try ScheduleImportStore.remove(old.id, in: tx)
            try StoredFileStore.delete(old.file, in: tx)
        }
        let file = try StoredFileStore.insert(upload, in: tx)
        let waiting = ScheduleImportStore.Waiting(id: tx.newID(), file: file.id, name: upload.name, createdAt: tx.now)
        try ScheduleImportStore.insert(waiting, of: event.id, by: viewer.person, in: tx)
        try tx.audit("schedule.uploaded", by: viewer.person, on: "event", event.id, after: file.sha256)
        try tx.note(Note(name: "schedule.uploaded", reference: event.reference, payload: ["import": waiting.id.text]))
        return waiting.id
    }

    /// The bytes of a waiting upload and the name that it came with.
    package static func waiting(
        _ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader
    ) throws -> (bytes: [UInt8], name: String) {
        _ = try viewer.demand(.editor, in: event.id)
        guard let waiting = try ScheduleImportStore.find(id, of: event.id, in: tx) else {
            throw Refusal(.gone, "scheduleImport.refusal.gone")
        }
        guard let bytes = try StoredFileStore.bytes(waiting.file, in: tx) else {
            throw Refusal(.gone, "scheduleImport.refusal.gone")
        }
        return (bytes, waiting.name)
    }

    /// What importing would do to the draft as it is, and the draft's version.
    package static func preview(
        _ schedule: ForeignSchedule, of event: Event, choices: ScheduleChoices, by viewer: Viewer?, in tx: Reader
    ) throws -> (plan: SchedulePlan, version: Int) {
        _ = try viewer.demand(.editor, in: event.id)
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        let origins = try ScheduleImportStore.origins(ScheduleOrigin.source(of: schedule), of: event.id, in: tx)
        let identifiers = IdentifierSequence(at: tx.now)
        let links = ImportedLinks(here: try MaterialStore.addresses(of: event, in: tx))
        let plan = SchedulePlan(
            schedule, draft: draft, event: event, origins: origins, choices: choices, links: links,
            newID: { identifiers.next() })
        return (plan, try ProgrammeStore.version(of: event.id, in: tx))
    }

    /// Saves what the preview showed; `seen` is the draft's version that it was made from. A file that changes nothing
    /// leaves no trace.
    @discardableResult
    package static func apply(
        _ schedule: ForeignSchedule, to event: Event, choices: ScheduleChoices, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws -> SchedulePlan {
        let viewer = try viewer.demand(.editor, in: event.id)
        let (plan, version) = try preview(schedule, of: event, choices: choices, by: viewer, in: tx)
        if let seen, version != seen { throw Refusal(.conflict, "programme.refusal.changed") }
        let source = ScheduleOrigin.source(of: schedule)
        let origins = try ScheduleImportStore.origins(source, of: event.id, in: tx)
        guard plan.changesAnything else { return plan }
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        try UndoActions.remembering("schedule.imported", event, by: viewer, in: tx) {
            let next = try ProgrammeStore.advance(event.id, in: tx)
            try ProgrammeStore.replace(draft, with: plan.programme, of: event.id, version: next, in: tx)
        }
        try settle(plan.links, of: event, by: viewer, in: tx)
        try ScheduleImportStore.replace(origins, with: plan.origins, source: source, of: event.id, in: tx)
        try tx.audit(
            "schedule.imported", by: viewer.person, on: "event", event.id, before: ReleaseStore.canonical(draft),
            after: ReleaseStore.canonical(plan.programme))
        try tx.note(
            Note(
                name: "programme.changed", reference: event.reference,
                payload: [
                    "verb": "schedule.imported", "created": String(plan.created.count), "changed": String(plan.changed.count),
                    "removed": String(plan.removed.count),
                ]))
        return plan
    }

    /// Links become materials, which stand on public pages without a release. What was changed here since it came stays.
    private static func settle(_ links: ImportedLinks, of event: Event, by viewer: Viewer, in tx: Writer) throws {
        guard !links.isEmpty else { return }
        for (session, gone) in links.removed {
            for material in try MaterialStore.all(of: session, in: event.id, tx) {
                if gone.contains(where: { $0.isMaterial(material) }) { try MaterialStore.remove(material.id, in: tx) }
            }
        }
        for (session, new) in links.added.sorted(by: { $0.key < $1.key }) {
            let last = try MaterialStore.all(of: session, in: event.id, tx).map(\.position).max() ?? 0
            for (index, link) in new.enumerated() {
                let material = link.material(
                    id: tx.newID(), event: event.id, session: session, position: last + index + 1, person: viewer.person,
                    at: tx.now)
                try MaterialStore.insert(material, in: tx)
            }
        }
        try tx.changed(event.topic)
    }
}
