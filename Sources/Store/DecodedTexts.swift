import Base
import Synchronization

/// Values that JSON texts of columns stand for. The same few texts (names, kinds of places, wordings) are read with nearly every
/// page, and reading their JSON costs more than asking the database for them. A value is a function of its text alone: nothing
/// here can be out of date.
///
/// Not for what persons wrote: what is kept here outlives its row.
final class DecodedTexts: Sendable {
    static let shared = DecodedTexts()

    private struct Key: Hashable {
        let type: ObjectIdentifier
        let text: String
    }
    private let kept = Mutex<[Key: any Sendable]>([:])
    /// Of one text, in bytes; and so many of them. Full, it begins anew.
    static let longest = 4096
    static let most = 4096

    var count: Int { kept.withLock(\.count) }

    func value<T: Sendable>(_ text: String, _ decode: (String) throws -> T) rethrows -> T {
        guard text.utf8.count <= DecodedTexts.longest else { return try decode(text) }
        let key = Key(type: ObjectIdentifier(T.self), text: text)
        // Two steps: where T is itself optional, nothing kept would pass for a kept nil.
        if let found = kept.withLock({ $0[key] }), let known = found as? T { return known }
        let new = try decode(text)
        kept.withLock {
            if $0.count >= DecodedTexts.most { $0 = [:] }
            $0[key] = new
        }
        return new
    }
}
