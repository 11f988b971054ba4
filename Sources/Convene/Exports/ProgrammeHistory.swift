import Base

/// What became of the sessions of earlier releases, for calendars that have them: called off, or moved to another time.
package struct ProgrammeHistory: Sendable, Hashable {
    /// Stood in an earlier release and in this one no more, as they stood last.
    package let cancelled: [Session]
    /// When a session began before its start changed last.
    package let formerStarts: [Identifier: Instant]
    /// How many releases back is looked.
    package static let remembered = 20
    package static let none = ProgrammeHistory(cancelled: [], formerStarts: [:])

    private init(cancelled: [Session], formerStarts: [Identifier: Instant]) {
        self.cancelled = cancelled
        self.formerStarts = formerStarts
    }

    /// `earlier` in any order; releases that are not earlier are passed over.
    package init(_ release: Release, earlier: [Release]) {
        let older = earlier.filter { $0.number < release.number }.sorted { $0.number > $1.number }
        var seen = Set(release.programme.sessions.map(\.id))
        cancelled = older.flatMap { old in old.programme.sessions.filter { seen.insert($0.id).inserted } }
        let now = ProgrammeHistory.starts(release)
        var former: [Identifier: Instant] = [:]
        for old in older {
            for (id, start) in ProgrammeHistory.starts(old) where former[id] == nil {
                if let current = now[id], current != start { former[id] = start }
            }
        }
        formerStarts = former
    }

    private static func starts(_ release: Release) -> [Identifier: Instant] {
        let zone = Zone(release.programme.zone) ?? .utc
        return Dictionary(
            release.programme.sessions.map { ($0.id, ProgrammeView.instant($0.date, $0.start, zone)) },
            uniquingKeysWith: { first, _ in first })
    }
}
