import Base

/// Puts the items of a text into a draft. A session that was there keeps its identifier, its translations and whatever
/// the text does not speak of, so that the same text twice changes nothing.
struct AgendaMerge {
    private(set) var programme: Programme
    private let mode: AgendaMode
    private let tag: String
    private let newID: () -> Identifier

    init(_ draft: Programme, mode: AgendaMode, tag: String, newID: @escaping () -> Identifier) {
        programme = draft
        self.mode = mode
        self.tag = tag
        self.newID = newID
    }

    /// Takes all items in; gives the lines that each session came from.
    mutating func take(_ items: [AgendaPlan.Settled]) -> [Identifier: [Int]] {
        let matches = AgendaMatches(items, programme.sessions, mode)
        var lines: [Identifier: [Int]] = [:]
        var sessions = programme.sessions
        if mode == .replaceDays {
            let dates = Set(items.map(\.date))
            let kept = Set(matches.old.compactMap { $0?.id })
            sessions.removeAll { dates.contains($0.date) && !kept.contains($0.id) }
        }
        for (index, item) in items.enumerated() {
            let room = room(item.item.room)
            let made = session(item, before: matches.old[index], room: room)
            lines[made.id] = item.item.lines
            if let place = sessions.firstIndex(where: { $0.id == made.id }) {
                sessions[place] = made
            } else {
                sessions.append(made)
            }
            stand(made)
        }
        programme.sessions = sessions
        programme.sort()
        return lines
    }

    /// A room of that name, in any language; a new one only if the text names it.
    private mutating func room(_ name: String?) -> Identifier? {
        guard let name, !name.isEmpty else { return nil }
        if let known = programme.rooms.first(where: { $0.name.texts.values.contains { folded($0) == folded(name) } }) {
            return known.id
        }
        let position = (programme.rooms.map(\.position).max() ?? 0) + 1
        let room = Room(id: newID(), name: Localized(singleLine(name), tag), position: position, capacity: nil)
        programme.rooms.append(room)
        return room.id
    }

    /// Makes the session's day, or lengthens it to hold the session.
    private mutating func stand(_ session: Session) {
        let end = ClockTime(minutes: min(2880, max(1440, session.end.minutes)))
        guard let index = programme.days.firstIndex(where: { $0.date == session.date }) else {
            programme.days.append(ProgrammeDay(date: session.date, ends: end))
            return
        }
        if programme.days[index].ends < end { programme.days[index].ends = end }
    }

    private func session(_ settled: AgendaPlan.Settled, before old: Session?, room: Identifier?) -> Session {
        let item = settled.item
        let minutes = settled.end.minutes - item.start.minutes
        let body = AgendaBody(item, minutes: minutes)
        let kind = item.kindGuessed ? old?.kind ?? item.kind : item.kind
        let slots = body.slots.enumerated().map { index, slot in
            let before = (old?.slots ?? []).indices.contains(index) ? old?.slots[index] : nil
            return Slot(
                id: before?.id ?? newID(), start: slot.start, minutes: slot.minutes, title: text(slot.title, before?.title))
        }
        return Session(
            id: old?.id ?? newID(), date: settled.date, start: item.start, minutes: minutes, room: room ?? old?.room, kind: kind,
            title: text(item.title, old?.title), abstract: abstract(body.notes, old?.abstract),
            section: item.section.map { text($0, old?.section) } ?? old?.section ?? .empty, languages: old?.languages ?? [],
            appearances: people(item.speakers, old?.appearances ?? []),
            slots: slots.isEmpty && mode == .add ? old?.slots ?? [] : slots, track: old?.track,
            isInternal: old?.isInternal ?? false, detail: old?.detail ?? SessionDetail())
    }

    /// The text in its language; with all its translations if it says what was there already.
    private func text(_ text: String, _ old: Localized?) -> Localized {
        if let old, old.texts.values.contains(where: { folded($0) == folded(text) }) { return old }
        return Localized(singleLine(text), tag)
    }

    private func abstract(_ notes: String, _ old: Localized?) -> Localized {
        guard let old, !old.isEmpty else { return Localized(notes, tag) }
        return notes.isEmpty || mode == .add || old.texts.values.contains(notes) ? old : Localized(notes, tag)
    }

    /// Who is named in the text; in `add` whoever was there stays, too.
    private func people(_ speakers: [AgendaSpeaker], _ old: [Appearance]) -> [Appearance] {
        var rest = old
        var named: [Appearance] = []
        for speaker in speakers where !speaker.name.isEmpty {
            let name = singleLine(speaker.name)
            if let index = rest.firstIndex(where: { folded($0.name) == folded(name) }) {
                var same = rest.remove(at: index)
                if let affiliation = speaker.affiliation, !affiliation.isEmpty { same.affiliation = singleLine(affiliation) }
                same.role = speaker.role
                named.append(same)
            } else {
                named.append(
                    Appearance(
                        id: newID(), person: nil, name: name, affiliation: singleLine(speaker.affiliation ?? ""),
                        role: speaker.role, presence: .inRoom, readBy: ""))
            }
        }
        guard mode == .add else { return named }
        // Those of before keep their places, so that reading the text again does not shuffle them.
        let known = Set(old.map(\.id))
        return old.map { one in named.first { $0.id == one.id } ?? one } + named.filter { !known.contains($0.id) }
    }
}
