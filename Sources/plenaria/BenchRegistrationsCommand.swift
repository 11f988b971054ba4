import App
import ArgumentParser
import Foundation
import Store

struct BenchRegistrationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-registrations",
        abstract: "Make an event with confirmed registrations and doors, at /e/doors; prints JSON.",
        shouldDisplay: false)
    @OptionGroup var place: Place
    @Option var count = 1000

    func run() async throws {
        try await refusing {
            let settings = try await place.settings()
            let database = try await EngineChoice.migrated(settings)
            let made = try await BenchRegistrations.make(settings, database, count: count)
            await database.close()
            print(String(decoding: try JSONEncoder().encode(made), as: UTF8.self))
        }
    }
}
