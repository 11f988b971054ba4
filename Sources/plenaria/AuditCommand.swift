import App
import ArgumentParser
import Store

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verify the chain of audit rows; names the first break.")
    @OptionGroup var place: Place

    func run() async throws {
        try await refusing {
            let database = try await EngineChoice.migrated(place.settings())
            let verdict = try await database.read { try AuditTrail.verify(in: $0) }
            await database.close()
            switch verdict {
            case .whole(let sealed, let waiting): print("The chain is whole: \(sealed) rows sealed, \(waiting) waiting.")
            case .broken(let number, let reason):
                throw Refused(description: "The chain breaks at number \(number): \(reason.rawValue).")
            }
        }
    }
}

struct BenchEventCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-event", abstract: "Make a generated event for measuring, at /e/bench.", shouldDisplay: false)
    @OptionGroup var place: Place
    @Option var sessions = 120
    @Option var rooms = 6
    @Option var places = 0
    @Option var days = 3

    func run() async throws {
        try await refusing {
            let settings = try await place.settings()
            let database = try await EngineChoice.migrated(settings)
            let house = try House(settings, database: database)
            try await BenchEvent.make(house, sessions: sessions, rooms: rooms, days: days, places: places)
            await database.close()
        }
    }
}
