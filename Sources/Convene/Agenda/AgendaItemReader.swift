import Base

/// Lines with a time: each begins an item, or ends the time of the one before.
extension AgendaAssembly {
    mutating func read(_ span: AgendaSpan, _ index: Int) {
        let entry = entries[index]
        let parts = entry.parts
        zone = zone ?? parts.zone
        swallows = false
        role = nil
        if let dated = lines[index].complaint, dated.code == .outsideDates || dated.code == .guessedWeekday {
        } else if parts.day == nil {
            lines[index].complaint = nil
        }
        if joins(span, index) { return }
        dropPending()
        guard let settled = AgendaClockReader.settle(span, previous: previousStart, isFresh: isFresh, habits: habits) else {
            let found = ["start": clockText(span.first), "end": span.last.map(clockText) ?? ""]
            mark(index, .wrong, .unread, [:], AgendaComplaint(.wrongOrder, found))
            current = nil
            swallows = parts.body.bytes.isEmpty && parts.tracks.isEmpty
            return
        }
        ask(index)
        let titles = parts.tracks.isEmpty ? [("", parts.body)] : parts.tracks.filter { !$0.title.bytes.isEmpty }
        for (name, title) in titles { begin(index, settled, title, name, span.isOpen) }
        previousStart = settled.start
        isFresh = false
        last = .title
        lastLength = entry.text.count
        let several = parts.hasMoreTimes ? AgendaComplaint(.severalTimes, ["time": timeText(settled)]) : nil
        let complaint = several ?? settled.complaint ?? lines[index].complaint
        if parts.body.bytes.isEmpty, parts.tracks.isEmpty {
            mark(index, .understood, .time, ["time": timeText(settled)], complaint)
        } else {
            let title = titles.map { $0.1.string }.joined(separator: " ‖ ")
            mark(index, .understood, .item, ["time": timeText(settled), "title": title], complaint)
        }
        if let held = heldTitle(before: index), isPending, let current {
            drafts[current].raw = entries[held].text
            drafts[current].item.lines.insert(entries[held].number, at: 0)
            mark(held, .understood, .title, ["title": entries[held].text.string])
        }
    }

    private func heldTitle(before index: Int) -> Int? {
        index > 0 && entries[index - 1].isHeldTitle ? index - 1 : nil
    }

    private mutating func begin(
        _ index: Int, _ settled: AgendaClockReader.Settled, _ title: AgendaText, _ track: String, _ isOpen: Bool
    ) {
        let entry = entries[index]
        var item = AgendaItem(date: date, start: settled.start, end: settled.end, title: "")
        item.startGuessed = settled.startGuessed
        item.endGuessed = settled.endGuessed
        item.section = entry.parts.section ?? inner ?? outer
        item.room = entry.parts.room ?? (track.isEmpty ? room : track)
        item.notes = entry.parts.notes
        item.speakers = entry.parts.speakers
        item.lines = [entry.number]
        var draft = AgendaDraft(item: item, raw: title, line: index, day: day)
        draft.duration = entry.parts.duration
        draft.isOpen = isOpen
        if !title.bytes.isEmpty { takeLength(&draft) }
        drafts.append(draft)
        current = drafts.count - 1
    }

    /// "(8 mins each)" beside a time is a length and no title.
    private func takeLength(_ draft: inout AgendaDraft) {
        guard let (length, rest) = AgendaDurationReader.inTitle(draft.raw), rest.bytes.isEmpty else { return }
        draft.duration = length
        draft.raw = rest
    }

    /// "4:00 pm -" and "6:00 pm" on the next line are one range.
    private mutating func joins(_ span: AgendaSpan, _ index: Int) -> Bool {
        guard let current, drafts[current].isPending, drafts[current].item.end == nil, span.last == nil,
            index - drafts[current].line <= 2
        else { return false }
        let isWanted = drafts[current].isOpen || (entries[index].parts.body.bytes.isEmpty && !entries[index].parts.isTrailing)
        guard isWanted, let first = entries[drafts[current].line].parts.span else { return false }
        let joined = AgendaSpan(first: first.first, last: span.first, end: 0)
        let before = current > 0 && drafts[current - 1].day == day ? drafts[current - 1].item.start : nil
        guard let settled = AgendaClockReader.settle(joined, previous: before, isFresh: isFresh, habits: habits) else {
            return false
        }
        drafts[current].item.start = settled.start
        drafts[current].item.end = settled.end
        drafts[current].raw = entries[index].parts.body
        drafts[current].item.lines.append(entries[index].number)
        previousStart = settled.start
        let guess = drafts[current].isOpen ? nil : AgendaComplaint(.guessedRange, ["time": timeText(settled)])
        drafts[current].isOpen = false
        mark(index, .understood, .time, ["time": timeText(settled)], guess)
        last = .title
        return true
    }

    /// An item without any title is named as wrong and left out.
    mutating func dropPending() {
        guard let current, drafts[current].isPending, drafts[current].item.speakers.isEmpty else { return }
        let line = drafts[current].line
        mark(
            line, .wrong, .time, ["time": drafts[current].item.start.onTheWall],
            AgendaComplaint(.wrongTitle, ["found": lines[line].text]))
        drafts.remove(at: current)
        self.current = nil
    }

    /// Asks once for the date of a day that has none.
    private mutating func ask(_ index: Int) {
        guard date == nil, !isAsked else { return }
        isAsked = true
        if dayWords == nil, let assumed = calendar.takeAssumed() {
            date = assumed
            return
        }
        questions.append(
            AgendaQuestion(.dateNeeded, line: entries[index].number, ["found": dayWords ?? ""], options: calendar.likelyDays))
    }

    func timeText(_ settled: AgendaClockReader.Settled) -> String {
        settled.start.onTheWall + (settled.end.map { "–" + $0.onTheWall } ?? "")
    }
    private func clockText(_ clock: AgendaClock) -> String { "\(clock.hour):\(twoDigits(clock.minute))" }
}
