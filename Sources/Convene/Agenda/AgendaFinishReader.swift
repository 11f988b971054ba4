import Base

/// What can be said only when all lines are read: titles taken apart, containers, ends, slots, sides.
extension AgendaAssembly {
    mutating func finish() -> [AgendaItem] {
        dropPending()
        drafts = drafts.filter { !($0.isContainer) }
        for index in drafts.indices { dissect(index) }
        dropUntitled()
        gatherSessions()
        let following = nextStarts()
        for index in drafts.indices { end(index, following[index]) }
        for index in drafts.indices { slots(index) }
        number()
        return drafts.map(\.item)
    }

    /// Signs alone are no title.
    private mutating func dropUntitled() {
        for draft in drafts where draft.item.title.isEmpty {
            let found = ["found": lines[draft.line].text]
            mark(draft.line, .wrong, .time, ["time": draft.item.start.onTheWall], AgendaComplaint(.wrongTitle, found))
        }
        drafts.removeAll { $0.item.title.isEmpty }
    }

    private mutating func dissect(_ index: Int) {
        let taken = AgendaTitleReader.taken(drafts[index].raw)
        var item = drafts[index].item
        item.title = taken.title.string
        item.room = taken.room ?? item.room
        item.speakers = taken.speakers + item.speakers
        item.works = taken.works
        zone = zone ?? taken.zone
        drafts[index].duration = drafts[index].duration ?? taken.duration
        if item.title.isEmpty {
            item.title = item.speakers.map(\.name).joined(separator: ", ")
            item.kind = .talk
        } else if let kind = AgendaKindReader.kind(of: AgendaText(item.title)) {
            item.kind = kind
            item.kindGuessed = false
        }
        drafts[index].raw = taken.title
        drafts[index].item = item
    }

    /// A session with its own time that holds the talks behind it becomes their heading.
    private mutating func gatherSessions() {
        var index = 0
        var isGone = [Bool](repeating: false, count: drafts.count)
        while index < drafts.count {
            let held = self.held(by: index)
            if !held.isEmpty {
                isGone[index] = true
                let session = drafts[index].item
                for inside in held {
                    drafts[inside].item.section = session.title
                    drafts[inside].item.room = drafts[inside].item.room ?? session.room
                    drafts[inside].item.speakers += session.speakers.filter { $0.role == .chair || $0.role == .moderator }
                }
                if let last = held.last, drafts[last].item.end == nil, drafts[last].duration == nil, let end = session.end {
                    drafts[last].item.end = end
                    drafts[last].item.endGuessed = true
                    let line = drafts[last].line
                    lines[line].complaint = lines[line].complaint ?? AgendaComplaint(.guessedEnd, ["end": end.onTheWall])
                    if lines[line].verdict == .understood { lines[line].verdict = .guessed }
                }
                mark(
                    drafts[index].line, .guessed, .heading, ["title": session.title],
                    AgendaComplaint(.guessedHeading, ["title": session.title]))
                index = held.upperBound
            } else {
                index += 1
            }
        }
        drafts = zip(drafts, isGone).filter { !$0.1 }.map(\.0)
    }

    private func held(by index: Int) -> Range<Int> {
        let outer = drafts[index].item
        let none = (index + 1)..<(index + 1)
        guard [.session, .plenary, .workshop, .ceremony, .talk, .roundtable, .other, .keynote, .meeting].contains(outer.kind)
        else { return none }
        var next = index + 1
        guard let end = outer.end ?? drafts[index].duration.map({ outer.start.adding(minutes: $0.minutes) }) else {
            // "9:00 Session 1" and "9:00 First talk".
            guard [.session, .plenary, .ceremony].contains(outer.kind), next < drafts.count,
                drafts[next].day == drafts[index].day,
                drafts[next].item.start == outer.start, drafts[next].item.room == nil, drafts[next].line > drafts[index].line,
                lines[drafts[next].line].meaning.code != .parallel,
                !AgendaSeriesReader.areSiblings(drafts[index].raw, drafts[next].raw)
            else { return none }
            while next < drafts.count, drafts[next].day == drafts[index].day, drafts[next].item.section == outer.section,
                !drafts[next].item.kind.isBreak, next == index + 1 || drafts[next].item.kind != outer.kind
            { next += 1 }
            return (index + 1)..<next
        }
        while next < drafts.count, drafts[next].day == drafts[index].day, drafts[next].item.section == outer.section {
            let inside = drafts[next].item
            let last = inside.end ?? inside.start
            guard inside.start >= outer.start, last <= end, inside.start > outer.start || inside.end != end, inside.start < end
            else { break }
            guard outer.room == nil || inside.room == nil || inside.room == outer.room else { break }
            next += 1
        }
        let count = next - index - 1
        guard count >= 2 || (count == 1 && outer.kind == .session && drafts[index + 1].item.start == outer.start) else {
            return none
        }
        let first = drafts[index + 1].item.start.minutes - outer.start.minutes
        let final = drafts[next - 1].item
        guard first <= 15, final.end.map({ end.minutes - $0.minutes <= 30 }) ?? true else { return none }
        return (index + 1)..<next
    }

