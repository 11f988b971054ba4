import Base
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import TestKit
import Testing

@testable import Web

@Suite struct RequestBodyTests {
    private let routes = [
        Route(.post, "/files", .anyone, bodyLimit: 2048, takesFiles: true) { exchange in
            .text("\(exchange.form["title"] ?? "-") \(exchange.file("f")?.name ?? "-") \(exchange.file("f")?.bytes.count ?? 0)")
        },
        Route(.post, "/plain", .anyone, repeats: ["to"]) { exchange in .text(exchange.form["title"] ?? "-") },
        Route(.put, "/api/v1/thing", .signedIn, bodyLimit: 64, takesJSON: true, scope: "thing:write") { exchange in
            .text("\(exchange.viewer?.name ?? "-") \(String(decoding: exchange.json, as: UTF8.self))")
        },
        Route(.get, "/api/v1/other", .signedIn, scope: "other:read") { _ in .text("secret") },
        Route(.get, "/page", .anyone) { exchange in .text(exchange.viewer?.name ?? "nobody") },
        Route(.get, "/api/v1/broken", .anyone) { _ in throw StoreError.other("quoted data") },
        Route(.get, "/api/v1/faults", .anyone) { _ in
            throw Problem(
                Refusal(.invalid, "refusal.json"), faults: [Refusal(.invalid, "refusal.tooLarge", ["limit": "1"], field: "title")]
            )
        },
        Route(.get, "/api/v1/old", .anyone) { _ in
            throw Problem(Refusal(.conflict, "refusal.version"), status: .preconditionFailed)
        },
    ]

    private func form(_ world: WebWorld, token: String? = nil, fill: Int = 3) -> ByteBuffer {
        ByteBuffer(
            string: [
                "--B", "Content-Disposition: form-data; name=\"_token\"", "", token ?? FormGuard.masked(world.secret), "--B",
                "Content-Disposition: form-data; name=\"title\"", "", "Hi", "--B",
                "Content-Disposition: form-data; name=\"f\"; filename=\"a.txt\"", "", String(repeating: "x", count: fill),
                "--B--", "",
            ].joined(separator: "\r\n"))
    }

    @Test("a field that was sent twice is refused, unless the form may name it more than once")
    func twice() async throws {
        try await WebWorld.with(.sqlite) { world in
            try await world.client(routes) { client in
                var fields = world.cookie
                fields[.contentType] = "application/x-www-form-urlencoded"
                for (body, status) in [
                    ("title=a&to=1&to=2", HTTPResponse.Status.ok), ("title=a&title=b", .unprocessableContent),
                    ("title=a&%74itle=b", .unprocessableContent), ("title=a&_token=x", .unprocessableContent),
                ] {
                    let whole = "_token=\(FormGuard.masked(world.secret))&" + body
                    let answer = try await client.execute(
                        uri: "/plain", method: .post, headers: fields, body: ByteBuffer(string: whole))
                    #expect(answer.status == status, "\(body)")
                }
            }
        }
    }

    @Test("a page behind a letter's link posts with a hidden origin: the token decides")
    func hiddenOrigin() async throws {
        try await WebWorld.with(.sqlite) { world in
            let own = FormGuard.masked(world.secret)
            let cases: [(token: String, origin: String, site: String?, status: HTTPResponse.Status)] = [
                (own, "null", "same-origin", .ok), (own, "null", nil, .ok), (own, "null", "cross-site", .forbidden),
                (FormGuard.masked(FormGuard.newSecret()), "null", "same-origin", .forbidden),
                (own, "https://elsewhere.example", nil, .forbidden),
            ]
            try await world.client(routes) { client in
                for one in cases {
                    var fields = world.cookie
                    fields[.contentType] = "application/x-www-form-urlencoded"
                    fields[.origin] = one.origin
                    fields[SecurityHeaders.name("Sec-Fetch-Site")] = one.site
                    let answer = try await client.execute(
                        uri: "/plain", method: .post, headers: fields, body: ByteBuffer(string: "_token=\(one.token)&title=a"))
                    #expect(answer.status == one.status, "\(one.origin) \(one.site ?? "-")")
                }
            }
        }
    }

