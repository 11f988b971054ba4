import App
import Base
import Convene
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import TestKit
import Testing
import Web

@Suite struct FrontTests {
    @Test("every answer carries the security headers, errors too", .timeLimit(.minutes(15)))
    func headers() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                for path in ["/", "/e/gmc-2025/programme", "/nothing", "/desk", "/static/x/y.css", "/e/gmc-2025/programme.ics"] {
                    let response = try await world.get(path, .anonymous, client)
                    #expect(response.headers[.contentSecurityPolicy] == SecurityHeaders.policy, "\(path)")
                    #expect(response.headers[.xContentTypeOptions] == "nosniff", "\(path)")
                }
            }
        }
    }

    @Test("behind TLS the cookie is bound to this host, and browsers come by TLS alone", .timeLimit(.minutes(15)))
    func secure() async throws {
        try await AppWorld.with(.sqlite, base: "https://conference.example") { world in
            try await world.client { client in
                let door = try await client.execute(
                    uri: "/sign-in", method: .get, headers: [.init("Host")!: "evil.example"])
                #expect(door.headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
                let cookie = try #require(door.headers[.setCookie])
                #expect(cookie.hasPrefix("__Host-plenaria=") && cookie.contains("; Path=/;") && cookie.contains("Secure"))
                #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Domain"))
                #expect(!door.text.contains("evil.example"))
                // Without the prefix any neighbour on a sister host could set it.
                let plain = try await world.get("/desk", .administrator, client)
                #expect(plain.status == .unauthorized)
            }
        }
    }

    @Test("a known path with another method answers 405 with Allow; an unknown one 404", .timeLimit(.minutes(15)))
    func methods() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                for method in [HTTPRequest.Method.delete, .put, .options, .trace] {
                    let response = try await client.execute(uri: "/members", method: method)
                    #expect(response.status == .methodNotAllowed)
                    #expect(response.headers[.allow] == "GET, HEAD")
                }
                #expect(try await client.execute(uri: "/nothing", method: .delete).status == .notFound)
            }
        }
    }

    @Test("a stranger's large body is not read: it is not even too large", .timeLimit(.minutes(15)))
    func stranger() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                let path = "/desk/e/gmc-2025/sessions/00000000-0000-7000-8000-000000000001/materials"
                let large = [("title-en", String(repeating: "x", count: MaterialContent.limit + 1_000_000))]
                let stranger = try await world.post(path, .anonymous, large, client)
                #expect(stranger.status == .unauthorized)
                let editor = try await world.post(path, .editor, large, client)
                #expect(editor.status == .contentTooLarge)
            }
        }
    }

    @Test("a page is given again as 304 by its tag, compressed as asked, in the language asked", .timeLimit(.minutes(15)))
    func conditional() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                let first = try await world.get("/e/gmc-2025/programme", .anonymous, client)
                let tag = try #require(first.headers[.eTag])
                let again = try await world.get("/e/gmc-2025/programme", .anonymous, client, fields: [.ifNoneMatch: tag])
                #expect(again.status == .notModified)
                #expect(again.body.readableBytes == 0)
                let small = try await world.get("/e/gmc-2025/programme", .anonymous, client, fields: [.acceptEncoding: "br"])
                #expect(small.headers[.contentEncoding] == "br")
                #expect(small.body.readableBytes < first.body.readableBytes / 2)
                #expect(small.headers[.eTag] != tag)
                let arabic = try await world.get("/e/gmc-2025/programme", .anonymous, client, fields: [.acceptLanguage: "ar"])
                #expect(arabic.text.contains(#"lang="ar" dir="rtl""#))
                let asked = try await world.get(
                    "/e/gmc-2025/programme?lang=fr", .anonymous, client, fields: [.acceptLanguage: "ar"])
                #expect(asked.text.contains(#"<html lang="fr" dir="ltr""#))
                #expect(try await world.get("/e/gmc-2025/programme", .anonymous, client).text.contains(#"<html lang="en""#))
            }
        }
    }

    @Test("a browser with a cookie and no account reads the pages that are kept for everyone", .timeLimit(.minutes(15)))
    func strangers() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                let path = "/e/gmc-2025/programme"
                let cache = world.house.cache
                let kept = Delivery(isSecure: false).page(.text("kept"), language: .en, topics: [], until: nil)
                cache.keep(kept, PageCache.Key(address: path, language: .en), generation: cache.generation)
                let cookie: HTTPFields = [.cookie: "plenaria=\(FormGuard.newSecret()); plenaria-favourites=00"]
                #expect(try await world.get(path, .anonymous, client, fields: cookie).text == "kept")
                #expect(try await world.get(path, .reader, client).text != "kept")
                // What somebody chose is never kept for others.
                let mine = try await world.get("/e/gmc-2025/mine", .anonymous, client, fields: cookie)
                #expect(mine.headers[.cacheControl] == "no-store" && mine.status == .ok)
            }
        }
    }

    @Test("a signed-in person's pages are never stored and never come from the shared cache", .timeLimit(.minutes(15)))
    func personal() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                _ = try await world.get("/members", .anonymous, client)
                let mine = try await world.get("/members", .editor, client)
                #expect(mine.headers[.cacheControl] == "no-store")
                #expect(mine.text.contains("Test editor"))
                #expect(try await !world.get("/members", .anonymous, client).text.contains("Test editor"))
            }
        }
    }

    @Test("too large a body, another media type and broken text are refused with words", .timeLimit(.minutes(15)))
    func bodies() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                let large = try await world.post(
                    "/sign-in", .anonymous, [("email", String(repeating: "a", count: 70_000))], client)
                #expect(large.status == .contentTooLarge)
                let json = try await client.execute(
                    uri: "/sign-in", method: .post, headers: [.contentType: "application/json"], body: ByteBuffer(string: "{}"))
                #expect(json.status == .unsupportedMediaType)
                let broken = try await client.execute(
                    uri: "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                    body: ByteBuffer(string: "a=%FF"))
                #expect(broken.status == .unprocessableContent)
                #expect(try await client.execute(uri: "/%ff%fe/../..//", method: .get).status == .notFound)
            }
        }
    }

    @Test("programs get problem+json", .timeLimit(.minutes(15)))
    func problems() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                let response = try await world.get("/nothing", .anonymous, client, fields: [.accept: "application/json"])
                #expect(response.headers[.contentType] == "application/problem+json")
                #expect(response.text.contains(#""status":404"#))
            }
        }
    }
}