    /// For each item the next later start of its day; nil where the times begin anew, as for another room.
    private func nextStarts() -> [ClockTime?] {
        var starts = [ClockTime?](repeating: nil, count: drafts.count)
        for index in drafts.indices.dropLast().reversed() where drafts[index + 1].day == drafts[index].day {
            let (here, next) = (drafts[index].item.start, drafts[index + 1].item.start)
            starts[index] = next == here ? starts[index + 1] : next > here ? next : nil
        }
        return starts
    }

    /// Ends: a length if there is one, else the next start of the day, marked as guessed; the last one is asked for.
    private mutating func end(_ index: Int, _ following: ClockTime?) {
        var item = drafts[index].item
        defer { drafts[index].item = item }
        guard item.end == nil else { return }
        let line = drafts[index].line
        if let length = drafts[index].duration, !length.isEach || length.count != nil {
            item.end = item.start.adding(minutes: length.minutes * (length.count ?? 1))
            return
        }
        if let end = following {
            item.end = end
            item.endGuessed = true
            if lines[line].complaint == nil { lines[line].complaint = AgendaComplaint(.guessedEnd, ["end": end.onTheWall]) }
            if lines[line].verdict == .understood { lines[line].verdict = .guessed }
        } else if !AgendaHeadingReader.isEnd(AgendaText(item.title)) {
            questions.append(
                AgendaQuestion(.endNeeded, line: entries[line].number, ["time": item.start.onTheWall, "title": item.title]))
        }
    }

    private mutating func slots(_ index: Int) {
        let draft = drafts[index]
        let titles = draft.subs.map { AgendaTitleReader.cleaned($0) }
        guard let length = draft.duration, length.isEach else {
            drafts[index].item.slots = listed(titles, from: draft.item.start)
            guessKind(index)
            return
        }
        let room = draft.item.minutes.map { $0 / length.minutes }
        let count = titles.isEmpty ? length.count ?? room ?? 0 : titles.count
        drafts[index].item.slots = (0..<min(count, 200)).map { place in
            AgendaSlot(
                start: draft.item.start.adding(minutes: place * length.minutes), minutes: length.minutes,
                title: place < titles.count ? titles[place].string : "")
        }
        if let minutes = draft.item.minutes, minutes != count * length.minutes {
            let complaint = AgendaComplaint(.guessedSlots, ["minutes": String(length.minutes), "count": String(count)])
            lines[draft.line].complaint = lines[draft.line].complaint ?? complaint
            lines[draft.line].verdict = .guessed
        }
        guessKind(index)
    }

    /// Numbered parts: with their own lengths they have starts, else titles alone.
    private func listed(_ titles: [AgendaText], from start: ClockTime) -> [AgendaSlot] {
        let read = titles.map { AgendaDurationReader.inTitle($0) }
        guard !read.isEmpty, read.allSatisfy({ $0 != nil }) else { return titles.map { AgendaSlot(title: $0.string) } }
        var at = start
        return read.compactMap { entry -> AgendaSlot? in
            guard let (length, title) = entry else { return nil }
            defer { at = at.adding(minutes: length.minutes) }
            return AgendaSlot(start: at, minutes: length.minutes, title: title.string)
        }
    }

    private mutating func guessKind(_ index: Int) {
        let item = drafts[index].item
        guard item.kindGuessed else { return }
        let isTalk = !item.speakers.isEmpty || (item.minutes ?? 30) <= 45
        drafts[index].item.kind = isTalk ? .talk : .session
    }

    /// Items that share one time run side by side.
    private mutating func number() {
        struct Time: Hashable {
            let day: Int
            let date: CalendarDate?
            let start: ClockTime
            let end: ClockTime?
        }
        var groups: [Time: [Int]] = [:]
        for (index, draft) in drafts.enumerated() {
            let key = Time(
                day: draft.item.date == nil ? draft.day : 0, date: draft.item.date, start: draft.item.start, end: draft.item.end)
            groups[key, default: []].append(index)
        }
        let sides = groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        for (place, members) in sides.enumerated() {
            for index in members { drafts[index].item.parallel = place + 1 }
        }
    }
}
