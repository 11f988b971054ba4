import Base
import People
import Store

/// An invented edition that is being planned, to try the desk on: two rooms, three tracks, sessions that wait beside the
/// plan, internal ones, speakers with hours. It is not public, and its name says that it is a sample.
package enum PlanningDemo {
    package static let slug = "sample-2026"
    static let first = CalendarDate(year: 2026, month: 12, day: 2)
    static let second = CalendarDate(year: 2026, month: 12, day: 3)

    package static func fill(series: Identifier, administrator: Viewer, in tx: Writer) throws {
        guard let first, let second else { return }
        let event = try EventActions.create(
            EventDraft(
                slug: slug, name: name, shortName: "Sample 2026", zone: "Europe/Lisbon", first: first, last: second,
                isPublic: false), in: series, by: administrator, in: tx)
        for day in [first, second] {
            _ = try ProgrammeActions.setDay(
                ProgrammeDay(date: day, ends: ClockTime(minutes: 1440)), of: event, by: administrator, in: tx)
        }
        let rooms = try [("Aula Magna", 300), ("Room 2", 60)].map {
            try ProgrammeActions.addRoom(Localized($0.0), capacity: $0.1, to: event, by: administrator, in: tx).id
        }
        let tracks = try [teaching, policy, technology].map {
            try TrackActions.add($0, colour: nil, to: event, by: administrator, in: tx).id
        }
        for item in items {
            let start = ClockTime(minutes: item.start)
            var draft = SessionDraft(
                date: item.day == 1 ? first : second, start: start, minutes: item.minutes,
                room: item.room.map { rooms[$0] }, kind: item.kind, title: Localized(item.title))
            draft.track = item.track.map { tracks[$0] }
            draft.isInternal = item.isInternal
            draft.people = item.people.map { SessionDraft.Person(name: $0, affiliation: "Sample University") }
            if !item.people.isEmpty, item.title != untold { draft.abstract = abstract }
            draft.languages = item.kind.isBreak ? [] : ["en"]
            _ = try ProgrammeActions.addSession(
                draft, isPlaced: !item.isUnplaced, to: event, by: administrator, in: tx)
        }
        try hours(first, event, administrator, tx)
    }

    /// One of the speakers can only come on the first morning.
    private static func hours(_ date: CalendarDate, _ event: Event, _ administrator: Viewer, _ tx: Writer) throws {
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        let appearances = (draft.sessions + draft.unplaced).flatMap(\.appearances)
        guard let one = appearances.first(where: { $0.name == rosa }), let key = SpeakerKey(one) else { return }
        try AvailabilityActions.set(
            [Availability(date: date, from: ClockTime(minutes: 540), until: ClockTime(minutes: 780))], for: key, of: event,
            by: administrator, in: tx)
    }

    // MARK: What is planned

    private struct Item {
        var day = 1
        let start: Int
        let minutes: Int
        var room: Int?
        let kind: ItemKind
        let title: String
        var track: Int?
        var people: [String] = []
        var isInternal = false
        var isUnplaced = false
    }
    /// One that has no text yet: a doubt to look at.
    private static let untold = "An index that can be checked"
    private static let abstract = Localized("Invented, so that there is something to move about. Nobody will hold this session.")
    private static let rosa = "Rosa Sample"
    private static let chen = "Chen Sample"
    private static let items: [Item] = [
        Item(start: 480, minutes: 60, room: 0, kind: .meeting, title: "Set-up and sound check", isInternal: true),
        Item(start: 540, minutes: 30, kind: .ceremony, title: "Opening"),
        Item(
            start: 570, minutes: 45, room: 0, kind: .keynote, title: "What a course owes to its learners", track: 0,
            people: [rosa]),
        Item(
            start: 620, minutes: 40, room: 0, kind: .talk, title: "Joint teaching across eleven time zones", track: 0,
            people: [chen]),
        Item(
            start: 620, minutes: 40, room: 1, kind: .workshop, title: "Captions in six languages", track: 2,
            people: ["Amal Sample"]),
        Item(start: 660, minutes: 30, kind: .social, title: "Coffee"),
        Item(
            start: 690, minutes: 60, room: 0, kind: .roundtable, title: "Recognition of credentials", track: 1,
            people: [rosa, "Ivan Sample"]),
        Item(
            start: 690, minutes: 60, room: 1, kind: .talk, title: "An index that can be checked", track: 1,
            people: ["Linh Sample"]),
        Item(start: 750, minutes: 75, kind: .social, title: "Lunch"),
        Item(
            start: 825, minutes: 45, room: 0, kind: .talk, title: "Off-line first: courses where the network ends", track: 2,
            people: [chen]),
        Item(
            start: 825, minutes: 45, room: 1, kind: .talk, title: "Assessment when machines can write", track: 0,
            people: ["Naledi Sample"]),
        Item(day: 2, start: 540, minutes: 60, room: 0, kind: .plenary, title: "Declaration: reading and vote", track: 1),
        Item(
            day: 2, start: 610, minutes: 40, room: 1, kind: .workshop, title: "A newsletter in seven languages", track: 2,
            people: ["Amal Sample"]),
        Item(
            start: 540, minutes: 40, kind: .talk, title: "Open textbooks, five years on", track: 0, people: [rosa],
            isUnplaced: true),
        Item(
            start: 540, minutes: 40, kind: .talk, title: "Micro-credentials in public service", track: 1, people: ["Ivan Sample"],
            isUnplaced: true),
        Item(start: 540, minutes: 90, kind: .poster, title: "Posters", isUnplaced: true),
    ]
    private static let name = Localized([
        "en": "Sample edition 2026, to try the desk on", "es": "Edición de muestra 2026, para probar el escritorio",
        "fr": "Édition d’exemple 2026, pour essayer le bureau", "zh": "2026 年示例会议，用于试用工作台",
        "ar": "دورة تجريبية 2026 لتجربة المكتب", "ru": "Пробный выпуск 2026, чтобы испытать рабочий стол",
        "pt": "Edição de exemplo 2026, para experimentar a mesa",
    ])
    private static let teaching = Localized([
        "en": "Teaching", "es": "Docencia", "fr": "Enseignement", "zh": "教学", "ar": "التدريس", "ru": "Преподавание",
        "pt": "Ensino",
    ])
    private static let policy = Localized([
        "en": "Policy", "es": "Políticas", "fr": "Politiques", "zh": "政策", "ar": "السياسات", "ru": "Политика", "pt": "Políticas",
    ])
    private static let technology = Localized([
        "en": "Technology", "es": "Tecnología", "fr": "Technologie", "zh": "技术", "ar": "التقنية", "ru": "Технологии",
        "pt": "Tecnologia",
    ])
}
