import Base
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct CertificateStoreTests {
    @Test("the database itself refuses a certificate of what it does not know", arguments: Backend.available)
    func ownCheck(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let (present, absent) = (stage.people[0], stage.people[1])
            func insert(_ one: Registration) async throws -> Bool {
                try await stage.database.write { tx in
                    let maker = try CertificateActions.Maker(stage.event, in: tx)
                    return try CertificateStore.insertAttendance(
                        maker.make(.attendance, for: one, mode: .room, in: tx), of: one.id, in: tx)
                }
            }
            #expect(try await !insert(absent), "nobody saw her")
            #expect(try await insert(present))
            #expect(try await !insert(present), "one is valid already")
            let all = try await stage.database.read { try CertificateStore.all(of: stage.event.id, in: $0) }
            #expect(all.map(\.registration) == [present.id])
            #expect(try await stage.database.write { try CertificateStore.revoke(all[0].id, in: $0) })
            #expect(try await insert(present), "the older one is revoked")
            // A scan that is taken back is none.
            try await stage.door.receive([stage.door.scan(2, "", kind: .undo, undoes: DoorStage.id(1))])
            let second = try await stage.database.read {
                try #require(try CertificateStore.of(registration: present.id, in: $0).first { $0.revokedAt == nil })
            }
            #expect(try await stage.database.write { try CertificateStore.revoke(second.id, in: $0) })
            #expect(try await !insert(present))
        }
    }

    @Test("an older release is none", arguments: Backend.available)
    func olderRelease(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let isTaken = try await stage.database.write { tx in
                let maker = try CertificateActions.Maker(stage.event, in: tx)
                let key = try #require(SpeakerKey("n-aaaaaaaaaaaaa"))
                let made = maker.make(.init(key: key, name: "Ana", talks: []), owner: nil, language: .en, in: tx)
                return try CertificateStore.insertSpeaker(made, key, release: tx.newID(), in: tx)
            }
            #expect(!isTaken)
        }
    }

    @Test("erasing a person takes her certificates, merging moves them", arguments: Backend.available)
    func personal(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            _ = try await stage.issue()
            let (from, into) = (stage.organiser.person, stage.event.id)
            try await stage.database.write { tx in
                try tx.execute("UPDATE certificate SET person_id = \(from)")
                for record in CertificateStore.records { try record.merge(from, into, tx) }
            }
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM certificate WHERE person_id = \(into)") == 1)
            try await stage.database.write { tx in
                for record in CertificateStore.records {
                    _ = try tx.rows(record.export(into))
                    if case .removed(let erase) = record.erasure { try erase(into, tx) }
                }
            }
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM certificate") == 0)
        }
    }
}
