import Base
import Store
import TestKit
import Testing

@testable import People

@Suite("InvitationStore")
struct InvitationStoreTests {
    private static let event = Identifier(at: Instant(seconds: 7))

    private static func make(_ email: String, _ grant: Grant, _ digest: String, _ world: PeopleWorld, _ tx: Writer) throws
        -> Invitation
    {
        let invitation = Invitation(
            id: tx.newID(), email: email, grant: grant, inviter: world.administrator.person, createdAt: tx.now,
            expiresAt: tx.now.adding(minutes: Invitation.days * 1440))
        try InvitationStore.insert(invitation, digest: digest, in: tx)
        return invitation
    }

    @Test("it comes back as it was put in, by id, by digest, and among those of its place", arguments: Backend.available)
    func roundTrip(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            try await world.database.write { tx in
                let here = try Self.make("Ada@Example.org", Grant(.editor, in: Self.event), "a", world, tx)
                let everywhere = try Self.make("ada@example.org", Grant(.reader), "b", world, tx)
                #expect(try InvitationStore.find(here.id, in: tx) == here)
                #expect(try InvitationStore.find(digest: "a", in: tx) == here)
                #expect(try InvitationStore.find(digest: "c", in: tx) == nil)
                #expect(try InvitationStore.pending(in: Self.event, in: tx) == [here])
                #expect(try InvitationStore.pending(in: nil, in: tx) == [everywhere])
                #expect(try InvitationStore.pending("ADA@example.org", here.grant, in: tx) == here)
                #expect(try InvitationStore.pending("ada@example.org", Grant(.editor), in: tx) == nil)
                #expect(try InvitationStore.sent(by: world.administrator.person, since: tx.now.adding(minutes: -1), in: tx) == 2)
                #expect(try InvitationStore.sent(by: world.administrator.person, since: tx.now, in: tx) == 0)
            }
        }
    }

    @Test("it is accepted once, and not once it is withdrawn or too old", arguments: Backend.available)
    func once(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let me = world.administrator.person
            let old = try await world.database.write { tx in
                let first = try Self.make("a@example.org", Grant(.editor), "a", world, tx)
                #expect(try InvitationStore.accept(first.id, by: me, in: tx))
                #expect(try !InvitationStore.accept(first.id, by: me, in: tx))
                #expect(try !InvitationStore.withdraw(first.id, in: tx))
                let second = try Self.make("b@example.org", Grant(.editor), "b", world, tx)
                #expect(try InvitationStore.withdraw(second.id, in: tx))
                #expect(try !InvitationStore.accept(second.id, by: me, in: tx))
                #expect(try InvitationStore.pending(in: nil, in: tx).isEmpty)
                return try Self.make("c@example.org", Grant(.editor), "c", world, tx)
            }
            world.clock.advance(seconds: Int64(Invitation.days * 86_400))
            try await world.database.write { tx in
                #expect(try !InvitationStore.accept(old.id, by: me, in: tx))
                try InvitationStore.renew(old.id, digest: "d", by: me, until: tx.now.adding(minutes: 1), in: tx)
                #expect(try InvitationStore.find(digest: "c", in: tx) == nil)
                #expect(try InvitationStore.accept(old.id, by: me, in: tx))
            }
        }
    }

    @Test("what came to nothing is forgotten a month after its end, with the address in it", arguments: Backend.available)
    func forgotten(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let made = try await world.database.write { try Self.make("a@example.org", Grant(.editor), "a", world, $0) }
            for (days, isThere) in [(37, true), (1, false)] {
                world.clock.advance(seconds: Int64(days * 86_400))
                let found = try await world.database.write { tx in
                    try InvitationStore.deleteOld(in: tx)
                    return try InvitationStore.find(made.id, in: tx)
                }
                #expect((found != nil) == isThere)
            }
        }
    }
}
