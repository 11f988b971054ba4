import Base

/// Which session of the draft each item of a text is, if it is there already. Each session is found once.
struct AgendaMatches {
    /// In the order of the items.
    private(set) var old: [Session?]

    init(_ items: [AgendaPlan.Settled], _ sessions: [Session], _ mode: AgendaMode) {
        old = Array(repeating: nil, count: items.count)
        var free = sessions
        pair(items, &free) { item, session in
            item.date == session.date && item.item.start == session.start && AgendaMatches.isTitled(session, item)
        }
        // Where the text is the whole of its days, an item may have moved within the day, or been given a new title.
        guard mode == .replaceDays else { return }
        pair(items, &free) { item, session in item.date == session.date && AgendaMatches.isTitled(session, item) }
        pair(items, &free) { item, session in
            item.date == session.date && item.item.start == session.start && item.end == session.end
        }
    }

    private mutating func pair(
        _ items: [AgendaPlan.Settled], _ free: inout [Session], by isSame: (AgendaPlan.Settled, Session) -> Bool
    ) {
        for index in items.indices where old[index] == nil {
            guard let place = free.firstIndex(where: { isSame(items[index], $0) }) else { continue }
            old[index] = free.remove(at: place)
        }
    }

    private static func isTitled(_ session: Session, _ item: AgendaPlan.Settled) -> Bool {
        if session.title.isEmpty { return item.item.title.isEmpty }
        let wanted = item.key.title
        return session.title.texts.values.contains { folded($0) == wanted }
    }
}
