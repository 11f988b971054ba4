import Base
import Synchronization

/// The line before the counters of one event. Where so many press at once that nobody could be answered soon, each is told at once
/// that she is in the line; her hold is made in its turn, whether her browser is still there or not.
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
    private struct Entry: Sendable {
        let wish: RegistrationWish
        let number: Int
        let enteredAt: Instant
        /// Nil while it is under way.
        var end: Result<Identifier, any Error>?
    }
    private struct State {
        var underWay = 0
        /// Of those who were told to wait: so many came, so many are served.
        var came = 0
        var served = 0
        var entries: [String: Entry] = [:]
    }

    /// So many under way are answered each within seconds; whoever comes then is told to wait.
    package static let usual = 5000
    /// How a turn ended is remembered so long for whoever asks for it.
    static let minutes = 15

    private let patience: Int
    private let state = Mutex(State())
    package init(patience: Int = HoldQueue.usual) { self.patience = patience }

    private static let queues = Mutex<[Identifier: HoldQueue]>([:])
    /// The one line of an event in this program; whoever asks first says how long it may be.
    package static func of(_ event: Identifier, patience: Int = HoldQueue.usual) -> HoldQueue {
        queues.withLock { queues in
            if let known = queues[event] { return known }
            let new = HoldQueue(patience: patience)
            queues[event] = new
            return new
        }
    }

    /// Runs `work`, and waits for it where that takes a moment only. Nil: she is in the line, under its key; a key that is
    /// in it already does not get in twice.
    package func enter(
        _ wish: RegistrationWish, at now: Instant, _ work: @escaping @Sendable () async throws -> Identifier
    ) async throws -> Identifier? {
        let isShort = state.withLock { state -> Bool? in
            if state.entries[wish.key] != nil { return nil }
            state.underWay += 1
            if state.underWay <= patience { return true }
            HoldQueue.sweep(&state, before: now.adding(minutes: -HoldQueue.minutes))
            state.came += 1
            state.entries[wish.key] = Entry(wish: wish, number: state.came, enteredAt: now)
            return false
        }
        switch isShort {
        case true?:
            defer { state.withLock { $0.underWay -= 1 } }
            return try await work()
        case false?:
            Task {
                let end: Result<Identifier, any Error>
                do { end = .success(try await work()) } catch { end = .failure(error) }
                state.withLock {
                    $0.underWay -= 1
                    $0.served += 1
                    $0.entries[wish.key]?.end = end
                }
            }
            return nil
        case nil: return nil
        }
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
