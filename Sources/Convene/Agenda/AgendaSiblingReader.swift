import Base

/// Second titles for one time, and numbered parts.
extension AgendaAssembly {
    /// "Plenary Session 2: …" under "Plenary Session 1: …", or a session under "Parallel sessions".
    mutating func readSibling(_ index: Int, _ text: AgendaText) -> Bool {
        guard let current, !drafts[current].isPending, entries[index].text.count <= 400 else { return false }
        if isPlural(drafts[current].raw, of: text) {
            drafts[current].isContainer = true
            addParallel(index, current, text, room: nil)
            drafts[drafts.count - 1].item.section = drafts[current].raw.string
            return true
        }
        if isParallelTitle(drafts[current].raw) || drafts[current].item.section.map({ isParallelTitle(AgendaText($0)) }) == true,
            let mark = AgendaSeriesReader.mark(text), mark.words.split(separator: " ").count <= 3,
            AgendaHeadingReader.isExplicit(text) || AgendaKindReader.kind(of: text) == .session
                || AgendaKindReader.kind(of: text) == .workshop
        {
            addParallel(index, current, text, room: nil)
            return true
        }
        guard AgendaSeriesReader.areSiblings(drafts[current].raw, text) else { return false }
        addParallel(index, current, text, room: nil)
        return true
    }

    /// "Workshops" over "Workshop A: …", "Talleres" over "Taller 1".
    private func isPlural(_ title: AgendaText, of part: AgendaText) -> Bool {
        guard title.count <= 60, AgendaSeriesReader.mark(title) == nil, let mark = AgendaSeriesReader.mark(part),
            let word = mark.words.split(separator: " ").last, word.count >= 4
        else { return false }
        return title.folded.split(whereSeparator: { !$0.isLetter }).contains {
            $0.hasPrefix(word) && $0.hasSuffix("s") && $0 != word
        }
    }

    private func isParallelTitle(_ text: AgendaText) -> Bool {
        let folded = text.folded
        return ["parallel", "concurrent", "simultan", "paralel", "breakout"].contains(where: folded.contains) && text.count <= 60
    }

    mutating func addParallel(_ index: Int, _ current: Int, _ title: AgendaText, room: String?) {
        let first = drafts[current]
        var item = AgendaItem(date: first.item.date, start: first.item.start, end: first.item.end, title: "")
        item.startGuessed = first.item.startGuessed
        item.endGuessed = first.item.endGuessed
        item.section = first.item.section
        item.room = room
        item.lines = [entries[index].number]
        if isParallelTitle(first.raw), AgendaSeriesReader.mark(first.raw) == nil {
            drafts[current].isContainer = true
            item.section = first.raw.string
        }
        var draft = AgendaDraft(item: item, raw: title, line: index, day: first.day)
        draft.duration = first.duration.flatMap { $0.isEach ? nil : $0 }
        drafts.append(draft)
        self.current = drafts.count - 1
        last = .title
        lastLength = entries[index].text.count
        role = nil
        mark(
            index, .understood, .parallel, ["title": title.string, "time": item.start.onTheWall],
            AgendaComplaint(.guessedParallel, ["time": item.start.onTheWall]))
    }

    mutating func readSub(_ index: Int, _ current: Int, _ text: AgendaText) -> Bool {
        guard !text.bytes.isEmpty, text.count <= 600 else { return false }
        if role != nil || AgendaPersonReader.isCertain(text) {
            addPeople(index, current, text, isGuess: false)
            return true
        }
        drafts[current].subs.append(text)
        if let found = AgendaSpeakerReader.fromTitle(text) { drafts[current].item.speakers += found.speakers }
        markPart(index, current, .subItem, ["title": text.string])
        last = .sub
        return true
    }

    /// A table's row without a time: people for the item above, or one more part of it.
    mutating func readRow(_ index: Int) {
        let parts = entries[index].parts
        guard let current else { return leave(index) }
        if parts.body.bytes.isEmpty {
            drafts[current].item.speakers += parts.speakers
            drafts[current].item.room = drafts[current].item.room ?? parts.room
            drafts[current].item.notes =
                [drafts[current].item.notes, parts.notes].compactMap { $0 }.joined(separator: "\n").nonEmpty
            return markPart(index, current, .speaker, ["names": parts.speakers.map(\.name).joined(separator: ", ")])
        }
        if drafts[current].isPending {
            drafts[current].raw = parts.body
        } else if AgendaSeriesReader.areSiblings(drafts[current].raw, parts.body)
            || (parts.room != nil && drafts[current].item.room != nil)
        {
            addParallel(index, current, parts.body, room: parts.room)
            drafts[drafts.count - 1].item.speakers = parts.speakers
            return
        } else {
            let names = parts.speakers.map(\.name).joined(separator: ", ")
            drafts[current].subs.append(names.isEmpty ? parts.body : AgendaText(parts.body.string + " – " + names))
        }
        drafts[current].item.speakers += parts.speakers
        markPart(index, current, .subItem, ["title": parts.body.string])
        lines[index].verdict = .guessed
        last = .sub
    }
}

extension String {
    /// Nil for an empty text.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
