import Base

/// A plan for machines: what would be created, changed and dropped, from which lines, and what is still open. This is
/// what `plenaria import agenda --json` prints.
package struct AgendaReport: Encodable, Sendable {
    package struct Entry: Encodable, Sendable {
        package let session: Identifier
        package let title: String
        package let date: CalendarDate
        package let start: String
        package let end: String
        package let lines: [Int]
        /// Codes of what changes in it.
        package let changes: [String]
    }
    package struct Line: Encodable, Sendable {
        package let line: Int
        package let text: String
        package let meaning: String
        package let complaint: AgendaComplaint?
    }
    package let isReady: Bool
    package let created: [Entry]
    package let changed: [Entry]
    package let unchanged: [Entry]
    package let dropped: [Entry]
    package let questions: [AgendaQuestion]
    package let guessed: [Line]
    package let leftOut: [Line]
    package let wrong: [Line]
    package let refusal: AgendaComplaint?

    package init(_ plan: AgendaPlan, of reading: AgendaReading) {
        let codes = Dictionary(grouping: plan.changes.filter { $0.session != nil }, by: { $0.session?.id })
            .mapValues { $0.map(\.code) }
        func entry(_ session: Session) -> Entry {
            Entry(
                session: session.id, title: session.title.reading(.en).text, date: session.date,
                start: session.start.description, end: session.end.description, lines: plan.lines[session.id] ?? [],
                changes: codes[session.id] ?? [])
        }
        func lines(_ verdict: AgendaLine.Verdict) -> [Line] {
            reading.lines.filter { $0.verdict == verdict }.map {
                Line(line: $0.number, text: $0.text, meaning: $0.meaning.code.rawValue, complaint: $0.complaint)
            }
        }
        let entries = plan.programme.sessions.filter { plan.lines[$0.id] != nil }.map(entry)
        isReady = plan.isReady
        created = entries.filter { $0.changes == ["sessionAdded"] }
        changed = entries.filter { !$0.changes.isEmpty && $0.changes != ["sessionAdded"] }
        unchanged = entries.filter(\.changes.isEmpty)
        dropped = plan.changes.filter { $0.what == .sessionRemoved }.compactMap(\.session).map(entry)
        questions = plan.open
        guessed = lines(.guessed)
        leftOut = lines(.leftOut)
        wrong = lines(.wrong)
        refusal = plan.refusal
    }
}
