import App
import Base
import Convene
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import People
import Store
import TestKit
import Testing
import Web

/// Every route × everybody: whoever may not is refused by the verb, whoever may is not.
@Suite struct MatrixTests {
    @Test("each route lets in whom it names and nobody else", .timeLimit(.minutes(15)), arguments: Backend.available)
    func matrix(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let values = try await MatrixTests.parameters(world)
            try await world.house.database.write { tx in
                let session = try Identifier(#require(values["session"]))
                let old = try #require(session.flatMap { try ProgrammeStore.draft(of: world.event, in: tx).session($0) })
                var draft = SessionDraft(old)
                draft.track = world.tracks.own.id
                _ = try ProgrammeActions.changeSession(
                    old.id, to: draft, seen: nil, of: world.event, by: world.administrator(tx), in: tx)
            }
            try await world.client { client in
                for route in world.house.table.routes {
                    for asker in AppWorld.Asker.allCases {
                        let path = MatrixTests.filled(route.path, values)
                        try await world.signInAgain(asker)
                        check(route, asker, try await world.ask(route, path, asker, client))
                    }
                }
            }
        }
    }

    /// What every answer carries, refusals too.
    private static let guards = [
        "content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy",
        "cross-origin-resource-policy", "permissions-policy", "cache-control",
    ]

