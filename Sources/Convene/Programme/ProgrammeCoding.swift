import Base

/// Releases are kept as JSON for ever: what was added to the model later is optional here and written only where it says
/// something, so that an old release reads as it was and keeps its digest.
extension Programme {
    private enum CodingKeys: String, CodingKey { case zone, days, rooms, tracks, sessions, unplaced }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            zone: try values.decode(String.self, forKey: .zone),
            days: try values.decode([ProgrammeDay].self, forKey: .days),
            rooms: try values.decode([Room].self, forKey: .rooms),
            tracks: try values.decodeIfPresent([Track].self, forKey: .tracks) ?? [],
            sessions: try values.decode([Session].self, forKey: .sessions),
            unplaced: try values.decodeIfPresent([Session].self, forKey: .unplaced) ?? [])
    }
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(zone, forKey: .zone)
        try values.encode(days, forKey: .days)
        try values.encode(rooms, forKey: .rooms)
        if !tracks.isEmpty { try values.encode(tracks, forKey: .tracks) }
        try values.encode(sessions, forKey: .sessions)
        if !unplaced.isEmpty { try values.encode(unplaced, forKey: .unplaced) }
    }
}

extension Session {
    private enum CodingKeys: String, CodingKey {
        case id, date, start, minutes, room, kind, title, abstract, section, languages, appearances, slots
        case track, isInternal, detail
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(Identifier.self, forKey: .id), date: try values.decode(CalendarDate.self, forKey: .date),
            start: try values.decode(ClockTime.self, forKey: .start), minutes: try values.decode(Int.self, forKey: .minutes),
            room: try values.decodeIfPresent(Identifier.self, forKey: .room),
            kind: try values.decode(ItemKind.self, forKey: .kind), title: try values.decode(Localized.self, forKey: .title),
            abstract: try values.decode(Localized.self, forKey: .abstract),
            section: try values.decode(Localized.self, forKey: .section),
            languages: try values.decode([String].self, forKey: .languages),
            appearances: try values.decode([Appearance].self, forKey: .appearances),
            slots: try values.decode([Slot].self, forKey: .slots),
            track: try values.decodeIfPresent(Identifier.self, forKey: .track),
            isInternal: try values.decodeIfPresent(Bool.self, forKey: .isInternal) ?? false,
            detail: try values.decodeIfPresent(SessionDetail.self, forKey: .detail) ?? SessionDetail())
    }
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(date, forKey: .date)
        try values.encode(start, forKey: .start)
        try values.encode(minutes, forKey: .minutes)
        try values.encodeIfPresent(room, forKey: .room)
        try values.encode(kind, forKey: .kind)
        try values.encode(title, forKey: .title)
        try values.encode(abstract, forKey: .abstract)
        try values.encode(section, forKey: .section)
        try values.encode(languages, forKey: .languages)
        try values.encode(appearances, forKey: .appearances)
        try values.encode(slots, forKey: .slots)
        try values.encodeIfPresent(track, forKey: .track)
        if isInternal { try values.encode(true, forKey: .isInternal) }
        if !detail.isEmpty { try values.encode(detail, forKey: .detail) }
    }
}
