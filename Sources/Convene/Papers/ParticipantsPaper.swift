import Base
import HTML
import Paper

/// The list of those who come, with a box to tick.
enum ParticipantsPaper {
    static func list(
        _ people: [Registration], event: Event, categories: [PlaceCategory], words: Words, now: Instant
    ) -> RosterPaper {
        let names = Dictionary(categories.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let said = { EventPaper.said(words, $0) }
        let zone = Zone(event.zone) ?? .utc
        let wall = zone.wall(at: now)
        let printed = words("papers.printed", ["date": words.date(wall.date), "time": wall.time.description])
        let sorted = words.sorted(people) { $0.holder.latin.isEmpty ? $0.holder.name : $0.holder.latin }
        return RosterPaper(
            info: EventPaper.info(event, words("papers.list"), words, at: now), title: said("papers.list"),
            subtitle: EventPaper.text(event.name, words.language),
            columns: [
                .init("", share: 0.25, isTick: true), .init(said("registration.name"), share: 2.4),
                .init(said("registration.latin"), share: 2), .init(said("registration.organisation"), share: 2.2),
                .init(said("registration.kind"), share: 1.2), .init(said("registration.number"), share: 1.1),
            ],
            rows: sorted.map { one in
                [
                    "", PaperText(one.holder.name), PaperText(one.holder.latin), PaperText(one.holder.organisation),
                    names[one.category].map { EventPaper.text($0, words.language) } ?? "", PaperText(one.number, "en"),
                ]
            }, note: PaperText(printed, words.language.rawValue))
    }
}
