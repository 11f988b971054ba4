import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct FavouriteStoreTests {
    @Test("Added once, removed once, in the order of adding", arguments: Backend.available)
    func rows(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let (event, sessions, reader) = (stage.event.id, stage.sessions, stage.reader.person)
            try await stage.world.database.write { tx in
                let isNew = try FavouriteStore.add(sessions[2], of: event, for: reader, in: tx)
                #expect(isNew)
            }
            stage.world.clock.advance(seconds: 1)
            try await stage.world.database.write { tx in
                let added = try (0..<2).map { _ in try FavouriteStore.add(sessions[0], of: event, for: reader, in: tx) }
                #expect(added == [true, false])
                let own = try FavouriteStore.of(reader, in: event, tx)
                #expect(own == [sessions[2], sessions[0]])
                let others = try FavouriteStore.of(stage.other.person, in: event, tx)
                #expect(others.isEmpty)
                let removed = try [stage.other.person, reader, reader].map {
                    try FavouriteStore.remove(sessions[0], of: event, for: $0, in: tx)
                }
                #expect(removed == [false, true, false])
                let left = try FavouriteStore.of(reader, in: event, tx)
                #expect(left == [sessions[2]])
            }
        }
    }

    @Test("Two entries of one person become one: what both chose is there once", arguments: Backend.available)
    func merging(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let (event, sessions) = (stage.event.id, stage.sessions)
            let (reader, other) = (stage.reader.person, stage.other.person)
            try await stage.world.database.write { tx in
                for session in [sessions[0], sessions[1]] { _ = try FavouriteStore.add(session, of: event, for: reader, in: tx) }
                for session in [sessions[1], sessions[2]] { _ = try FavouriteStore.add(session, of: event, for: other, in: tx) }
                try FavouriteStore.setCalendar(digest: "a", for: other, in: event, tx)
                for record in FavouriteStore.records { try record.merge(other, reader, tx) }
                #expect(try Set(FavouriteStore.of(reader, in: event, tx)) == Set(sessions))
                #expect(try FavouriteStore.of(other, in: event, tx).isEmpty)
                #expect(try FavouriteStore.owner(digest: "a", in: event, tx) == nil)
            }
        }
    }

    @Test("A person takes hers with her and can have it erased", arguments: Backend.available)
    func personal(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let (event, reader) = (stage.event.id, stage.reader.person)
            try await stage.world.database.write { tx in
                _ = try FavouriteStore.add(stage.sessions[0], of: event, for: reader, in: tx)
                _ = try FavouriteStore.add(stage.sessions[0], of: event, for: stage.other.person, in: tx)
                try FavouriteStore.setCalendar(digest: "b", for: reader, in: event, tx)
                for record in FavouriteStore.records {
                    #expect(try tx.rows(record.export(reader)).count == 1, "\(record.name)")
                    guard case .removed(let erase) = record.erasure else {
                        Issue.record("\(record.name) stays")
                        continue
                    }
                    try erase(reader, tx)
                    #expect(try tx.rows(record.export(reader)).isEmpty, "\(record.name)")
                }
                #expect(try FavouriteStore.of(stage.other.person, in: event, tx).count == 1)
            }
        }
    }
}