    @Test("files come only where they are taken, with the form's token, within the limit")
    func files() async throws {
        try await WebWorld.with(.sqlite) { world in
            try await world.client(routes) { client in
                var fields = world.cookie
                fields[.contentType] = "multipart/form-data; boundary=B"
                func post(_ path: String, _ body: ByteBuffer) async throws -> TestResponse {
                    try await client.execute(uri: path, method: .post, headers: fields, body: body)
                }
                let good = try await post("/files", form(world))
                #expect(good.status == .ok)
                #expect(good.text == "Hi a.txt 3")
                #expect(try await post("/plain", form(world)).status == .unsupportedMediaType)
                #expect(try await post("/files", form(world, token: "wrong")).status == .forbidden)
                #expect(try await post("/files", form(world, fill: 5000)).status == .contentTooLarge)
                #expect(try await post("/files", ByteBuffer(string: "--C")).status == .unprocessableContent)
                fields[.contentType] = "multipart/form-data"
                #expect(try await post("/files", form(world)).status == .unprocessableContent)
                fields[.contentType] = "application/x-www-form-urlencoded"
                let plain = ByteBuffer(string: "title=Yo&_token=\(FormGuard.masked(world.secret))")
                #expect(try await post("/files", plain).text == "Yo - 0")
            }
        }
    }

    @Test("a token opens what it was made for, needs no form token and hides the cookie")
    func tokens() async throws {
        try await WebWorld.with(.sqlite) { world in
            try await world.client(routes) { client in
                func put(_ fields: HTTPFields, _ body: String = "{}") async throws -> TestResponse {
                    var fields = fields
                    fields[.contentType] = "application/json"
                    return try await client.execute(
                        uri: "/api/v1/thing", method: .put, headers: fields, body: ByteBuffer(string: body))
                }
                #expect(try await put([.authorization: "Bearer good"]).text == "Test {}")
                #expect(try await put([.authorization: "bearer good"]).status == .ok)
                let bad = try await put([.authorization: "Bearer bad"])
                #expect(bad.status == .unauthorized)
                #expect(bad.headers[.wwwAuthenticate] == "Bearer")
                #expect(bad.headers[.contentType] == "application/problem+json")
                #expect(try await put([:]).status == .unauthorized)
                #expect(try await put([.authorization: "Basic Z29vZA=="]).status == .unauthorized)
                #expect(
                    try await put([.authorization: "Bearer good"], String(repeating: " ", count: 65)).status == .contentTooLarge)
                let other = try await client.execute(
                    uri: "/api/v1/other", method: .get, headers: [.authorization: "Bearer good"])
                #expect(other.status == .forbidden, "the token was not made for it")
                var both = world.cookie
                #expect(try await client.execute(uri: "/page", method: .get, headers: both).text == "Test")
                both[.authorization] = "Bearer good"
                #expect(try await client.execute(uri: "/page", method: .get, headers: both).text == "nobody")
                both[.authorization] = "Bearer bad"
                #expect(try await put(both).status == .unauthorized, "the cookie does not step in for a bad token")
            }
        }
    }

    @Test("a browser's cookie alone changes nothing by JSON: the form's token goes in a header")
    func cookies() async throws {
        try await WebWorld.with(.sqlite) { world in
            try await world.client(routes) { (client) async throws in
                var fields = world.cookie
                fields[.contentType] = "application/json"
                func put() async throws -> TestResponse {
                    try await client.execute(uri: "/api/v1/thing", method: .put, headers: fields, body: ByteBuffer(string: "[]"))
                }
                #expect(try await put().status == .forbidden)
                fields[FormGuard.header] = FormGuard.masked(world.secret)
                #expect(try await put().text == "Test []")
                fields[SecurityHeaders.name("Sec-Fetch-Site")] = "cross-site"
                #expect(try await put().status == .forbidden)
                fields[SecurityHeaders.name("Sec-Fetch-Site")] = nil
                fields[.contentType] = "text/plain"
                #expect(try await put().status == .unsupportedMediaType)
            }
        }
    }

    @Test("under /api/ every no is problem+json: faults by field, unknown methods, what nobody foresaw")
    func problems() async throws {
        try await WebWorld.with(.sqlite) { world in
            try await world.client(routes) { client in
                func get(_ path: String, _ method: HTTPRequest.Method = .get) async throws -> TestResponse {
                    let response = try await client.execute(uri: path, method: method, headers: [.accept: "text/html"])
                    #expect(response.headers[.contentType] == "application/problem+json", "\(path)")
                    #expect(response.text.contains("\"status\":\(response.status.code)"), "\(path)")
                    return response
                }
                let faults = try await get("/api/v1/faults")
                #expect(faults.status == .unprocessableContent)
                #expect(
                    faults.text.contains(
                        #""errors":[{"code":"refusal.tooLarge","detail":"That is too large: at most 1 KB","field":"title"}]"#))
                #expect(try await get("/api/v1/old").status == .preconditionFailed)
                let broken = try await get("/api/v1/broken")
                #expect(broken.status == .internalServerError)
                #expect(!broken.text.contains("quoted data"))
                #expect(try await get("/api/v1/nothing").status == .notFound)
                let trace = try await get("/api/v1/thing", .trace)
                #expect(trace.status == .methodNotAllowed)
                #expect(trace.headers[.allow] == "PUT")
            }
        }
    }
}
