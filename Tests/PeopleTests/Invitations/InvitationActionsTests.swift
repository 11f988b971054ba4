import Base
import HTML
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite("InvitationActions")
struct InvitationActionsTests {
    private static let event = Identifier(at: Instant(seconds: 7))
    private static let other = Identifier(at: Instant(seconds: 8))
    private static let here = Grant(.editor, in: event)

    private static func invite(_ email: String, _ grant: Grant, by viewer: Viewer?, _ world: PeopleWorld) async throws
        -> InvitationActions.Invited
    {
        try await world.database.write { try InvitationActions.invite(email, to: grant, by: viewer, in: $0) }
    }
    private static func accept(_ token: String, name: String? = nil, as viewer: Viewer? = nil, _ world: PeopleWorld)
        async throws -> InvitationActions.Accepted
    {
        try await world.database.write {
            try InvitationActions.accept(token, name: name, browser: FormGuard.newSecret(), device: "", by: viewer, in: $0)
        }
    }

    @Test("who may give a role may invite to it, and nobody else", arguments: Backend.available)
    func limits(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let organiser = try await world.person("Olu", "olu@example.org")
            let administrator = world.administrator
            try await world.database.write {
                try RoleActions.grant(Grant(.organiser, in: Self.event), to: organiser.id, by: administrator, in: $0)
            }
            let viewer = try await world.signedIn(organiser).viewer
            for role in [Role.reader, .editor, .organiser] {
                _ = try await Self.invite("\(role)@example.org", Grant(role, in: Self.event), by: viewer, world)
                let elsewhere = try await refusal {
                    try await Self.invite("x@example.org", Grant(role, in: Self.other), by: viewer, world)
                }
                #expect(elsewhere?.code == .forbidden)
            }
            for grant in [Grant(.secretariat, in: Self.event), Grant(.administrator, in: Self.event)] {
                #expect(try await refusal { try await Self.invite("x@example.org", grant, by: viewer, world) }?.code == .invalid)
            }
            #expect(
                try await refusal { try await Self.invite("x@example.org", Grant(.reader), by: viewer, world) }?.code
                    == .forbidden)
            let editor = PeopleWorld.viewer(.editor, in: Self.event)
            #expect(
                try await refusal { try await Self.invite("x@example.org", Self.here, by: editor, world) }?.code == .forbidden)
            #expect(
                try await refusal { try await Self.invite("x@example.org", Self.here, by: nil, world) }?.code == .signInNeeded)
            let wrong = try await refusal { try await Self.invite("no address", Self.here, by: viewer, world) }
            #expect(wrong?.field == "email")
            _ = try await Self.invite("x@example.org", Grant(.administrator), by: administrator, world)
        }
    }

    @Test("somebody new gets an account, the role and a sitting, once; only digests are stored", arguments: Backend.available)
    func newcomer(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let before = try await world.marks()
            let invited = try await Self.invite("New@example.org", Self.here, by: world.administrator, world)
            #expect(try await world.marks() == before.map { $0 + 1 })
            let stored = try await world.database.read { "\(try $0.rows("SELECT * FROM invitation").flatMap(\.values))" }
            #expect(!stored.contains(invited.token))
            #expect(try await refusal { try await Self.accept(invited.token, name: " ", world) }?.field == "name")
            guard case .signedIn(let signed) = try await Self.accept(invited.token, name: "Ngozi", world) else {
                Issue.record("not signed in")
                return
            }
            let viewer = try await world.database.read { try RoleStore.viewer(signed.person, in: $0) }
            #expect(viewer?.name == "Ngozi")
            #expect(viewer?.grants == [Self.here])
            #expect(try await world.isOpen(signed.secret))
            #expect(try await refusal { try await Self.accept(invited.token, name: "Eve", world) }?.code == .gone)
        }
    }

    @Test(
        "for an account that there is, the letter opens nothing: it gets the role and its owner signs in",
        arguments: Backend.available)
    func known(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let first = try await Self.invite("ADA@example.org", Self.here, by: world.administrator, world)
            #expect(try await Self.accept(first.token, name: "Eve", world) == .granted)
            let person = try await world.database.read { tx in
                (try PersonStore.find(ada.id, in: tx), try RoleStore.grants(of: ada.id, in: tx))
            }
            #expect(person.0?.name == "Ada", "the letter changes nothing else of hers")
            #expect(person.1 == [Self.here])
            #expect(try await world.database.read { try SessionStore.sittings(of: ada.id, in: $0) }.isEmpty)
            let viewer = try await world.signedIn(ada).viewer
            let second = try await Self.invite("ada@example.org", Grant(.reader), by: world.administrator, world)
            guard case .signedIn(let signed) = try await Self.accept(second.token, as: viewer, world) else {
                Issue.record("she was signed in here")
                return
            }
            #expect(signed.person == ada.id)
            let twice = try await Self.invite("ada@example.org", Grant(.reader), by: world.administrator, world)
            #expect(try await Self.accept(twice.token, world) == .granted, "a role that she has already is no error")
        }
    }

    @Test("it is not for whoever else is signed in, known or new", arguments: Backend.available)
    func somebodyElse(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            _ = try await world.person("Ada", "ada@example.org")
            let bob = try await world.signedIn(try await world.person("Bob", "bob@example.org")).viewer
            for email in ["ada@example.org", "new@example.org"] {
                let invited = try await Self.invite(email, Self.here, by: world.administrator, world)
                let no = try await refusal { try await Self.accept(invited.token, name: "Bob", as: bob, world) }
                #expect(no?.words == "invitation.refusal.other")
            }
            #expect(try await world.database.read { try RoleStore.grants(of: bob.person, in: $0) }.isEmpty)
        }
    }

    @Test(
        "after a week, when withdrawn, and when its sender may not give the role any more, it is over",
        arguments: Backend.available)
    func over(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let administrator = world.administrator
            let olu = try await world.person("Olu", "olu@example.org")
            let grant = Grant(.organiser, in: Self.event)
            try await world.database.write { try RoleActions.grant(grant, to: olu.id, by: administrator, in: $0) }
            let viewer = try await world.signedIn(olu).viewer
            let orphan = try await Self.invite("a@example.org", Self.here, by: viewer, world)
            let withdrawn = try await Self.invite("b@example.org", Self.here, by: viewer, world)
            let old = try await Self.invite("c@example.org", Self.here, by: administrator, world)
            try await world.database.write { tx in
                try InvitationActions.withdraw(withdrawn.invitation.id, by: administrator, in: tx)
                try RoleActions.revoke(grant, from: olu.id, by: administrator, in: tx)
            }
            for invited in [orphan, withdrawn] {
                #expect(try await refusal { try await Self.accept(invited.token, name: "A", world) }?.code == .gone)
            }
            world.clock.advance(seconds: 7 * 86_400)
            #expect(try await refusal { try await Self.accept(old.token, name: "C", world) }?.code == .gone)
            let again = try await world.database.write {
                try InvitationActions.resend(old.invitation.id, by: administrator, in: $0)
            }
            #expect(try await refusal { try await Self.accept(old.token, name: "C", world) }?.code == .gone)
            _ = try await Self.accept(again.token, name: "C", world)
            let gone = try await refusal {
                try await world.database.write { try InvitationActions.withdraw(old.invitation.id, by: administrator, in: $0) }
            }
            #expect(gone?.code == .gone, "what was accepted cannot be withdrawn")
        }
    }

    @Test(
        "inviting an address again sends the same invitation again, three letters an hour at most", arguments: Backend.available)
    func letters(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let hall = try world.hall()
            func post() async throws -> InvitationActions.Invited {
                try await world.database.write { tx in
                    let invited = try InvitationActions.invite("a@example.org", to: Self.here, by: world.administrator, in: tx)
                    try tx.post(
                        InvitationMail.letter(
                            invited, inviter: "Ada", place: nil, part: nil, siteName: "S", baseURL: "http://x",
                            words: hall.book.words(.en)))
                    return invited
                }
            }
            let (first, second, third) = (try await post(), try await post(), try await post())
            #expect(Set([first, second, third].map(\.invitation.id)).count == 1)
            #expect(Set([first, second, third].map(\.token)).count == 3)
            #expect(try await refusal { try await post() }?.code == .tooMany)
            #expect(try await refusal { try await Self.accept(second.token, name: "A", world) }?.code == .gone)
            world.clock.advance(seconds: 3601)
            let fourth = try await post()
            _ = try await Self.accept(fourth.token, name: "A", world)
        }
    }

    @Test("nobody sends more than a hundred a day") func aDay() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            try await world.database.write { tx in
                for number in 0..<Invitation.lettersADay {
                    _ = try InvitationActions.invite("a\(number)@example.org", to: Self.here, by: world.administrator, in: tx)
                }
                let no = #expect(throws: Refusal.self) {
                    try InvitationActions.invite("b@example.org", to: Self.here, by: world.administrator, in: tx)
                }
                #expect(no?.code == .tooMany)
            }
        }
    }
}
