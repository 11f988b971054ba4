import Base

/// What the public sees: an immutable, numbered snapshot of an event's programme.
package struct Release: Hashable, Sendable, Codable {
    package var id: Identifier
    package var event: Identifier
    /// From 1, rising by one.
    package var number: Int
    package var message: Localized
    package var at: Instant
    package var by: Identifier?
    /// SHA-256 of the programme's canonical JSON, hexadecimal.
    package var digest: String
    /// The number of the release that this one brought back, if it did.
    package var restores: Int?
    package var programme: Programme
}

/// A release without its programme: what lists show.
package struct ReleaseHead: Hashable, Sendable, Codable {
    package var id: Identifier
    package var number: Int
    package var message: Localized
    package var at: Instant
    package var by: Identifier?
    package var digest: String
    package var restores: Int?
}

extension Release {
    package var head: ReleaseHead {
        ReleaseHead(id: id, number: number, message: message, at: at, by: by, digest: digest, restores: restores)
    }
}
