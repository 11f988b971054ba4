import Base

/// People, rooms, lengths and zones on lines of their own.
extension AgendaAssembly {
    mutating func readLength(_ index: Int, _ text: AgendaText) -> Bool {
        guard text.count <= 60, let (length, rest) = AgendaDurationReader.inTitle(text), rest.bytes.isEmpty, let current else {
            return false
        }
        drafts[current].duration = length
        markPart(index, current, length.isEach ? .each : .duration, ["minutes": String(length.minutes)])
        return true
    }

    mutating func readZone(_ index: Int, _ text: AgendaText) -> Bool {
        guard let found = AgendaZoneReader.sentence(text), current == nil || text.count <= 60 else { return false }
        let isPlain = AgendaZoneReader.isAnnouncement(text)
        guard isPlain || AgendaKindReader.kind(of: text) == nil || AgendaZoneReader.isZone(text) else { return false }
        guard isPlain || AgendaZoneReader.anywhere(text) == nil || drafts.isEmpty && !isHeading(index) else { return false }
        zone = zone ?? found
        mark(index, .understood, .zone, ["zone": found])
        return true
    }

    mutating func readLabel(_ index: Int, _ text: AgendaText) -> Bool {
        guard text.count <= 1200, let (role, speakers) = AgendaSpeakerReader.labelled(text) else { return false }
        let names = speakers.map(\.name).joined(separator: ", ")
        if let current {
            self.role = speakers.isEmpty ? role : nil
            drafts[current].item.speakers += speakers
            markPart(index, current, .speaker, ["names": names.isEmpty ? text.string : names])
            if !drafts[current].isPending { last = .speaker }
            return true
        }
        guard inner != nil || outer != nil, !drafts.isEmpty || !isFarFromTimes(index), !speakers.isEmpty, !isFarFromTimes(index)
        else { return false }
        chairs += speakers
        mark(index, .understood, .speaker, ["names": names])
        return true
    }

    private func isFarFromTimes(_ index: Int) -> Bool {
        var next = following(index)
        for _ in 0..<3 {
            guard let at = next else { return true }
            if entries[at].parts.isTimed || entries[at].parts.isHeader || entries[at].parts.day != nil { return false }
            next = following(at)
        }
        return true
    }

    mutating func readRoom(_ index: Int, _ text: AgendaText) -> Bool {
        guard let found = AgendaRoomReader.line(text) ?? (isPending ? nil : AgendaRoomReader.named(text)) else { return false }
        if let current, !found.rest.bytes.isEmpty {
            if drafts[current].isPending {
                drafts[current].item.room = found.room
                drafts[current].raw = found.rest
                markPart(index, current, .title, ["title": found.rest.string])
                last = .title
            } else {
                addParallel(index, current, found.rest, room: found.room)
            }
            return true
        }
        guard found.rest.bytes.isEmpty else { return false }
        let heads = following(index).map { entries[$0].parts.isTimed } ?? false
        if let current, drafts[current].item.room == nil || drafts[current].isPending, !(heads && entries[index].gap) {
            drafts[current].item.room = found.room
            markPart(index, current, .room, ["room": found.room])
            return true
        }
        guard !isFarFromTimes(index) else { return false }
        room = found.room
        if heads { current = nil }
        isFresh = true
        mark(index, .understood, .room, ["room": found.room])
        return true
    }

    mutating func addPeople(_ index: Int, _ current: Int, _ text: AgendaText, isGuess: Bool) {
        let people = AgendaPersonReader.list(text, role: role ?? .speaker)
        drafts[current].item.speakers += people
        let names = people.map(\.name).joined(separator: ", ")
        markPart(index, current, .speaker, ["names": names], isGuess ? AgendaComplaint(.guessedPerson, ["name": names]) : nil)
        last = .speaker
    }
}
