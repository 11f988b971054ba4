import Base
import Foundation
import Testing

@testable import People

@Suite("PasswordHasher", .timeLimit(.minutes(15)))
struct PasswordHasherTests {
    private let cheap = Argon2.Cost(kibibytes: 64, passes: 1)
    private let text = "seven blue herons"

    @Test("a password is known again, another is not; each is one computation") func matches() async throws {
        let hasher = PasswordHasher(cost: cheap)
        let hash = try await hasher.hash(try Password(text, name: "Ada", email: nil))
        #expect(hasher.computations == 1)
        #expect(try await hasher.matches(text, hash))
        #expect(try await !hasher.matches(text + " ", hash))
        #expect(hasher.computations == 3)
        let again = try await hasher.rehash(text)
        #expect(again != hash, "each has a salt of its own")
        #expect(try await hasher.matches(text, try #require(again)))
    }

    @Test("the decoy is a hash as good as any, at the same cost, and nobody's") func decoy() async throws {
        let hasher = PasswordHasher()
        #expect(Argon2.isMade(hasher.decoy, at: Argon2.Cost()))
        #expect(hasher.decoy != PasswordHasher().decoy)
        #expect(try await !hasher.matches("", hasher.decoy))
        #expect(hasher.computations == 1)
    }

    @Test("a hash of another cost is outdated") func outdated() async throws {
        let (old, new) = (PasswordHasher(cost: cheap), PasswordHasher(cost: Argon2.Cost(kibibytes: 128, passes: 1)))
        let hash = try #require(try await old.rehash(text))
        #expect(!old.isOutdated(hash))
        #expect(new.isOutdated(hash))
        #expect(try await new.matches(text, hash), "it is still good")
    }

    @Test("two at a time, 64 wait, and whoever comes then is sent away at once") func bounded() async throws {
        let hasher = PasswordHasher(cost: cheap)
        #expect(hasher.queue.maxConcurrentOperationCount == PasswordHasher.threads)
        // Nothing is computed while the queue stands, so that it is known who waits.
        hasher.queue.isSuspended = true
        let (room, tooMany) = (PasswordHasher.threads + PasswordHasher.mostWaiting, 14)
        let hash = hasher.decoy
        try await withThrowingTaskGroup(of: Refusal?.self) { group in
            for _ in 0..<(room + tooMany) {
                group.addTask { try await refusal { try await hasher.matches("x", hash) } }
            }
            for _ in 0..<tooMany {
                let sentAway = try await group.next() ?? nil
                #expect(sentAway?.code == .tooMany)
                #expect(sentAway?.words == "password.refusal.busy")
            }
            #expect(hasher.queue.operationCount <= room)
            #expect(hasher.computations == 0)
            hasher.queue.isSuspended = false
            for try await refusal in group { #expect(refusal == nil) }
        }
        #expect(hasher.computations == room)
        #expect(try await !hasher.matches("x", hash), "there is room again")
    }
}
