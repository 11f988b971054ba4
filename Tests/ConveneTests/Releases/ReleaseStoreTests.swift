import Base
import Foundation
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Releases in the database")
struct ReleaseStoreTests {
    @Test("the same programme has the same digest, however its parts were put in")
    func digests() {
        let one = ProgrammeStage.session("A", "09:00")
        let two = ProgrammeStage.session("B", "10:00")
        var mixed = ProgrammeStage.programme([one, two])
        mixed.sessions.reverse()
        #expect(ReleaseStore.digest(of: mixed) == ReleaseStore.digest(of: ProgrammeStage.programme([one, two])))
        mixed.sessions[0].minutes += 1
        #expect(ReleaseStore.digest(of: mixed) != ReleaseStore.digest(of: ProgrammeStage.programme([one, two])))
    }

    @Test("the shelf finds the newest release with one statement, whether it is kept or not", arguments: Backend.available)
    func shelf(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            func publish(_ title: String) async throws -> Release {
                try await database.write { tx in
                    _ = try ProgrammeActions.addSession(
                        ProgrammeStage.draft(title, "09:00"), to: ProgrammeStage.event, by: ProgrammeStage.organiser, in: tx)
                    return try ReleaseActions.publish(ProgrammeStage.event, message: .empty, by: ProgrammeStage.organiser, in: tx)
                }
            }
            func look() async throws -> (Release?, Int) {
                try await database.read { tx in (try ReleaseShelf.latest(of: ProgrammeStage.id, in: tx), tx.statements) }
            }
            #expect(try await look().0 == nil)
            let first = try await publish("A")
            #expect(try await look() == (first, 1))
            #expect(try await look() == (first, 1))
            let second = try await publish("B")
            #expect(try await look() == (second, 1))
        }
    }

    @Test("a number belongs to one release", arguments: Backend.available)
    func unique(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            await #expect(throws: StoreError.self) {
                try await database.write { tx in
                    for _ in 1...2 {
                        let programme = ProgrammeStage.programme([ProgrammeStage.session("A", "09:00")])
                        try ReleaseStore.insert(
                            Release(
                                id: tx.newID(), event: ProgrammeStage.id, number: 1, message: .empty, at: tx.now, by: nil,
                                digest: "", restores: nil, programme: programme), in: tx)
                    }
                }
            }
        }
    }

    @Test("no statement updates or deletes a release")
    func immutable() throws {
        let here = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        let sources = here.appending(path: "../../../Sources/Convene").standardized
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var read = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            read += 1
            #expect(!text.contains(/(UPDATE|DELETE FROM)\s+programme_release/), "\(file.lastPathComponent)")
        }
        #expect(read > 20)
    }
}
