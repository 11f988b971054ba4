import Base
import Foundation
import Store

/// The lock file beside the database: held by `flock` for as long as the process lives, so that a crash frees it.
final class DataLock: @unchecked Sendable {  // The descriptor is set once and closed once, by the engine's owner.
    private var descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.refused("the data folder cannot be written: \(path)") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var bytes = [UInt8](repeating: 0, count: 32)
            let count = max(0, Foundation.read(descriptor, &bytes, 31))
            let owner = String(decoding: bytes.prefix(count), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            release()
            throw StoreError.refused(
                "Plenaria is already running on this data (process \(owner.isEmpty ? "unknown" : owner), lock \(path)); "
                    + "stop it first, or give another folder with --data")
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count else {
            release()
            throw StoreError.full("the lock file cannot be written: \(path)")
        }
    }

    func release() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    deinit { release() }
}
