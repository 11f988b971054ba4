import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The public addresses of an event's speakers. Their keys are those of the interface for programs.
package enum SpeakerRoutes {
    package static let routes: [Route] = [
        Route(.get, "/e/:event/speakers", .anyone, handler: list),
        Route(.get, "/e/:event/speakers/:speaker", .anyone, handler: one),
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let (event, entries) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            let speakers = sight.release.map { ProgrammeShelf.shared.speakers(of: $0) } ?? []
            return (sight.event, try entered(speakers, in: tx))
        }
        let scene = exchange.scene()
        let title = exchange.words("speaker.title")
        return exchange.page(
            title: title + " · " + event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, event, title: "\(title)"),
            main: "\(EventPlacesPage.bar(scene, event, current: .speakers))\(SpeakerPage.list(scene, event, entries))",
            keeping: .shared(topics: topics(event, entries), until: nil))
    }

    private static func one(_ exchange: Exchange) async throws -> Answer {
        let (sight, entry) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            let key = SpeakerKey(exchange.parameters["speaker"] ?? "")
            let speaker = sight.release.flatMap { release in
                ProgrammeShelf.shared.speakers(of: release).first { $0.key == key }
            }
            return (sight, try entered(speaker.map { [$0] } ?? [], in: tx).first)
        }
        guard let release = sight.release, let entry else { throw Refusal(.notFound, "refusal.notFound") }
        let view = ProgrammeShelf.shared.view(release, reader: exchange.zone, language: exchange.language)
        let scene = exchange.scene()
        let event = sight.event
        return exchange.page(
            title: entry.speaker.name + " · " + event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, event, title: #"<span dir="auto">\#(entry.speaker.name)</span>"#),
            main: "\(EventPlacesPage.bar(scene, event, current: .speakers))\(SpeakerPage.one(scene, event, view, entry))",
            footnote: ProgrammePage.footnote(scene, event, release),
            keeping: .shared(topics: topics(event, [entry]), until: view.nextBoundary(after: exchange.now)), zoned: true)
    }

    private static func entered(_ speakers: [Speaker], in tx: Reader) throws -> [SpeakerPage.Entry] {
        let known = speakers.compactMap(\.key.person)
        let persons = try PersonStore.named(known, in: tx)
        let profiles = try ProfileStore.named(known, in: tx)
        return speakers.map { speaker in
            let id = speaker.key.person
            return SpeakerPage.Entry(speaker, person: id.flatMap { persons[$0] }, profile: id.flatMap { profiles[$0] })
        }
    }

    /// What is shown of a person changes without a release.
    private static func topics(_ event: Event, _ entries: [SpeakerPage.Entry]) -> Set<String> {
        Set(entries.compactMap(\.speaker.key.person).map(ProfileActions.topic)).union([event.topic])
    }
}
