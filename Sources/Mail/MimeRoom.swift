// Thread rule of GMime: `g_mime_init` once; afterwards objects may be used on any one thread at a time. Everything is done under
// one lock, which is cheap beside sending or receiving a mail.
import CGMime
import Synchronization

/// The one place where GMime works.
enum MimeRoom {
    private static let lock = Mutex(false)

    static func run<T: Sendable>(_ body: () throws -> T) rethrows -> T {
        try lock.withLock { isReady in
            if !isReady {
                g_mime_init()
                isReady = true
            }
            return try body()
        }
    }
}
