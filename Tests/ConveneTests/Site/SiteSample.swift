import Base
import HTML

@testable import Convene

/// Programmes and scenes for the tests of pages and exports, without a database.
enum SiteSample {
    static func id(_ number: Int) -> Identifier {
        let digits = String(number)
        return Identifier(stored: "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
    }

    static func session(
        _ number: Int, _ date: String, _ start: Int, _ minutes: Int, _ title: Localized, kind: ItemKind = .talk, room: Int? = nil,
        section: String = "", languages: [String] = ["en"], people: [Appearance] = [], slots: [Slot] = []
    ) throws -> Session {
        Session(
            id: id(number), date: try EventWorld.day(date), start: ClockTime(minutes: start), minutes: minutes,
            room: room.map(id), kind: kind, title: title, abstract: .empty, section: Localized(section), languages: languages,
            appearances: people, slots: slots)
    }

    static func event(_ zone: String = "America/Mexico_City") throws -> Event {
        var draft = try EventWorld.draft()
        draft.zone = zone
        return draft.event(id(999), in: id(998))
    }

    static func release(
        _ sessions: [Session], zone: String = "America/Mexico_City", number: Int = 1, rooms: [Room] = [], ends: Int = 1440
    ) -> Release {
        let days = Set(sessions.map(\.date)).sorted().map { ProgrammeDay(date: $0, ends: ClockTime(minutes: ends)) }
        return Release(
            id: id(900 + number), event: id(999), number: number, message: Localized("First"),
            at: Instant(seconds: 1_764_000_000),
            by: nil, digest: "", restores: nil, programme: Programme(zone: zone, days: days, rooms: rooms, sessions: sessions))
    }

    static func room(_ number: Int, _ name: String) -> Room {
        Room(id: id(number), name: Localized(name), position: number, capacity: nil)
    }

    static func person(_ name: String, presence: Presence = .inRoom, readBy: String = "") -> Appearance {
        Appearance(
            id: id(700), person: nil, name: name, affiliation: "UNAM", role: .speaker, presence: presence, readBy: readBy)
    }

    /// The opening of the 2025 conference in short: a video, a release, a break, talks, two plenaries at once and a night.
    static func opening() throws -> Release {
        let date = "2025-12-03"
        let talks = Slot.split(start: ClockTime(minutes: 660), minutes: 40, each: 8) { id(800 + $0) }
        return release(
            [
                try session(
                    1, date, 560, 10, Localized(["en": "Opening Video", "ar": "فيديو الافتتاح"]), kind: .video, section: "Opening"
                ),
                try session(2, date, 625, 5, Localized("Index & <report>"), kind: .release, section: "Opening"),
                try session(3, date, 640, 20, Localized("Tea Break"), kind: .break, section: "Opening", languages: []),
                try session(4, date, 660, 40, Localized("Keynotes"), kind: .keynote, section: "Opening", slots: talks),
                try session(
                    5, date, 840, 180, Localized("Plenary 1"), kind: .plenary, room: 51, section: "Plenaries",
                    languages: ["es"], people: [person("Ana 'Nita' Ruiz")]),
                try session(6, date, 840, 180, Localized("Plenary 2"), kind: .plenary, room: 52, section: "Plenaries"),
                try session(7, date, 1530, 30, Localized("Night 🌙 session"), section: "Plenaries"),
                try session(8, "2025-12-04", 570, 180, Localized("Plenary 3"), kind: .plenary, room: 51),
            ],
            rooms: [room(51, "Sala d'Or"), room(52, "Room B")], ends: 1680)
    }

    static func scene(_ language: Language = .en, now: Instant = Instant(seconds: 0), zone: Zone? = nil) -> Scene {
        Scene(words: EventWorld.book.words(language), zone: zone, now: now, path: "/e/gmc-2025/programme")
    }

    static func file(_ event: Event) -> EventFile { EventFile(event: event) }
}
