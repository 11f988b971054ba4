import App
import Base
import Convene
import Hummingbird
import HummingbirdTesting
import People
import PostgresStore
import Store
import TestKit
import Testing
import Web

/// Readers' cached pages after a release: here, and in another process on the same PostgreSQL.
@Suite struct FreshnessTests {
    private func publishOneMore(_ world: AppWorld, _ title: String) async throws {
        try await world.house.database.write { tx in
            let administrator = try PersonStore.find(email: "admin@plenaria.example", in: tx).flatMap {
                try RoleStore.viewer($0.id, in: tx)
            }
            let draft = SessionDraft(
                date: world.event.last, start: ClockTime(minutes: 900), minutes: 30, room: nil, kind: .talk,
                title: Localized(title))
            _ = try ProgrammeActions.addSession(draft, to: world.event, by: administrator, in: tx)
            _ = try ReleaseActions.publish(world.event, message: Localized("One more"), by: administrator, in: tx)
        }
    }

    private func follow(_ house: House, _ database: Database) -> Task<Void, any Error> {
        let cache = house.cache
        return Task { try await ChangeFeed(database).run { changes in cache.forget(Set(changes.map(\.topic))) } }
    }

    @Test("a cached page is made anew after a release", .timeLimit(.minutes(15)), arguments: Backend.available)
    func here(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let feed = follow(world.house, world.house.database)
            try await world.client { client in
                // The feed listens once a first change has emptied the cache.
                while world.house.cache.count > 0 || world.house.cache.generation == 0 {
                    try await world.house.database.write { try $0.changed("*") }
                    try await Task.sleep(for: .milliseconds(20))
                }
                // The last change of the loop above may still be on its way, and take the page out again.
                while world.house.cache.count == 0 { _ = try await world.get("/e/gmc-2025/programme", .anonymous, client) }
                try await publishOneMore(world, "Late addition")
                while try await !world.get("/e/gmc-2025/programme", .anonymous, client).text.contains("Late addition") {
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            feed.cancel()
        }
    }

    @Test("a material stands on a cached page without a release", .timeLimit(.minutes(15)), arguments: Backend.available)
    func material(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let feed = follow(world.house, world.house.database)
            let session = try #require(
                try await world.house.database.read {
                    try ReleaseStore.latest(of: world.event.id, in: $0)?.programme.sessions.first
                })
            let pages = ["/e/gmc-2025/s/\(session.id)", "/api/v1/events/gmc-2025/sessions/\(session.id)/materials"]
            try await world.client { client in
                while world.house.cache.count > 0 || world.house.cache.generation == 0 {
                    try await world.house.database.write { try $0.changed("*") }
                    try await Task.sleep(for: .milliseconds(20))
                }
                // The last change of the loop above may still be on its way, and take a page out that was just kept.
                while world.house.cache.count < pages.count {
                    for page in pages {
                        #expect(try await !world.get(page, .anonymous, client).text.contains("Fresh slides"))
                    }
                }
                try await world.house.database.write { tx in
                    let administrator = try PersonStore.find(email: "admin@plenaria.example", in: tx).flatMap {
                        try RoleStore.viewer($0.id, in: tx)
                    }
                    let draft = MaterialDraft(
                        kind: .slides, title: Localized("Fresh slides"), url: "https://slides.example/1")
                    try MaterialActions.add(draft, file: nil, to: session.id, of: world.event, by: administrator, in: tx)
                }
                for page in pages {
                    while try await !world.get(page, .anonymous, client).text.contains("Fresh slides") {
                        try await Task.sleep(for: .milliseconds(20))
                    }
                }
            }
            feed.cancel()
        }
    }

    @Test("a second instance hears of it", .timeLimit(.minutes(15)), .enabled(if: Backend.postgresURL != nil))
    func there() async throws {
        try await AppWorld.with(.postgres) { world in
            let schema = try #require(
                try await world.house.database.read { try $0.first("SELECT current_schema()::text AS name")?.text("name") })
            let database = Database(
                try await PostgresEngine(url: try #require(Backend.postgresURL), schema: schema, connections: 2))
            let other = AppWorld(
                house: try House(world.house.settings, database: database), event: world.event, browsers: world.browsers,
                people: world.people, other: world.other, tracks: world.tracks)
            let feed = follow(other.house, database)
            try await other.client { client in
                while other.house.cache.generation == 0 {
                    try await world.house.database.write { try $0.changed("*") }
                    try await Task.sleep(for: .milliseconds(20))
                }
                _ = try await other.get("/e/gmc-2025/programme", .anonymous, client)
                try await publishOneMore(world, "Seen from afar")
                while try await !other.get("/e/gmc-2025/programme", .anonymous, client).text.contains("Seen from afar") {
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            feed.cancel()
            await database.close()
        }
    }
}
