import Base
import Store
import Synchronization

/// Secrets of browsers in which nobody is signed in, by their digests: no look into the database for each of their requests.
///
/// What is here is so for good: a sitting begins under a secret that was made for it (`FormGuard.newSecret`), never under one
/// that a browser had before, and one that has ended does not begin again.
final class Strangers: Sendable {
    private let digests = Mutex<Set<String>>([])
    /// Full, it begins anew.
    static let most = 32_768

    func contains(_ digest: String) -> Bool { digests.withLock { $0.contains(digest) } }
    func insert(_ digest: String) {
        digests.withLock {
            if $0.count >= Strangers.most { $0 = [] }
            $0.insert(digest)
        }
    }
    /// Who is signed in with a browser.
    func viewer(_ secret: String?, _ hall: Hall) async throws -> Viewer? {
        guard let secret else { return nil }
        let digest = FormGuard.digest(secret)
        if contains(digest) { return nil }
        let find = hall.viewer
        let found = try await hall.database.read { tx -> (viewer: Viewer?, stale: String?)? in
            guard let sitting = try SessionStore.sitting(secret, in: tx) else { return nil }
            return (try find(sitting.person, tx), sitting.isStale(at: tx.now) ? sitting.digest : nil)
        }
        if found == nil { insert(digest) }
        if let stale = found?.stale { try await hall.database.group { try SessionStore.touch(stale, in: $0) } }
        return found?.viewer
    }

    /// One that was made just now for a browser that had none.
    func add(_ secret: String) { insert(FormGuard.digest(secret)) }

    var count: Int { digests.withLock(\.count) }
}
