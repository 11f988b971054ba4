import Base
import Synchronization

/// The line before the counters of one event. A press is answered with its form where that takes a moment only. Where so many
/// press at once that it would take longer, she is told that she is in the line; her hold is made in its turn, whether her
/// browser is still there or not.
///
/// It is in memory: nobody is told that she has a place before that is in the database. Whoever's turn was lost with the program
/// presses again.
package final class HoldQueue: Sendable {
    package enum Outcome: Sendable {
        /// So many are before her, about.
        case underWay(ahead: Int)
        case held(Identifier)
        case refused(any Error)
    }
    private typealias Caller = CheckedContinuation<Identifier?, any Error>
    private struct Entry: Sendable {
        let wish: RegistrationWish
        let number: Int
        let enteredAt: Instant
        /// Nil while it is under way.
        var end: Result<Identifier, any Error>?
        /// Who has not been answered yet: a double click is two.
        var callers: [Caller]
    }
    package typealias Work = @Sendable () async throws -> Identifier
    /// What is to be done for somebody who waits.
    private struct Turn: Sendable {
        let key: String
        let since: Instant
        let work: Work
    }
    private struct State {
        /// So many came, so many are served.
        var came = 0
        var served = 0
        var entries: [String: Entry] = [:]
        /// Keys of those who have callers, in their order, and at which beat of the watch they came.
        var callers: [(key: String, beat: Int)] = []
        /// What is not begun yet, in the order in which they pressed.
        var waiting: ArraySlice<Turn> = []
        /// So many are begun and not served.
        var running = 0
        var beat = 0
        var isWatching = false
        var wave = PressWave()
    }

    /// So many under way are served within a quarter of a second; whoever comes then is told at once that she has to wait.
    package static let usual = 200
    /// So many are begun at a time: the database takes no more together, and in a wave they are in the way of those who press.
    private static let widest = 64
    private static let beat = Duration.milliseconds(50)
    /// How a turn ended is remembered so long for whoever asks for it.
    static let minutes = 15

    private let patience: Int
    /// So many beats a caller is kept without an answer.
    private let beats: Int
    private let state = Mutex(State())
    package init(patience: Int = HoldQueue.usual, beats: Int = 6) {
        self.patience = patience
        self.beats = beats
    }

    private static let queues = Mutex<[Identifier: HoldQueue]>([:])
    /// The line of an event, if somebody has been in it.
    package static func known(_ event: Identifier) -> HoldQueue? { queues.withLock { $0[event] } }

    /// The one line of an event in this program; whoever asks first says how long it may be.
    package static func of(_ event: Identifier, patience: Int = HoldQueue.usual, beats: Int = 6) -> HoldQueue {
        queues.withLock { queues in
            if let known = queues[event] { return known }
            let new = HoldQueue(patience: patience, beats: beats)
            queues[event] = new
            return new
        }
    }

    /// Runs `work`, and waits for it where that takes a moment only. Nil: she is in the line, under its key; a key that is
    /// in it already does not get in twice.
    package func enter(_ wish: RegistrationWish, at now: Instant, _ work: @escaping Work) async throws -> Identifier? {
        try await withCheckedThrowingContinuation { caller in
            let (step, begins) = state.withLock { state in
                HoldQueue.admit(caller, wish, now, work, patience: patience, &state)
            }
            if begins { Task { await watch() } }
            switch step {
            case .told: caller.resume(returning: nil)
            case .runs: run(wish.key, work)
            case .waits: break
            }
        }
    }

    /// The same without waiting: how many are before her, and she is in the line. Nil, and nothing was done, where she need not
    /// be told to wait.
    package func enterAtOnce(_ wish: RegistrationWish, at now: Instant, _ work: @escaping Work) -> Int? {
        let (ahead, begins) = state.withLock { state -> (Int?, Bool) in
            guard HoldQueue.isLong(wish.key, patience, state) else { return (nil, false) }
            let begins = HoldQueue.admit(nil, wish, now, work, patience: patience, &state).begins
            return (state.entries[wish.key].map { max(0, $0.number - state.served - 1) }, begins)
        }
        if begins { Task { await watch() } }
        return ahead
    }

    /// When the first pressed of those who are not begun yet.
    package var waitsSince: Instant? {
        state.withLock { $0.waiting.first?.since }
    }

    /// Whoever presses now has to wait.
    package func isLong(_ key: String) -> Bool { state.withLock { HoldQueue.isLong(key, patience, $0) } }

    private static func isLong(_ key: String, _ patience: Int, _ state: State) -> Bool {
        state.entries[key].map(\.callers.isEmpty) ?? (state.came + 1 - state.served > patience)
    }

    private enum Step { case told, runs, waits }

    /// What becomes of a press, and whether the watch must begin.
    private static func admit(
        _ caller: Caller?, _ wish: RegistrationWish, _ now: Instant, _ work: @escaping Work, patience: Int, _ state: inout State
    ) -> (step: Step, begins: Bool) {
        if let known = state.entries[wish.key] {
            guard !known.callers.isEmpty, let caller else { return (.told, false) }
            state.entries[wish.key]?.callers.append(caller)
            return (.waits, false)
        }
        sweep(&state, before: now.adding(minutes: -minutes))
        state.came += 1
        let begins = !state.isWatching
        if begins { state.wave.begin(came: state.came) }
        state.isWatching = true
        let isLong = state.came - state.served > patience
        state.wave.press(came: state.came, isLong: isLong)
        state.entries[wish.key] = Entry(
            wish: wish, number: state.came, enteredAt: now, callers: isLong ? [] : [caller].compactMap { $0 })
        if !isLong { state.callers.append((wish.key, state.beat)) }
        if state.waiting.isEmpty, state.running < HoldQueue.width(patience), !isLong {
            state.running += 1
            return (.runs, begins)
        }
        // Some have been on their way here a little longer than others: most come last.
        let since = wish.askedAt ?? now
        let place = state.waiting.lastIndex { $0.since <= since }.map { $0 + 1 } ?? state.waiting.startIndex
        state.waiting.insert(Turn(key: wish.key, since: since, work: work), at: place)
        return (isLong ? .told : .waits, begins)
    }

    private static func width(_ patience: Int) -> Int { min(patience, widest) }

    private func run(_ key: String, _ work: @escaping Work) {
        Task {
            let end: Result<Identifier, any Error>
            do { end = .success(try await work()) } catch { end = .failure(error) }
            finish(key, end)
        }
    }

    private func finish(_ key: String, _ end: Result<Identifier, any Error>) {
        let (callers, next) = state.withLock { state -> ([Caller], [Turn]) in
            state.served += 1
            state.running -= 1
            let callers = state.entries[key]?.callers ?? []
            // Who is answered now does not come back for it.
            if callers.isEmpty { state.entries[key]?.end = end } else { state.entries[key] = nil }
            return (callers, HoldQueue.next(patience, &state))
        }
        for caller in callers { caller.resume(with: end.map(Optional.some)) }
        for one in next { run(one.key, one.work) }
    }

    /// Who is begun now, as long as not too many are and no wave of presses has to be answered before.
    private static func next(_ patience: Int, _ state: inout State) -> [Turn] {
        let most = width(patience)
        guard !state.wave.isRising, state.running < most, !state.waiting.isEmpty else { return [] }
        let next = Array(state.waiting.prefix(most - state.running))
        state.waiting = state.waiting.dropFirst(next.count)
        // The slice would keep whom it has left.
        if state.waiting.isEmpty { state.waiting = [] }
        state.running += next.count
        return next
    }

    /// Tells those who have waited long enough that they are in the line, and begins who is next; ends when nobody waits.
    private func watch() async {
        while true {
            try? await Task.sleep(for: HoldQueue.beat)
            let (late, next, isOver) = state.withLock { state -> ([Caller], [Turn], Bool) in
                state.beat += 1
                state.wave.beat(came: state.came, isLong: state.came - state.served > patience)
                let late = HoldQueue.late(beats, &state)
                let next = HoldQueue.next(patience, &state)
                let isOver = state.callers.isEmpty && state.waiting.isEmpty
                if isOver { state.isWatching = false }
                return (late, next, isOver)
            }
            for caller in late { caller.resume(returning: nil) }
            for one in next { run(one.key, one.work) }
            if isOver { return }
        }
    }

    /// In a wave it is sooner: whoever was not served before it is not served in it.
    private static func late(_ beats: Int, _ state: inout State) -> [Caller] {
        let beats = state.wave.isRising ? min(2, beats) : beats
        let count = state.callers.prefix { state.beat - $0.beat >= beats || state.entries[$0.key] == nil }.count
        var late: [Caller] = []
        for (key, _) in state.callers.prefix(count) {
            late += state.entries[key]?.callers ?? []
            state.entries[key]?.callers = []
        }
        state.callers.removeFirst(count)
        return late
    }

    /// What became of a turn; nil where nothing is known of it here.
    package func look(_ key: String) -> (wish: RegistrationWish, outcome: Outcome)? {
        state.withLock { state in
            guard let entry = state.entries[key] else { return nil }
            switch entry.end {
            case nil: return (entry.wish, .underWay(ahead: max(0, entry.number - state.served - 1)))
            case .success(let id)?: return (entry.wish, .held(id))
            case .failure(let error)?: return (entry.wish, .refused(error))
            }
        }
    }

    /// Old turns go once in a while, when there are many.
    private static func sweep(_ state: inout State, before then: Instant) {
        guard state.entries.count >= 4096, state.came % 1024 == 0 else { return }
        state.entries = state.entries.filter { $0.value.end == nil || $0.value.enteredAt > then }
    }
}
