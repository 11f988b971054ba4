import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Store
import TestKit
import Testing
import Web

/// What is not there is told to whoever is signed in as such. What nobody foresaw ends in a page, and the program goes on, also as it is set up to serve: with a silent logger below.
@Suite struct FrontFailureTests {
    @Test("an error that nobody foresaw is a plain 500 with the name of the request, and the next request is answered")
    func unforeseen() async throws {
        try await WebWorld.with(.sqlite) { world in
            let front = try world.front([
                Route(.get, "/broken", .anyone) { _ in throw StoreError.other("secret detail") },
                Route(.get, "/whole", .anyone) { _ in .text("whole") },
            ])
            let application = Application(
                responder: front, logger: Logger(label: "http") { _ in SwiftLogNoOpLogHandler() })
            try await application.test(.live) { client in
                let broken = try await client.execute(uri: "/broken", method: .get)
                #expect(broken.status == .internalServerError)
                #expect(!String(buffer: broken.body).contains("secret detail"))
                let whole = try await client.execute(uri: "/whole", method: .get)
                #expect(String(buffer: whole.body) == "whole")
            }
        }
    }

    @Test("whoever is signed in stays so on the pages of what is not there", arguments: Backend.available)
    func recognised(_ backend: Backend) async throws {
        try await WebWorld.with(backend) { world in
            let cookie = world.cookie
            try await world.client([Route(.post, "/thing", .signedIn) { _ in .text("done") }]) { client in
                for (path, status) in [("/nowhere", HTTPResponse.Status.notFound), ("/thing", .methodNotAllowed)] {
                    let known = try await client.execute(uri: path, method: .get, headers: cookie)
                    #expect(known.status == status && known.text.contains("action=\"/sign-out\""), "\(path)")
                    let stranger = try await client.execute(uri: path, method: .get)
                    #expect(stranger.status == status && !stranger.text.contains("/sign-out"), "\(path)")
                }
            }
        }
    }
}
