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

/// A device's page through the front door: who may use the camera, what a forged request gets, what signing out leaves alone.
@Suite struct DoorFrontTests {
    private static func device(_ world: AppWorld) async throws -> String {
        try await world.house.database.write { tx in
            let door = try #require(try DoorStore.all(of: world.event.id, in: tx).first)
            let made = try DoorActions.addDevice(
                "Phone", keepsNames: true, to: door.id, of: world.event, by: world.administrator(tx), in: tx)
            return DoorDevice.path(made.secret)
        }
    }

    private static func field(_ name: String) throws -> HTTPField.Name { try #require(HTTPField.Name(name)) }

    @Test("the camera is for the page of a device alone") func camera() async throws {
        try await AppWorld.with(.sqlite) { world in
            let path = try await Self.device(world)
            let policy = try Self.field("Permissions-Policy")
            try await world.client { client in
                let page = try await world.get(path, .anonymous, client)
                #expect(page.status == .ok && page.headers[policy] == "camera=(self), microphone=(), geolocation=()")
                #expect(page.headers[.cacheControl] == "no-store")
                for other in ["/", "/e/gmc-2025", path + "/list", "/door/worker.js", path + "x"] {
                    let answer = try await world.get(other, .anonymous, client)
                    #expect(answer.headers[policy] == "camera=(), microphone=(), geolocation=()", "\(other)")
                }
            }
        }
    }

    @Test("scans come from a page of ours: no token, no scan", arguments: Backend.available)
    func forged(_ backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let path = try await Self.device(world)
            let secret = FormGuard.newSecret()
            let body =
                #"{"skew":0,"scans":[{"id":"0198b0a0-cccc-4000-8000-000000000001","kind":"in","at":1764774000000,"code":"x"}]}"#
            try await world.client { client in
                for (token, status) in [
                    (FormGuard.masked(FormGuard.newSecret()), 403), ("", 403), (FormGuard.masked(secret), 200),
                ] {
                    let fields: HTTPFields = [
                        .contentType: "application/json", .cookie: "plenaria=\(secret)", .accept: "application/json",
                        FormGuard.header: token,
                    ]
                    let answer = try await client.execute(
                        uri: path + "/scans", method: .post, headers: fields, body: ByteBuffer(string: body))
                    #expect(answer.status.code == status)
                }
            }
        }
    }

    @Test("signing out empties a browser's storage, but not the queue of a door") func signingOut() async throws {
        try await AppWorld.with(.sqlite) { world in
            let cleared = try Self.field("Clear-Site-Data")
            try await world.client { client in
                for (more, wanted) in [("", #""cache", "storage""#), ("; plenaria-keeps=1", #""cache""#)] {
                    try await world.signInAgain(.reader)
                    let secret = try #require(world.browsers[.reader])
                    let fields: HTTPFields = [
                        .contentType: "application/x-www-form-urlencoded", .cookie: "plenaria=\(secret)\(more)",
                    ]
                    let answer = try await client.execute(
                        uri: "/sign-out", method: .post, headers: fields,
                        body: ByteBuffer(string: "_token=" + FormGuard.masked(secret)))
                    #expect(answer.status == .seeOther && answer.headers[cleared] == wanted)
                }
            }
        }
    }
}
