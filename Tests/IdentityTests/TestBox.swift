import Synchronization

/// What a closure hands out.
final class TestBox: Sendable {
    private let kept = Mutex<[String]>([])
    func put(_ lines: [String]) { kept.withLock { $0 = lines } }
    var value: [String] { kept.withLock { $0 } }
}
