import Base
import Foundation
import Synchronization
import TestKit
import Testing

@testable import Store

/// Several programs on one database keep one order in a lane.
@Suite struct LaneOrderTests {
    private final class Clock: Sendable {
        private let time = Mutex(LaneOrderTests.start)
        var now: Instant { time.withLock { $0 } }
        func pass(milliseconds: Int64) { time.withLock { $0 = Instant(milliseconds: $0.milliseconds + milliseconds) } }
    }
    private final class Flag: Sendable {
        private let value = Mutex(false)
        func set() { value.withLock { $0 = true } }
        var isSet: Bool { value.withLock { $0 } }
    }
    private final class Numbers: Sendable {
        private let kept = Mutex<[Int]>([])
        func add(_ number: Int) { kept.withLock { $0.append(number) } }
        var all: [Int] { kept.withLock { $0 } }
    }
    private static let start = Instant(milliseconds: 1_800_000_000_000)
    private static func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: start.milliseconds + milliseconds) }

    /// Two programs of one installation.
    private static func two(_ engine: any Engine, _ clock: Clock) -> (Database, Database) {
        (Database(engine, clock: { clock.now }), Database(engine, clock: { clock.now }))
    }

    /// Asks for a turn, and says later whether it came.
    private static func ask(_ database: Database, since: Int64) -> (came: Flag, task: Task<Void, any Error>) {
        let came = Flag()
        let task = Task {
            try await database.group(lane: "line", since: at(since)) { _ in }
            came.set()
        }
        return (came, task)
    }

    @Test("whoever asked later waits for those of whom another program told, and for nobody else", arguments: Backend.available)
    func told(_ backend: Backend) async throws {
        try await withDatabase(backend) { original in
            let clock = Clock()
            let (first, second) = Self.two(original.engine, clock)
            let isServed = Flag()
            let behind: @Sendable () -> Instant? = { isServed.isSet ? nil : Self.at(5) }
            try await first.group(lane: "line", since: Self.at(0), behind: behind) { _ in }
            let late = Self.ask(second, since: 500)
            // As old as the other's first, or nearly; and what has its place already.
            try await Self.ask(second, since: 10).task.value
            try await second.group(lane: "line") { _ in }
            // Whoever looks knows how many programs have somebody who waits.
            let isShared = backend != .sqlite
            #expect(second.programs(inLane: "line") == (isShared ? 2 : 1) && second.programs(inLane: "another line") == 1)
            // Another lane's.
            try await second.group(lane: "another line", since: Self.at(500)) { _ in }
            try await Task.sleep(for: .milliseconds(100))
            #expect(!late.came.isSet || !isShared)
            isServed.set()
            try await first.group(lane: "line", since: Self.at(6), behind: behind) { _ in }
            try await late.task.value
            #expect(second.programs(inLane: "line") == 1)
        }
    }

    @Test("nobody waits for a program that says nothing any more", arguments: Backend.available)
    func ended(_ backend: Backend) async throws {
        try await withDatabase(backend) { original in
            let clock = Clock()
            let (first, second) = Self.two(original.engine, clock)
            try await first.group(lane: "line", since: Self.at(0), behind: { Self.at(5) }) { _ in }
            let late = Self.ask(second, since: 500)
            try await Task.sleep(for: .milliseconds(100))
            #expect(!late.came.isSet || backend == .sqlite)
            clock.pass(milliseconds: 3000)
            try await late.task.value
        }
    }

    @Test("nobody waits for somebody who waits for her: the oldest of all goes on, in whatever order hers came")
    func oldest() {
        func count(_ waiting: [Int64?], isOldest: Bool = true) -> Int {
            LaneOrder.count(waiting.map { $0.map(Self.at) }, until: Self.at(100), isOldest: isOldest)
        }
        #expect(count([nil, nil, 99, 100, 101]) == 5 && count([nil, nil, 99, 100, 101], isOldest: false) == 4)
        #expect(count([500, 501]) == 1 && count([500, 501], isOldest: false) == 0 && count([]) == 0)
        // A few are taken along, not those who are far behind.
        #expect(count([100] + (101...120).map { $0 }) == 8 && count([100, 150, 151]) == 2)
        #expect(count((80...120).map { $0 }) == 21)
    }

    @Test("whoever lets others go first looks again soon, then more seldom")
    func pauses() { #expect((1...6).map(LaneOrder.pause) == [2, 4, 8, 16, 16, 16]) }

    @Test("nobody lets others go first for longer than a second, whatever they tell", arguments: Backend.available)
    func courtesy(_ backend: Backend) async throws {
        try await withDatabase(backend) { original in
            let clock = Clock()
            let (first, second) = Self.two(original.engine, clock)
            let behind: @Sendable () -> Instant? = { Self.at(5) }
            try await first.group(lane: "line", since: Self.at(0), behind: behind) { _ in }
            let late = Self.ask(second, since: 500)
            for _ in 0..<200 where !late.came.isSet {
                try await Task.sleep(for: .milliseconds(20))
                clock.pass(milliseconds: 100)
                try await first.group(lane: "line", since: Self.at(0), behind: behind) { _ in }
            }
            #expect(late.came.isSet)
            #expect(backend == .sqlite || clock.now >= Self.at(LaneOrder.courtesy))
        }
    }

    @Test("those who wait with three programs go in one order", arguments: Backend.available)
    func merged(_ backend: Backend) async throws {
        try await withDatabase(backend) { original in
            let programs = (0..<3).map { _ in Database(original.engine, clock: { Self.start }) }
            let (asked, order, gate) = (Numbers(), Numbers(), Flag())
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await original.group(lane: "line") { _ in
                        while !gate.isSet { Thread.sleep(forTimeInterval: 0.005) }
                    }
                }
                for (number, database) in programs.enumerated() {
                    for each in 0..<120 {
                        group.addTask {
                            asked.add(number)
                            try await database.group(lane: "line", since: Self.at(Int64(number * 1000 + each))) { _ in
                                order.add(number)
                            }
                        }
                    }
                }
                while asked.all.count < 360 { try await Task.sleep(for: .milliseconds(5)) }
                try await Task.sleep(for: .milliseconds(100))
                gate.set()
                try await group.waitForAll()
            }
            // The first turns come before anything is told; they are of 48.
            let rest = order.all.dropFirst(96)
            #expect(order.all.count == 360)
            // SQLite has one program.
            #expect(Array(rest) == rest.sorted() || backend == .sqlite)
        }
    }
}
