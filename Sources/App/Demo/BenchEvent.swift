import Base
import Convene
import People
import Store

/// A generated event for measuring: sessions in every room and every interface language, published.
package enum BenchEvent {
    /// With `places`, people can register for so many.
    package static func make(_ house: House, sessions: Int, rooms: Int, days: Int, places: Int = 0) async throws {
        try await house.database.write { tx in
            guard try EventStore.find(slug: "bench", in: tx) == nil else { return }
            let viewer = Operator.viewer
            let series = try EventActions.createSeries("bench", name: Localized("Measured events"), by: viewer, in: tx)
            let first = CalendarDate(dayNumber: 20_790)
            let event = try EventActions.create(
                EventDraft(
                    slug: "bench", kind: .conference, name: Localized("Conference of \(sessions) sessions"), shortName: "Bench",
                    zone: "America/Mexico_City", first: first, last: first.adding(days: days - 1), venue: Localized("Campus"),
                    city: Localized("Mexico City"), country: "MX", isPublic: true),
                in: series.id, by: viewer, in: tx)
            let halls = try (0..<rooms).map {
                try ProgrammeActions.addRoom(Localized("Hall \($0 + 1)"), capacity: 150, to: event, by: viewer, in: tx)
            }
            for index in 0..<sessions {
                _ = try ProgrammeActions.addSession(
                    session(index, halls, days: days, first: first, of: sessions), to: event, by: viewer, in: tx)
            }
            _ = try ReleaseActions.publish(event, message: Localized("First programme"), by: viewer, in: tx)
            if places > 0 {
                _ = try PlaceCategoryActions.add(inTheRoom(event), capacity: places, to: event, by: viewer, in: tx)
            }
        }
    }

    private static func inTheRoom(_ event: Event) -> PlaceCategory {
        PlaceCategory(
            id: event.id, event: event.id, name: Localized("In the room"), text: .empty, kind: .general, mode: .room, position: 0,
            needsCode: false, needsApproval: false, hasWaitingList: true, fee: .free, price: "", holdMinutes: 15,
            offerMinutes: 1440)
    }

    private static func session(_ index: Int, _ halls: [Room], days: Int, first: CalendarDate, of all: Int) -> SessionDraft {
        let rows = max(1, (all + halls.count * days - 1) / (halls.count * days))
        let row = index / halls.count % rows
        let titles = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, words[$0, default: "Session"] + " \(index + 1)") })
        return SessionDraft(
            date: first.adding(days: index / (halls.count * rows)), start: ClockTime(minutes: 9 * 60 + row * 75), minutes: 60,
            room: halls[index % halls.count].id, kind: ItemKind.allCases[index % 11], title: Localized(titles),
            abstract: Localized("What \(halls.count) rooms of people talk about while this is measured."), section: .empty,
            languages: [Language.allCases[index % 7].rawValue],
            people: (0..<2).map {
                SessionDraft.Person(
                    id: nil, name: "Speaker \(index * 2 + $0 + 1)", affiliation: "University \(index % 25 + 1)", role: .speaker,
                    presence: Presence.allCases[index % 4], readBy: "")
            })
    }

    private static let words: [Language: String] = [
        .en: "Teaching with open courses", .es: "Enseñar con cursos abiertos", .fr: "Enseigner avec des cours ouverts",
        .zh: "开放课程教学",
        .ar: "التعليم بالمقررات المفتوحة", .ru: "Преподавание с открытыми курсами", .pt: "Ensinar com cursos abertos",
    ]
}
