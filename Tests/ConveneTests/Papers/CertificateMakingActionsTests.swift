import Base
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct CertificateMakingActionsTests {
    @Test("a speaker's certificate says what she presented, in her name on the programme", arguments: Backend.available)
    func speaker(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let draft = try await stage.database.read { try ProgrammeStore.draft(of: stage.event, in: $0) }
            let session = try #require(draft.session(stage.door.session))
            try await stage.database.write { tx in
                var speaking = SessionDraft(session)
                speaking.people = [SessionDraft.Person(name: "ณัฐวุฒิ สุขสมบูรณ์ชัย", role: .speaker)]
                _ = try ProgrammeActions.changeSession(
                    session.id, to: speaking, seen: nil, of: stage.event, by: stage.organiser, in: tx)
                _ = try ReleaseActions.publish(stage.event, message: Localized("Again"), by: stage.organiser, in: tx)
            }
            let issue: @Sendable (Writer) throws -> [Certificate] = {
                try CertificateActions.issueSpeakers(of: stage.event, language: .ar, by: stage.organiser, in: $0)
            }
            let issued = try await stage.database.write(issue)
            #expect(issued.map(\.content.name) == ["ณัฐวุฒิ สุขสมบูรณ์ชัย"])
            #expect(issued[0].content.talks.map { $0.title.text(.en) } == ["Workshop"] && issued[0].content.language == .ar)
            #expect(issued[0].registration == nil && issued[0].content.date == stage.event.first.adding(days: 1))
            #expect(try await stage.database.write(issue).isEmpty)
        }
    }

    @Test("an invitation is the same until something is corrected; it lapses with the place", arguments: Backend.available)
    func invitation(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let one = stage.people[1]
            func invite() async throws -> Certificate {
                try await stage.database.write { tx in
                    let now = try #require(try RegistrationStore.find(one.id, in: tx))
                    return try CertificateActions.invite(
                        now, of: stage.event, category: stage.door.stage.room,
                        words: { _ in .init(dates: "2–4 December", place: "Mexico", country: "") }, by: nil, in: tx)
                }
            }
            #expect(try await EventWorld.refusal { try await invite() }?.words == "papers.invitation.closed")
            try await stage.open()
            let first = try await invite()
            #expect(first.content.paragraphs == ["Dear Q1,", "you are invited to Conference 2025."])
            stage.door.world.clock.advance(seconds: 86_400)
            #expect(try await invite().number == first.number, "another day is no reason")
            try await stage.database.write { try $0.execute("UPDATE registration SET name = 'María' WHERE id = \(one.id)") }
            let second = try await invite()
            #expect(second.number != first.number && second.content.name == "María")
            let old = try await stage.database.read { try CertificateStore.find(number: first.number, in: $0) }
            #expect(old?.revokedAt != nil)
            #expect(try await stage.database.read { try CertificateStore.isBacked(second, in: $0) })
            _ = try await stage.door.stage.cancel(one)
            #expect(try await !stage.database.read { try CertificateStore.isBacked(second, in: $0) })
            #expect(try await EventWorld.refusal { try await invite() }?.words == "registration.refusal.notConfirmed")
        }
    }
}
