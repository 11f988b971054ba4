import Base
import Foundation
import Synchronization

/// Computes password hashes on two threads of its own. Each takes 19 MiB and some hundredths of a second: more at once would
/// take memory and processors from everybody else, so that the rest waits, and who finds 64 waiting is sent away.
package final class PasswordHasher: Sendable {
    package static let threads = 2
    package static let mostWaiting = 64

    private let cost: Argon2.Cost
    let queue = OperationQueue()
    private let entered = Mutex(0)
    private let computed = Mutex(0)
    /// The hash of a password that nobody has: what is computed where there is none.
    package let decoy: String

    package convenience init() { self.init(cost: Argon2.Cost()) }

    init(cost: Argon2.Cost) {
        self.cost = cost
        queue.maxConcurrentOperationCount = PasswordHasher.threads
        queue.qualityOfService = .userInitiated
        decoy = Argon2.hash(randomBytes(32), salt: randomBytes(Argon2.saltBytes), cost: cost) ?? ""
    }

    /// How many hashes were computed so far, the decoy apart.
    package var computations: Int { computed.withLock { $0 } }

    /// The PHC string of a new password.
    package func hash(_ password: Password) async throws -> String {
        let (bytes, cost) = (password.bytes, cost)
        guard let hash = try await run({ Argon2.hash(bytes, salt: randomBytes(Argon2.saltBytes), cost: cost) })
        else { throw Refusal(.tooMany, "password.refusal.busy") }
        return hash
    }

    /// A new hash, at today's cost, of a password that was just found right.
    package func rehash(_ typed: String) async throws -> String? {
        let (bytes, cost) = (Password.normalised(typed), cost)
        return try await run { Argon2.hash(bytes, salt: randomBytes(Argon2.saltBytes), cost: cost) }
    }

    /// Whether what was typed is the password of a PHC string; always one computation.
    package func matches(_ typed: String, _ phc: String) async throws -> Bool {
        let bytes = Password.normalised(typed)
        return try await run { Argon2.matches(bytes, phc) }
    }

    /// Made at another cost than today's: it is replaced when its owner signs in.
    package func isOutdated(_ phc: String) -> Bool { !Argon2.isMade(phc, at: cost) }

    private func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws -> T {
        let isAdmitted = entered.withLock { count in
            guard count < PasswordHasher.threads + PasswordHasher.mostWaiting else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw Refusal(.tooMany, "password.refusal.busy") }
        return await withCheckedContinuation { continuation in
            queue.addOperation {
                let result = work()
                self.computed.withLock { $0 += 1 }
                self.entered.withLock { $0 -= 1 }
                continuation.resume(returning: result)
            }
        }
    }
}
