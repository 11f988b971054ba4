import Base

/// What importing a reading would make of a draft. Pure: the page shows it, the verb saves it, the command prints it.
package struct AgendaPlan: Sendable {
    package let programme: Programme
    package let changes: [ProgrammeChange]
    /// The days that the text speaks of.
    package let dates: [CalendarDate]
    /// Session → the lines of the text that it came from.
    package let lines: [Identifier: [Int]]
    /// What must be answered before it can be saved.
    package let open: [AgendaQuestion]
    /// Items that have no day or no end, and no answer either.
    package let unsettled: [AgendaItem]
    /// Lines that could not be read and must be put right first.
    package let wrong: [AgendaLine]
    package let refusal: AgendaComplaint?

    /// Nothing is imported by halves: a wrong line or an open question stops all of it.
    package var isReady: Bool { refusal == nil && wrong.isEmpty && unsettled.isEmpty && !lines.isEmpty }

    /// An item with its day and end settled.
    struct Settled {
        let item: AgendaItem
        let date: CalendarDate
        let end: ClockTime
        var key: AgendaKey { AgendaKey(date: date, start: item.start, title: folded(item.title)) }
    }

    package static func make(
        _ reading: AgendaReading, draft: Programme, mode: AgendaMode, answers: AgendaAnswers, newID: @escaping () -> Identifier
    ) -> AgendaPlan {
        var settled: [Settled] = []
        var unsettled: [AgendaItem] = []
        for item in reading.refusal == nil ? reading.items : [] {
            if let date = answers.date(of: item, in: reading), let end = answers.end(of: item) {
                settled.append(Settled(item: item, date: date, end: end))
            } else {
                unsettled.append(item)
            }
        }
        var merge = AgendaMerge(draft, mode: mode, tag: answers.tag, newID: newID)
        let lines = merge.take(settled)
        return AgendaPlan(
            programme: merge.programme, changes: ProgrammeChange.diff(draft, merge.programme),
            dates: Set(settled.map(\.date)).sorted(), lines: lines, open: answers.open(in: reading), unsettled: unsettled,
            wrong: reading.lines.filter { $0.verdict == .wrong }, refusal: reading.refusal)
    }
}

/// By what an item of a text and a session are the same.
struct AgendaKey: Hashable {
    let date: CalendarDate
    let start: ClockTime
    let title: String
}
