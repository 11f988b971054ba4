import Base
import Foundation
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite struct PortraitRoutesTests {
    /// A PNG of eight by six pixels of one colour.
    private static let png =
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAEUlEQVR42mPQiDqBFTEMpAQABEQ94RQnHyUAAAAASUVORK5CYII="
    private static func upload(_ bytes: [UInt8]) -> UploadedFile {
        UploadedFile(field: "portrait", name: "me.png", bytes: bytes)
    }
    private static func send(_ file: UploadedFile?, as viewer: Viewer?, _ world: PeopleWorld) async throws -> Answer {
        try await world.ask("/account/profile/portrait", post: [], as: viewer, files: file.map { [$0] } ?? [])
    }
    private static func files(_ world: PeopleWorld) async throws -> Int {
        try await world.database.read { try $0.count("SELECT COUNT(*) FROM stored_file") }
    }

    @Test("one's own portrait is made small, replaced and taken away; no file stays behind", arguments: Backend.available)
    func own(backend: Backend) async throws {
        let png = try #require(Data(base64Encoded: Self.png).map(Array.init))
        try await PeopleWorld.with(backend) { world in
            let viewer = try await world.signedIn(try await world.person("Ada", "ada@example.org")).viewer
            for _ in 0..<2 {
                let answer = try await Self.send(Self.upload(png), as: viewer, world)
                #expect(answer.status == .seeOther)
                #expect(try await Self.files(world) == 1)
            }
            let id = try #require(try await world.database.read { try ProfileStore.find(viewer.person, in: $0) }.portrait)
            let shown = try await world.ask("/portraits/\(id)", as: viewer)
            #expect(shown.fields[.contentDisposition]?.hasPrefix("inline") == true)
            #expect(try await world.ask("/account/profile/portrait/remove", post: [], as: viewer).status == .seeOther)
            #expect(try await Self.files(world) == 0)
        }
    }

    @Test("it is in the export of her data, and gone when she has herself erased") func data() async throws {
        let png = try #require(Data(base64Encoded: Self.png).map(Array.init))
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = try await world.signedIn(try await world.person("Ada", "ada@example.org")).viewer
            _ = try await Self.send(Self.upload(png), as: viewer, world)
            let held = try await world.database.read { tx in
                (
                    try PersonalDataActions.export(PersonalStore.records, by: viewer, in: tx).files,
                    try ProfileStore.find(viewer.person, in: tx).portrait
                )
            }
            #expect(held.0 == [held.1])
            let routes = PersonalDataRoutes(records: PersonalStore.records, archive: ZipArchive.bytes).routes
            let download = try #require(routes.first { $0.path.hasSuffix(".zip") })
            let zip = try await download.handler(
                Exchange(
                    hall: try world.hall(), method: .get, path: download.path, query: FormData([]), parameters: [:], fields: [:],
                    form: FormData([]), files: [], now: world.database.now, viewer: viewer, browser: nil, origin: "test"))
            #expect(Self.contains(zip.body, "files/1-portrait"))
            try await world.database.write {
                try PersonalDataActions.erase(PersonalStore.records, typed: "ada@example.org", by: viewer, in: $0)
            }
            #expect(try await Self.files(world) == 0)
        }
    }
    private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(text)
    }

    @Test("nobody else sees it before she says so") func privacy() async throws {
        let png = try #require(Data(base64Encoded: Self.png).map(Array.init))
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = try await world.signedIn(try await world.person("Ada", "ada@example.org")).viewer
            _ = try await Self.send(Self.upload(png), as: viewer, world)
            let id = try #require(try await world.database.read { try ProfileStore.find(viewer.person, in: $0) }.portrait)
            #expect(try await refusal { try await world.ask("/portraits/\(id)") }?.code == .notFound)
            let other = try await world.signedIn(try await world.person("Bo", "bo@example.org")).viewer
            #expect(try await refusal { try await world.ask("/portraits/\(id)", as: other) }?.code == .notFound)
            try await world.database.write {
                _ = try ProfileActions.change(to: .init(name: "Ada", isPublic: true), by: viewer, in: $0)
            }
            #expect(try await world.ask("/portraits/\(id)").status == .ok)
        }
    }

    @Test("what is no picture, and no file at all, is complained of beside the field") func wrong() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = try await world.signedIn(try await world.person("Ada", "ada@example.org")).viewer
            for file in [Self.upload(Array("<svg onload=alert(1)>".utf8)), nil] {
                let answer = try await Self.send(file, as: viewer, world)
                #expect(answer.status.code == 422)
                #expect(try await Self.files(world) == 0)
            }
            #expect(try await refusal { try await Self.send(nil, as: nil, world) }?.code == .signInNeeded)
        }
    }
}
