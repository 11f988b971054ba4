import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A crowd that registers, from outside and over HTTP as browsers do: `rushclient --port N --event SLUG --people 5000 …`. It opens
/// everybody's page first, lets all press at one instant, and prints one JSON object of what they saw. Each person has an
/// address of her own in `X-Forwarded-For`.
@main enum Rush {
    static func main() async throws {
        let options = Options(CommandLine.arguments)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let crowd = Crowd(options)
        let people = (0..<options.people).map { Person($0, options, crowd) }
        // The pages are opened at a pace at which none has to wait long.
        try await each(people, at: 64) { try await $0.open(group) }
        FileHandle.standardError.write(Data("pressing\n".utf8))
        let start = NIODeadline.now()
        if options.atOnce > 0 {
            try await each(people, at: options.atOnce) { try await $0.register(group) }
        } else {
            try await each(people, at: people.count) { try await $0.register(group) }
        }
        crowd.seconds = Double((NIODeadline.now() - start).nanoseconds) / 1e9
        print(crowd.summary())
        if let path = options.log { try crowd.write(to: path) }
        try await group.shutdownGracefully()
    }

    /// Runs a piece of work for everybody, so many at a time.
    private static func each(_ people: [Person], at width: Int, _ work: @escaping @Sendable (Person) async throws -> Void)
        async throws
    {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for (index, person) in people.enumerated() {
                if index >= width { try await tasks.next() }
                tasks.addTask { try await work(person) }
            }
            try await tasks.waitForAll()
        }
    }
}

struct Options: Sendable {
    var ports = [8080]
    var event = "bench"
    var people = 5000
    var seed: UInt64 = 1
    /// Percent of the people.
    var double = 20
    var retry = 10
    var abandon = 5
    /// So many registrations under way at once; 0: all.
    var atOnce = 0
    var log: String?

    init(_ arguments: [String]) {
        var rest = arguments.dropFirst()
        while let name = rest.popFirst(), let value = rest.popFirst() {
            switch name {
            case "--port": ports = value.split(separator: ",").compactMap { Int($0) }
            case "--event": event = value
            case "--people": people = Int(value) ?? people
            case "--seed": seed = UInt64(value) ?? seed
            case "--double": double = Int(value) ?? double
            case "--retry": retry = Int(value) ?? retry
            case "--abandon": abandon = Int(value) ?? abandon
            case "--at-once": atOnce = Int(value) ?? atOnce
            case "--log": log = value
            default: FileHandle.standardError.write(Data("rushclient: unknown \(name)\n".utf8))
            }
        }
    }
}
