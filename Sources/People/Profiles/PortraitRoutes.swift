import Base
import HTML
import HTTPTypes
import Store
import Web

/// Portraits: sending one's own, taking it away, and handing them out.
package enum PortraitRoutes {
    /// The largest picture (`Pictures.Picture.mostBytes`) and the form around it.
    private static let bodyLimit = 11 << 20

    package static let routes: [Route] = [
        Route(.get, "/portraits/:portrait", .anyone, handler: open),
        Route(
            .post, "/account/profile/portrait", .signedIn, bodyLimit: bodyLimit, rate: 10, takesFiles: true, handler: send),
        Route(.post, "/account/profile/portrait/remove", .signedIn, handler: remove),
    ]

    /// For everybody if its person says so, else for herself alone; asked anew each time.
    private static func open(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("portrait")
        let file = try await exchange.database.read { tx in
            guard let profile = try ProfileStore.find(portrait: id, in: tx),
                profile.isPublic || profile.person == exchange.viewer?.person,
                let file = try StoredFileStore.find(id, in: tx)
            else { throw Refusal(.notFound, "refusal.notFound") }
            return file
        }
        return try await Answer.download(file, to: exchange, isInline: true)
    }

    private static func send(_ exchange: Exchange) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        return try await exchange.answering {
            guard let upload = exchange.file("portrait") else {
                throw Complaints("portrait", "profile.complaint.portrait")
            }
            // Decoding takes tens of milliseconds: not on the threads that answer.
            let made = try await Task.detached { try Portrait.made(from: upload.bytes) }.value
            let square = UploadedFile(field: "portrait", name: "portrait", bytes: made)
            try await exchange.database.write { tx in
                let file = try StoredFileStore.insert(square, in: tx)
                if let old = try ProfileActions.setPortrait(file.id, by: viewer, in: tx) {
                    try StoredFileStore.delete(old, in: tx)
                }
            }
            return exchange.seeOther("/account/profile")
        } otherwise: {
            try await ProfileRoutes.page(exchange, typed: nil, $0)
        }
    }

    private static func remove(_ exchange: Exchange) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        try await exchange.database.write { tx in
            if let old = try ProfileActions.setPortrait(nil, by: viewer, in: tx) { try StoredFileStore.delete(old, in: tx) }
        }
        return exchange.seeOther("/account/profile")
    }
}
