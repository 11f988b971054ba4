import Base
import Testing

@testable import Convene

/// Programmes of every kind that a form would let in, from a seed: clock changes, nights, every script, marks that mean
/// something in one of the formats.
struct GeneratedProgramme {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
    private mutating func pick<T>(_ values: [T]) -> T { values[number(0...values.count - 1)] }
    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    private static let pieces = [
        "Open", "courses", "education", ",", ";", ":", "\\", "\\n", "\"", "'", "&", "=", "--", "+", "@", "#", "%", "|",
        "/",
        "…", "—", "世界", "开放课程", "مؤتمر", "التعليم", "Преподавание", "é", "e\u{301}", "🌙", "👩‍👩‍👧", "(x)", "[y]", "{z}", "$", "100",
        "]]>", "END:VEVENT", "long" + String(repeating: "er", count: 60),
    ]
    private mutating func line(_ most: Int = 8) -> String {
        singleLine((0..<number(1...most)).map { _ in pick(GeneratedProgramme.pieces) }.joined(separator: chance(70) ? " " : ""))
    }
    private mutating func text() -> String {
        chance(40) ? "" : manyLines((0..<number(1...4)).map { _ in line() }.joined(separator: chance(50) ? "\n" : "\n\n"))
    }
    private mutating func name() -> String {
        pick([
            "Ana Ruiz", "José Pérez", "Doe, Jane", "van der Berg, Jan", "王燕", "محمد علي", "O'Neil", "\"Q\"", "Anne-Marie",
            "Wu Yan",
        ])
    }
    private func id(_ group: Int, _ index: Int) -> Identifier { SiteSample.id(group * 10_000 + index) }

    mutating func make() throws -> (Programme, Event) {
        let zone = pick([
            "America/Mexico_City", "Europe/Rome", "Asia/Kathmandu", "Pacific/Auckland", "America/New_York", "Africa/Cairo", "UTC",
            "Asia/Shanghai", "Australia/Lord_Howe",
        ])
        let first = CalendarDate(dayNumber: 20_000 + number(0...800))
        let days = (0..<number(1...4)).map { first.adding(days: $0) }
        let rooms = (0..<number(1...5)).map { index in
            Room(
                id: id(1, index), name: Localized("\(pick(["Aula", "Hall", "会议室", "قاعة"])) \(index)"), position: index,
                capacity: nil)
        }
        let tracks = (0..<number(0...3)).map { index in
            Track(
                id: id(2, index), name: Localized("Track \(index) \(line(2))"), position: index, colour: pick([nil, "#00aa33"]))
        }
        var sessions: [Session] = []
        let known = try #require(Zone(zone))
        for index in 0..<number(1...30) {
            let session = session(index, pick(days), rooms, tracks)
            // A release holds no time that does not exist or comes twice.
            if case .once = known.reading(session.date, session.start) { sessions.append(session) }
        }
        if sessions.isEmpty { sessions = [try SiteSample.session(9, days[0].description, 720, 30, Localized("The one"))] }
        var event = try SiteSample.event(zone)
        event.first = first
        event.last = days[days.count - 1]
        let programme = Programme(
            zone: zone, days: days.map { ProgrammeDay(date: $0, ends: ClockTime(minutes: 1680)) }, rooms: rooms, tracks: tracks,
            sessions: sessions)
        return (programme, event)
    }

    private mutating func session(_ index: Int, _ day: CalendarDate, _ rooms: [Room], _ tracks: [Track]) -> Session {
        let people = (0..<number(0...3)).map { place in
            Appearance(
                id: id(4, index * 10 + place), person: nil, name: name() + (place == 0 ? "" : " \(place)"), affiliation: "",
                role: .speaker,
                presence: .inRoom, readBy: "")
        }
        var session = Session(
            id: id(3, index), date: day, start: ClockTime(minutes: 5 * number(0...336)), minutes: number(1...600),
            room: chance(80) ? pick(rooms).id : nil, kind: pick(ItemKind.allCases), title: Localized("T\(index) " + line()),
            abstract: Localized(text()), section: chance(30) ? Localized("Section " + line(2)) : .empty,
            languages: pick([["en"], [], ["es", "en"], ["ar"], ["zh"]]), appearances: people, slots: [])
        session.track = tracks.isEmpty || chance(40) ? nil : pick(tracks).id
        session.detail = SessionDetail(
            subtitle: chance(30) ? Localized(line(4)) : .empty, description: Localized(text()),
            guid: chance(20) ? "11111111-2222-4333-8444-0000000\(10_000 + index)" : nil,
            recordingLicence: chance(20) ? "CC BY 4.0" : "", isRecordingOptOut: chance(10))
        return session
    }
}
