import Base
import HTTPTypes
import Store
import Synchronization
import TestKit
import Testing
import Web

@testable import Convene

/// The line before the counters: long enough, nobody waits for an answer, and everybody is served.
@Suite struct HoldQueueTests {
    /// What holds the works back until it is opened.
    private final class Gate: Sendable {
        private let isOpen = Mutex(false)
        func open() { isOpen.withLock { $0 = true } }
        func pass() async throws {
            while !isOpen.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(5)) }
        }
    }
    private static let now = Instant(milliseconds: 1_000_000)

    private static func wish(_ category: PlaceCategory, _ key: String) -> RegistrationWish {
        RegistrationWish(category: category.id, key: key, askedAt: now)
    }
    private static func outcome(_ queue: HoldQueue, _ key: String) -> String {
        switch queue.look(key)?.outcome {
        case .underWay(let ahead)?: "under way \(ahead)"
        case .held(let id)?: "held \(id)"
        case .refused(let error)?: "refused \((error as? Refusal)?.words ?? "")"
        case nil: "unknown"
        }
    }
    private static func until(_ isSo: @Sendable () -> Bool) async throws {
        while !isSo() { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test("few are answered each; whoever comes when many are under way is told to wait, and served", .timeLimit(.minutes(10)))
    func patience() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let (queue, gate) = (HoldQueue(patience: 2, beats: 100_000), Gate())
            let ids = IdentifierSequence(at: Self.now)
            let known = (0..<5).map { _ in ids.next() }
            let running = Numbers()
            func enter(_ number: Int, fails: Bool = false) async throws -> Identifier? {
                try await queue.enter(Self.wish(stage.room, "key \(number)"), at: Self.now) {
                    running.add(number)
                    try await gate.pass()
                    if fails { throw Refusal(.conflict, "registration.refusal.full") }
                    return known[number]
                }
            }
            async let first = enter(0)
            async let second = enter(1)
            try await Self.until { running.all.count == 2 }
            #expect(try await enter(2) == nil)
            #expect(try await enter(3, fails: true) == nil)
            // The same key does not get in twice.
            #expect(try await enter(2) == nil)
            #expect(Self.outcome(queue, "key 2") == "under way 2")
            #expect(Self.outcome(queue, "key 3") == "under way 3")
            gate.open()
            #expect(try await first == known[0])
            #expect(try await second == known[1])
            for key in ["key 2", "key 3"] { try await Self.until { !Self.outcome(queue, key).hasPrefix("under") } }
            #expect(Self.outcome(queue, "key 2") == "held \(known[2])")
            #expect(Self.outcome(queue, "key 3") == "refused registration.refusal.full")
            // Who was answered with it is not remembered. The line is short again.
            #expect(Self.outcome(queue, "key 0") == "unknown")
            #expect(try await enter(4) == known[4])
            #expect(running.all.sorted() == [0, 1, 2, 3, 4])
        }
    }

    @Test("who has waited a moment is told that she is in the line, both clicks of a double one", .timeLimit(.minutes(10)))
    func beats() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let (queue, gate) = (HoldQueue(patience: 9, beats: 2), Gate())
            let id = IdentifierSequence(at: Self.now).next()
            let running = Numbers()
            func enter(_ gate: Gate, _ key: String) async throws -> Identifier? {
                try await queue.enter(Self.wish(stage.room, key), at: Self.now) {
                    running.add(1)
                    try await gate.pass()
                    return id
                }
            }
            async let first = enter(gate, "slow")
            async let second = enter(gate, "slow")
            #expect(try await first == nil)
            #expect(try await second == nil)
            #expect(running.all.count == 1 && Self.outcome(queue, "slow") == "under way 0")
            gate.open()
            try await Self.until { !Self.outcome(queue, "slow").hasPrefix("under") }
            #expect(Self.outcome(queue, "slow") == "held \(id)")
            // The watch began anew with the next who came.
            #expect(try await enter(gate, "quick") == id)
            let other = Gate()
            #expect(try await enter(other, "slow too") == nil)
            other.open()
        }
    }

    @Test("whoever pressed first is served first, though she took longer on her way", .timeLimit(.minutes(10)))
    func order() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let (queue, gate, running) = (HoldQueue(patience: 1, beats: 100_000), Gate(), Numbers())
            let id = IdentifierSequence(at: Self.now).next()
            func enter(_ number: Int) async throws -> Identifier? {
                let pressed = Self.now.adding(seconds: Int64(number))
                let wish = RegistrationWish(category: stage.room.id, key: "key \(number)", askedAt: pressed)
                return try await queue.enter(wish, at: Self.now) {
                    running.add(number)
                    try await gate.pass()
                    return id
                }
            }
            #expect(queue.waitsSince == nil)
            async let first = enter(9)
            try await Self.until { running.all == [9] }
            for number in [4, 2, 6, 2, 3] { #expect(try await enter(number) == nil) }
            #expect(queue.waitsSince == Self.now.adding(seconds: 2))
            gate.open()
            #expect(try await first == id)
            try await Self.until { running.all.count == 5 }
            #expect(running.all == [9, 2, 3, 4, 6] && queue.waitsSince == nil)
        }
    }

    @Test("one who has to wait comes to her form by the page that looks again", arguments: Backend.available)
    func page(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let world = stage.world
            let (gate, running) = (Gate(), Numbers())
            let queue = HoldQueue.of(stage.event.id, patience: 3, beats: 100_000)
            let key = String(repeating: "k", count: 24)
            try await withThrowingTaskGroup(of: Void.self) { group in
                // As many as may be are under way.
                for number in 0..<3 {
                    group.addTask {
                        _ = try await queue.enter(Self.wish(stage.room, "other \(number)"), at: Self.now) {
                            running.add(number)
                            try await gate.pass()
                            return stage.event.id
                        }
                    }
                }
                try await Self.until { running.all.count == 3 }
                let form = [("category", stage.room.id.text), ("key", key)].map { (name: $0.0, value: $0.1) }
                let told = try await world.ask("\(stage.event.path)/register", post: form)
                let refresh = told.fields[HTTPField.Name("Refresh") ?? .server] ?? ""
                #expect(told.status == .accepted && refresh.hasPrefix("1; url=\(stage.event.path)/register/turn/\(key)?since="))
                let page = String(decoding: told.body, as: UTF8.self)
                // Every address in it is that of her own turn.
                #expect(page.contains("/register/turn/\(key)?since=\(stage.database.now.milliseconds)"))
                #expect(!page.contains(TurnPieces.key) && !page.contains(String(TurnPieces.since.milliseconds)))
                #expect(told.body.count < 10_240)
                gate.open()
                try await group.waitForAll()
            }
            // It is done without anybody asking; then the page leads to the form.
            try await Self.until { Self.outcome(queue, RegisterRoutes.digest(key)).hasPrefix("held") }
            let path = "\(stage.event.path)/register/turn/\(key)"
            let led = try await world.ask(path)
            #expect(led.status == .seeOther && led.fields[.location]?.hasPrefix("/r/") == true)
            let registration = try await stage.database.read {
                try RegistrationStore.find(key: RegisterRoutes.digest(key), of: stage.event.id, in: $0)
            }
            #expect(registration?.hasPlace == true)
        }
    }

    @Test("a turn that another program has is looked for a minute, then she is to press again", arguments: Backend.available)
    func elsewhere(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let world = stage.world
            let path = "\(stage.event.path)/register/turn/\(String(repeating: "u", count: 24))"
            let now = stage.database.now
            let waits = try await world.ask(path, query: [(name: "since", value: "\(now.milliseconds)")])
            #expect(
                waits.status == .ok
                    && waits.fields[HTTPField.Name("Refresh") ?? .server]?.hasPrefix("1; url=\(path)?since=") == true)
            #expect(waits.body.count < 10_240)
            for since in ["", "x", "\(now.adding(seconds: -61).milliseconds)", "\(now.adding(seconds: 61).milliseconds)"] {
                let again = try await world.ask(path, query: [(name: "since", value: since)])
                #expect(again.fields[.location] == "\(stage.event.path)/register", "\(since)")
            }
            let refusal = try await EventWorld.refusal { try await world.ask("\(stage.event.path)/register/turn/short") }
            #expect(refusal?.code == .notFound)
            // The other program has held the place meanwhile: the database tells.
            let one = try await stage.hold(stage.room, key: RegisterRoutes.digest(String(repeating: "u", count: 24)))
            let led = try await world.ask(path)
            #expect(led.status == .seeOther && led.fields[.location]?.hasPrefix("/r/") == true && one.hasPlace)
        }
    }

    @Test("all do not come back at once")
    func seconds() {
        #expect([0, 999, 1000, 5000, 100_000].map { TurnRoutes.seconds(ahead: $0) } == [1, 1, 2, 6, 30])
    }
}

private final class Numbers: Sendable {
    private let kept = Mutex<[Int]>([])
    func add(_ number: Int) { kept.withLock { $0.append(number) } }
    var all: [Int] { kept.withLock { $0 } }
}
