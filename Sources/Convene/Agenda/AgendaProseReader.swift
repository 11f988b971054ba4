import Base

/// Lines without a time: titles, people, rooms, parts of an item, headings, and what belongs to none of them.
extension AgendaAssembly {
    mutating func read(_ index: Int) {
        let entry = entries[index]
        let text = entry.parts.body
        if entry.isHeldTitle { return }
        if swallows, !entry.gap {
            swallows = false
            return mark(index, .leftOut, .unread)
        }
        swallows = false
        if entry.parts.isRow { return readRow(index) }
        if readLength(index, text) || readZone(index, text) { return }
        if readLabel(index, text) || readRoom(index, text) { return }
        if let current, drafts[current].isPending { return takeTitle(index, current) }
        if readSibling(index, text) { return }
        let isPerson = AgendaPersonReader.isCertain(text) && text.count <= 200
        if isPerson, let current, !entry.parts.isOrdinal || role != nil { return addPeople(index, current, text, isGuess: false) }
        if isHeading(index) { return takeHeading(index) }
        if let current, entry.parts.isBullet || entry.parts.isOrdinal, readSub(index, current, text) { return }
        if AgendaHeadingReader.isEnd(text) || AgendaHeadingReader.isContact(text) { return mark(index, .leftOut, .prose) }
        guard let current, !entry.gap else { return leave(index) }
        readBehind(index, current, text)
    }

    /// What follows an item at once: the rest of a wrapped title, a name, an institution, or notes.
    private mutating func readBehind(_ index: Int, _ current: Int, _ text: AgendaText) {
        if last == .title || last == .speaker, let named = AgendaTitleReader.labelled(text) {
            drafts[current].raw = AgendaText(drafts[current].raw.string + ": " + named.string)
            return markPart(index, current, .title, ["title": named.string])
        }
        if last == .title, looksWrapped(text) {
            drafts[current].raw = joined(drafts[current].raw, text)
            return markPart(
                index, current, .continuation, ["title": text.string],
                AgendaComplaint(.guessedTitle, ["title": drafts[current].raw.string]))
        }
        if last == .sub, looksWrapped(text), let sub = drafts[current].subs.last {
            drafts[current].subs[drafts[current].subs.count - 1] = joined(sub, text)
            return markPart(
                index, current, .continuation, ["title": text.string], AgendaComplaint(.guessedTitle, ["title": text.string]))
        }
        if role != nil || AgendaPersonReader.person(text, role: .speaker) != nil, text.count <= 200 {
            return addPeople(index, current, text, isGuess: role == nil)
        }
        if last == .title, AgendaTitleReader.isGeneral(drafts[current].raw), !entries[index].parts.isRow, text.count <= 200 {
            drafts[current].raw = AgendaText(drafts[current].raw.string + ": " + text.string)
            return markPart(
                index, current, .continuation, ["title": text.string],
                AgendaComplaint(.guessedTitle, ["title": drafts[current].raw.string]))
        }
        if last == .speaker, drafts[current].item.speakers.last?.affiliation == nil, AgendaPersonReader.isPlace(text),
            text.count <= 120
        {
            drafts[current].item.speakers[drafts[current].item.speakers.count - 1].affiliation = text.string
            let names = drafts[current].item.speakers.last.map { $0.name + ", " + text.string } ?? text.string
            return markPart(index, current, .speaker, ["names": names], AgendaComplaint(.guessedPerson, ["name": names]))
        }
        drafts[current].item.notes = [drafts[current].item.notes, text.string].compactMap { $0 }.joined(separator: "\n")
        markPart(index, current, .note, ["text": text.string])
        lines[index].verdict = .guessed
        last = .note
    }

    mutating func leave(_ index: Int) {
        if entries[index].gap || entries[index].text.count > 120 { current = nil }
        if let zone = AgendaZoneReader.sentence(entries[index].text), self.zone == nil { self.zone = zone }
        mark(index, .leftOut, .prose)
    }

    mutating func markPart(
        _ index: Int, _ draft: Int, _ code: AgendaMeaning.Code, _ arguments: [String: String], _ complaint: AgendaComplaint? = nil
    ) {
        drafts[draft].item.lines.append(entries[index].number)
        lastLength = entries[index].text.count
        mark(index, .understood, code, arguments, complaint)
    }

    private mutating func takeTitle(_ index: Int, _ current: Int) {
        let parts = entries[index].parts
        let whole = parts.isTrailingDay || parts.badDate != nil ? entries[index].text : parts.body
        drafts[current].raw = AgendaTitleReader.labelled(whole) ?? whole
        markPart(index, current, .title, ["title": drafts[current].raw.string])
        last = .title
    }

    /// A line goes on where the one before ended in the middle, or was as long as a page is wide.
    func looksWrapped(_ text: AgendaText) -> Bool {
        guard let current, last == .title || last == .sub else { return false }
        let before = last == .title ? drafts[current].raw : drafts[current].subs.last ?? drafts[current].raw
        guard let sign = before.bytes.last, let first = text.shown.first else { return false }
        if [0x2C, 0x3A, 0x3B, 0x2D, 0x28, 0x26, 0x2F].contains(sign) || text.bytes[0] == 0x28 && lastLength >= 60 { return true }
        if before.bytes.filter({ $0 == 0x28 }).count > before.bytes.filter({ $0 == 0x29 }).count { return true }
        let word = String(before.folded.split(separator: " ").last ?? "")
        let joints: Set<String> = [
            "and", "of", "the", "for", "in", "on", "to", "with", "de", "la", "el", "los", "las", "y", "et", "du", "des", "le",
            "les", "en",
            "para", "por", "con", "pour", "avec", "a", "an", "del", "from", "at", "by", "or", "une", "un", "dans", "sur", "its",
            "e",
        ]
        if joints.contains(word) { return true }
        if first.properties.isLowercase { return AgendaText.isLetter(text.bytes[0]) }
        return lastLength >= 60 && sign != 0x2E && text.count <= 120 && !AgendaPersonReader.isName(text)
            && !AgendaPersonReader.isCertain(text) && !entries.isEmpty && last == .title
    }

    private func joined(_ one: AgendaText, _ other: AgendaText) -> AgendaText {
        let isBroken = one.bytes.last == 0x2D && one.count > 1 && AgendaText.isLetter(one.bytes[one.count - 2])
        return AgendaText(one.string + (isBroken ? "" : " ") + other.string)
    }
}
