import Base
import Store
import Synchronization

/// Tells connected browsers which topics have changed. It follows the change feed of its process; until it is opened it
/// has nothing to tell, and a stream ends at once.
package final class LiveHub: Sendable {
    package enum Event: Sendable, Hashable {
        case change(ChangeFeed.Change)
        case beat
    }
    package struct Listening: Sendable {
        package let events: AsyncStream<Event>
        /// What came between the reader's last change and now, one for each topic.
        package let missed: [ChangeFeed.Change]
        package let end: @Sendable () -> Void
        package let beat: @Sendable () -> Void
    }
    private struct Listener {
        let topics: Set<String>
        let origin: String
        let out: AsyncStream<Event>.Continuation
    }
    private struct State {
        var isOpen = false
        var listeners: [Int: Listener] = [:]
        var number = 0
        /// In the order in which they came to light here.
        var recent: [ChangeFeed.Change] = []
    }
    private let state = Mutex(State())
    private let perOrigin: Int
    private let inAll: Int
    static let memory = 1000

    /// At most so many streams for one address and for all.
    package init(perOrigin: Int = 8, inAll: Int = 2000) {
        self.perOrigin = perOrigin
        self.inAll = inAll
    }

    package func open() { state.withLock { $0.isOpen = true } }

    /// Ends every stream.
    package func close() {
        let all = state.withLock { state in
            state.isOpen = false
            return state.listeners.values.map(\.out)
        }
        for out in all { out.finish() }
    }

    package var count: Int { state.withLock { $0.listeners.count } }
    /// The last change that this process knows of; 0 before the first one. A page that was made after asking for it has
    /// nothing older to catch up with.
    package var latest: Int64 { state.withLock { $0.recent.last?.id ?? 0 } }

    package func tell(_ changes: [ChangeFeed.Change]) {
        let batch = LiveHub.lastOfEach(changes)
        let told = state.withLock { state in
            state.recent += changes
            if state.recent.count > LiveHub.memory { state.recent.removeFirst(state.recent.count - LiveHub.memory) }
            return state.listeners.values.map { listener in (listener.out, batch.filter { listener.topics.contains($0.topic) }) }
        }
        for (out, changes) in told { for change in changes { out.yield(.change(change)) } }
    }

    package func mayListen(_ origin: String) -> Bool { state.withLock { mayListen(origin, $0) } }
    private func mayListen(_ origin: String, _ state: State) -> Bool {
        state.listeners.count < inAll && state.listeners.values.count { $0.origin == origin } < perOrigin
    }

    /// Nil when the hub is closed or too many listen. `after` is the change that the reader knows; nil for none.
    package func listen(to topics: Set<String>, after: Int64?, origin: String) -> Listening? {
        let (events, out) = AsyncStream.makeStream(of: Event.self, bufferingPolicy: .bufferingNewest(32))
        let missed: [ChangeFeed.Change]? = state.withLock { state in
            guard state.isOpen, mayListen(origin, state) else { return nil }
            state.number += 1
            let number = state.number
            out.onTermination = { [weak self] _ in self?.state.withLock { $0.listeners[number] = nil } }
            state.listeners[number] = Listener(topics: topics, origin: origin, out: out)
            return LiveHub.missed(topics, after: after, in: state.recent)
        }
        guard let missed else { return nil }
        let beats = { @Sendable in _ = out.yield(.beat) }
        return Listening(events: events, missed: missed, end: { out.finish() }, beat: beats)
    }

    /// A change that is not remembered here (another process's, an old one) may have been followed by anything: then every
    /// topic counts as changed. Looking once too often is harmless, missing a change is not.
    private static func missed(_ topics: Set<String>, after: Int64?, in recent: [ChangeFeed.Change]) -> [ChangeFeed.Change] {
        guard let after else { return [] }
        if let place = recent.lastIndex(where: { $0.id == after }) {
            return lastOfEach(recent[(place + 1)...].filter { topics.contains($0.topic) })
        }
        if after == 0, recent.count < memory { return lastOfEach(recent.filter { topics.contains($0.topic) }) }
        return topics.sorted().map { ChangeFeed.Change(id: recent.last?.id ?? after, topic: $0) }
    }

    private static func lastOfEach(_ changes: some Collection<ChangeFeed.Change>) -> [ChangeFeed.Change] {
        var seen: Set<String> = []
        return changes.reversed().filter { seen.insert($0.topic).inserted }.reversed()
    }
}
