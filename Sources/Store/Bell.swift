import Base
import Synchronization

/// Wakes everyone in this process who waits for changes.
package final class Bell: Sendable {
    private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])
    private let next = Mutex(0)
    package init() {}

    package func ring() {
        let all = listeners.withLock { Array($0.values) }
        for listener in all { listener.yield() }
    }

    package func listen() -> AsyncStream<Void> {
        let key = next.withLock { number in
            number += 1
            return number
        }
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        listeners.withLock { $0[key] = continuation }
        continuation.onTermination = { [weak self] _ in self?.listeners.withLock { $0[key] = nil } }
        return stream
    }
}
