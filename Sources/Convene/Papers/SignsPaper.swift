import Base
import HTML
import Paper

/// Signs for the doors of an event's rooms, one after the other in one file: a room, a day.
struct SignSheets: PaperWork {
    let info: PaperInfo
    let signs: [DoorSign]
    static let most = 400

    var size: PaperSize { signs.first?.size ?? .a4 }
    var refusesMissingGlyphs: Bool { false }
    var isLong: Bool { signs.count > 20 }

    func draw(on canvas: Canvas) throws {
        guard signs.count <= SignSheets.most else { throw PaperFault.tooMany(most: SignSheets.most) }
        for sign in signs { try sign.draw(on: canvas) }
    }
}

enum SignsPaper {
    /// From what is released alone: nothing hangs at a door that the public does not see. Empty for a programme whose sessions
    /// have no rooms.
    static func sheets(_ event: Event, _ programme: Programme, words: Words, baseURL: String, now: Instant) -> SignSheets {
        let info = EventPaper.info(event, words("papers.signs"), words, at: now)
        let days = Set(programme.sessions.map(\.date)).sorted()
        let signs = days.flatMap { day in
            programme.rooms.compactMap { room -> DoorSign? in
                let held = programme.sessions.filter { $0.date == day && $0.room == room.id && !$0.isInternal }
                return held.isEmpty ? nil : sign(event, room, day, held, info, words, baseURL)
            }
        }
        return SignSheets(info: info, signs: signs)
    }

    private static func sign(
        _ event: Event, _ room: Room, _ day: CalendarDate, _ sessions: [Session], _ info: PaperInfo, _ words: Words,
        _ baseURL: String
    ) -> DoorSign {
        let first = room.name.reading(words.language).tag
        let tags = [first] + room.name.tags.filter { $0 != first && room.name[$0] != room.name[first] }
        return DoorSign(
            info: info, band: EventPaper.band(event), event: EventPaper.text(event.name, words.language),
            names: tags.prefix(3).map { PaperText(room.name[$0] ?? "", $0) },
            day: PaperText(words.date(day, .full), words.language.rawValue), sessions: sessions.map { line($0, words) },
            note: EventPaper.said(words, "papers.signs.note"), code: baseURL + event.path + "/programme")
    }

    private static func line(_ session: Session, _ words: Words) -> PaperSession {
        let who = session.appearances.map(\.name).filter { !$0.isEmpty }
        let shown = who.count > 4 ? Array(who.prefix(4)) + ["…"] : who
        return PaperSession(
            time: PaperText(DraftDeskPage.times(session.start, session.end), "en"),
            title: EventPaper.text(session.title, words.language),
            note: shown.isEmpty ? nil : PaperText(shown.joined(separator: " · ")))
    }
}