    private func check(_ route: Route, _ asker: AppWorld.Asker, _ response: TestResponse) {
        let what = "\(route.method) \(route.path) as \(asker.rawValue): \(response.status.code)"
        #expect(response.status.code < 500, "\(what)")
        let sent = Dictionary(response.headers.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { $0 + ", " + $1 })
        #expect(MatrixTests.guards.filter { sent[$0] == nil } == [], "\(what) lacks headers")
        // What was asked with a sitting is kept by nobody else, whatever became of it.
        if asker != .anonymous, response.status != .notModified {
            let keeping = sent["cache-control"] ?? ""
            #expect(
                !keeping.hasPrefix("public") || keeping.contains("immutable") || route.access == .anyone, "\(what): \(keeping)")
        }
        let isRefused = [401, 403, 404].contains(response.status.code)
        if mayUse(route, asker) {
            // An empty form may be complained about, a thing that was deleted by an earlier try may be gone.
            #expect(![401, 403].contains(response.status.code), "\(what)")
        } else {
            #expect(isRefused, "\(what)")
        }
    }

    private func mayUse(_ route: Route, _ asker: AppWorld.Asker) -> Bool {
        switch route.access {
        case .anyone: true
        case .signedIn: asker != .anonymous
        case .role(let role):
            if route.path.contains("/:event") {
                (asker.role ?? .reader) >= role && asker.role != nil
            } else {
                (asker.everywhere ?? .reader) >= role && asker.everywhere != nil
            }
        // The session in the path is hers.
        case .part(let role): asker == .trackEditor || (asker.role ?? .reader) >= role && asker.role != nil
        }
    }

    /// Real things for the names in the paths, so that nothing is refused only because it is not there.
    static func parameters(_ world: AppWorld) async throws -> [String: String] {
        try await world.house.database.write { tx in
            let release = try ReleaseStore.latest(of: world.event.id, in: tx)
            let material = try material(world, of: release?.programme.sessions.first?.id, in: tx)
            let person = try PersonStore.find(email: "nobody@test.example", in: tx)
            let organisation = try OrganisationStore.all(in: tx).first { $0.slug == "unam" }
            let reader = try person.flatMap { try RoleStore.viewer($0.id, in: tx) }
            let secret = try FavouriteActions.renewCalendar(of: world.event, by: reader, in: tx)
            let things = try RegistrationThings.make(for: world.event, by: world.administrator(tx), in: tx)
            return things.merging([
                "event": "gmc-2025", "edition": "sample-2027", "node": "A11", "slug": "unam", "occasion": "confirmed",
                "session": release?.programme.sessions.first?.id.text ?? "", "number": "1",
                "person": person?.id.text ?? "", "organisation": organisation?.id.text ?? "",
                "token": String(repeating: "A", count: 43), "id": organisation?.id.text ?? "",
                "material": material?.id.text ?? "", "secret": secret,
                "room": release?.programme.sessions.compactMap(\.room).first?.text ?? "none",
                "speaker": release?.programme.sessions.flatMap(\.appearances).compactMap { SpeakerKey($0) }.first?.text ?? "none",
            ]) { $1 }
        }
    }

    /// A file that everyone may have: the route is for anyone, and asks of each material who may.
    private static func material(_ world: AppWorld, of session: Identifier?, in tx: Writer) throws -> Material? {
        let administrator = try PersonStore.find(email: "admin@plenaria.example", in: tx).flatMap {
            try RoleStore.viewer($0.id, in: tx)
        }
        let file = UploadedFile(field: "file", name: "slides.pdf", bytes: Array("%PDF-1.7\n".utf8))
        return try session.map {
            try MaterialActions.add(
                MaterialDraft(kind: .slides), file: file, to: $0, of: world.event, by: administrator, in: tx)
        }
    }

    @Test("materials are open to whom they are: each look asks anew", .timeLimit(.minutes(15)), arguments: Backend.available)
    func materials(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let session = try #require(try await MatrixTests.parameters(world)["session"].flatMap { Identifier($0) })
            let file = UploadedFile(field: "file", name: "slides.pdf", bytes: Array("%PDF-1.7\n".utf8))
            let made = try await world.house.database.write { tx in
                let administrator = try PersonStore.find(email: "admin@plenaria.example", in: tx).flatMap {
                    try RoleStore.viewer($0.id, in: tx)
                }
                return try MaterialVisibility.allCases.map {
                    try MaterialActions.add(
                        MaterialDraft(kind: .slides, visibility: $0), file: file, to: session, of: world.event,
                        by: administrator, in: tx)
                }
            }
            try await world.client { client in
                for material in made {
                    for asker in AppWorld.Asker.allCases {
                        let path = Material.path(world.event, session, material.id)
                        let status = try await world.get(path, asker, client).status.code
                        let expected =
                            switch material.visibility {
                            case .everyone: 200
                            case .signedIn: asker == .anonymous ? 401 : 200
                            case .team: asker.role == nil ? 404 : 200
                            }
                        #expect(status == expected, "\(material.visibility) as \(asker)")
                        // The same file is not handed out as another session's.
                        let elsewhere = "/e/gmc-2025/s/\(Identifier(at: material.createdAt))/materials/\(material.id)"
                        #expect(try await world.get(elsewhere, asker, client).status == .notFound)
                    }
                }
            }
        }
    }

    static func filled(_ path: String, _ values: [String: String]) -> String {
        "/"
            + path.split(separator: "/").map {
                $0.hasPrefix(":") ? values[String($0.dropFirst())] ?? "00000000-0000-7000-8000-000000000001" : String($0)
            }.joined(separator: "/")
    }

    @Test("nothing of a draft can be fetched by anyone without the role", .timeLimit(.minutes(15)), arguments: Backend.available)
    func draftsStayInside(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let canary = "Canary of the draft"
            let values = try await MatrixTests.parameters(world)
            _ = try await world.house.database.write { tx in
                let administrator = try #require(
                    try PersonStore.find(email: "admin@plenaria.example", in: tx).flatMap { try RoleStore.viewer($0.id, in: tx) })
                let draft = SessionDraft(
                    date: world.event.first, start: ClockTime(minutes: 600), minutes: 30, room: nil, kind: .talk,
                    title: Localized(canary))
                return try ProgrammeActions.addSession(draft, to: world.event, by: administrator, in: tx)
            }
            try await world.client { client in
                for route in world.house.table.routes where route.method == .get {
                    for asker in [AppWorld.Asker.anonymous, .nobody, .otherOrganiser] {
                        let response = try await world.get(MatrixTests.filled(route.path, values), asker, client)
                        #expect(!response.text.contains(canary), "\(route.path) shows the draft to \(asker.rawValue)")
                    }
                }
                let desk = try await world.get("/desk/e/gmc-2025/programme", .reader, client)
                #expect(desk.text.contains(canary), "a reader of the event sees the draft")
            }
        }
    }

    @Test(
        "every form is guarded: no token, another browser's token, another site", .timeLimit(.minutes(15)),
        arguments: Backend.available)
    func guarded(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let values = try await MatrixTests.parameters(world)
            let secret = try #require(world.browsers[.administrator])
            try await world.client { client in
                for route in world.house.table.routes where route.method != .get {
                    for (body, site) in [
                        ("", nil), ("_token=" + FormGuard.masked(FormGuard.newSecret()), nil),
                        ("_token=" + FormGuard.masked(secret), "cross-site"),
                    ] as [(String, String?)] {
                        var fields = HTTPFields()
                        fields[.cookie] = "plenaria=\(secret)"
                        fields[.contentType] = route.takesJSON ? "application/json" : "application/x-www-form-urlencoded"
                        if route.takesJSON, body.hasPrefix("_token=") { fields[FormGuard.header] = String(body.dropFirst(7)) }
                        if let site, let name = HTTPField.Name("Sec-Fetch-Site") { fields[name] = site }
                        let response = try await client.execute(
                            uri: MatrixTests.filled(route.path, values), method: route.method, headers: fields,
                            body: ByteBuffer(string: body)
                        )
                        #expect(response.status == .forbidden, "\(route.path) takes a forged form: \(response.status.code)")
                    }
                }
            }
        }
    }
}
