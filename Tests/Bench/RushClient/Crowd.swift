import Foundation
import NIOCore
import Synchronization

/// What all of them saw.
final class Crowd: Sendable {
    struct Press: Sendable {
        let person: Int
        /// Nanoseconds of the client's clock.
        let pressed: UInt64
        let token: String
        /// The form was sent and acknowledged.
        var isConfirmed: Bool
    }
    private struct State {
        var statuses: [String: Int] = [:]
        var latencies: [String: [Double]] = [:]
        var presses: [Press] = []
        var seconds = 0.0
        var broken = 0
    }
    private let state = Mutex(State())
    let options: Options
    init(_ options: Options) { self.options = options }

    var seconds: Double {
        get { state.withLock { $0.seconds } }
        set { state.withLock { $0.seconds = newValue } }
    }
    func saw(_ step: String, _ status: Int, _ milliseconds: Double) {
        state.withLock {
            $0.statuses["\(step) \(status)", default: 0] += 1
            $0.latencies[step, default: []].append(milliseconds)
        }
    }
    func add(_ press: Press) { state.withLock { $0.presses.append(press) } }
    func broke() { state.withLock { $0.broken += 1 } }

    func summary() -> String {
        let state = state.withLock { $0 }
        let confirmed = state.presses.count { $0.isConfirmed }
        var out: [String: Any] = [
            "seconds": state.seconds, "statuses": state.statuses, "held": state.presses.count, "acknowledged": confirmed,
            "perSecond": Double(confirmed) / max(state.seconds, 0.001), "brokenConnections": state.broken,
        ]
        for (step, all) in state.latencies {
            let sorted = all.sorted()
            out["\(step)P50"] = sorted[sorted.count / 2]
            out["\(step)P99"] = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
            out["\(step)Longest"] = sorted[sorted.count - 1]
        }
        let data = (try? JSONSerialization.data(withJSONObject: out, options: [.sortedKeys, .prettyPrinted])) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// One line a press: person, instant, token, 1 if the form was acknowledged.
    func write(to path: String) throws {
        let lines = state.withLock { $0.presses }.map { "\($0.person) \($0.pressed) \($0.token) \($0.isConfirmed ? 1 : 0)\n" }
        try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
    }
}
