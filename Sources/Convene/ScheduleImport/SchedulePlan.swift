import Base
import Formats

/// What importing a foreign schedule would do to a draft, exactly, before anything is saved.
package struct SchedulePlan: Sendable {
    /// One field that was changed here and in the file.
    package struct Conflict: Hashable, Sendable {
        package let session: Identifier
        package let field: String
        package let ours: String
        package let theirs: String
    }
    /// The draft as it would be.
    package internal(set) var programme: Programme
    package internal(set) var origins: [ScheduleOrigin] = []
    package internal(set) var created: [Identifier] = []
    package internal(set) var changed: [Identifier] = []
    package internal(set) var removed: [Identifier] = []
    package internal(set) var unchanged = 0
    /// Brought by an earlier import and no more in the file.
    package internal(set) var missing: [Identifier] = []
    package internal(set) var conflicts: [Conflict] = []
    /// Of the reader and of the plan.
    package internal(set) var findings: [FormatFinding]
    /// Links and files that sessions get or lose.
    package internal(set) var links = ImportedLinks()
    /// What was taken from the file changed the draft.
    package internal(set) var changesAnything = false
    package let changes: [ProgrammeChange]

    package init(
        _ schedule: ForeignSchedule, draft: Programme, event: Event, origins: [ScheduleOrigin], choices: ScheduleChoices,
        links: ImportedLinks = ImportedLinks(), newID: @escaping () -> Identifier
    ) {
        var merge = ScheduleMerge(
            schedule, draft: draft, event: event, origins: origins, choices: choices, links: links, newID: newID)
        merge.run()
        programme = merge.programme
        self.origins = merge.origins
        created = merge.created
        changed = merge.changed
        removed = merge.removed
        unchanged = merge.unchanged
        missing = merge.missing
        conflicts = merge.conflicts
        self.links = merge.links
        findings = schedule.findings + ScheduleSpellings.findings(schedule) + merge.log.findings
        changes = ProgrammeChange.diff(draft, merge.programme)
        changesAnything = merge.programme != draft || !merge.links.isEmpty
    }

    package func findings(_ kind: FormatFinding.Kind) -> [FormatFinding] { findings.filter { $0.kind == kind } }
    /// Sessions of the plan that have no place.
    package var unplaced: Int { (created + changed).count { id in programme.unplaced.contains { $0.id == id } } }
}
