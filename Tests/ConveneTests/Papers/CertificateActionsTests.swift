import Base
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct CertificateActionsTests {
    @Test("issued once, to who was there, with an audit row and a note; revoked, and issued anew", arguments: Backend.available)
    func issuing(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let audits: SQL = "SELECT COUNT(*) AS n FROM audit WHERE verb = 'certificate.issued'"
            let issued = try await stage.issue()
            #expect(issued.map(\.registration) == [stage.people[0].id])
            #expect(issued[0].content.name == "Q0" && issued[0].content.language == .es)
            #expect(issued[0].digest == AuditTrail.digest(json(issued[0].content)))
            #expect(try await stage.issue().isEmpty)
            #expect(try await stage.count(audits) == 1, "nothing issued, nothing said")
            try await stage.database.write {
                try CertificateActions.revoke(issued[0].id, of: stage.event, by: stage.organiser, in: $0)
            }
            #expect(try await stage.issue().count == 1)
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM note WHERE name = 'certificate.revoked'") == 1)
        }
    }

    @Test("on line the organiser's mark counts, and in the room it cannot be set", arguments: Backend.available)
    func marks(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let both: Set = [stage.remote.id, stage.people[1].id]
            try await stage.database.write {
                try CertificateActions.mark(both, is: true, of: stage.event, by: stage.organiser, in: $0)
            }
            #expect(
                try await stage.database.read { try CertificateStore.marked(of: stage.event.id, in: $0) } == [stage.remote.id])
            #expect(Set(try await stage.issue().map(\.registration)) == [stage.people[0].id, stage.remote.id])
        }
    }

    @Test("a list of addresses marks those who take part on line, and says whose none is", arguments: Backend.available)
    func addresses(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let room = stage.people[1].holder.email
            let pasted = AttendanceAddresses("nobody@people.example, \(stage.remote.holder.email.uppercased()); \(room)")
            func mark() async throws -> CertificateActions.Marked {
                try await stage.database.write {
                    try CertificateActions.markPresent(pasted, of: stage.event, by: stage.organiser, in: $0)
                }
            }
            let told = try await mark()
            #expect(told == CertificateActions.Marked(marked: 1, unknown: ["nobody@people.example", room.lowercased()]))
            #expect(try await mark() == told)
            #expect(
                try await stage.database.read { try CertificateStore.marked(of: stage.event.id, in: $0) } == [stage.remote.id])
            #expect(try await stage.count("SELECT COUNT(*) AS n FROM audit WHERE verb = 'attendance.marked'") == 2)
        }
    }

    @Test("nobody but an organiser", arguments: Backend.available)
    func rights(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            for (viewer, code) in [(nil, Refusal.Code.signInNeeded), (EventWorld.viewer(.editor), .forbidden)]
                as [(Viewer?, Refusal.Code)]
            {
                let verbs: [@Sendable (Writer) throws -> Void] = [
                    { _ = try CertificateActions.issueAttendance(of: stage.event, by: viewer, in: $0) },
                    { _ = try CertificateActions.issueSpeakers(of: stage.event, language: .en, by: viewer, in: $0) },
                    { try CertificateActions.revoke(stage.event.id, of: stage.event, by: viewer, in: $0) },
                    { try CertificateActions.mark([], is: true, of: stage.event, by: viewer, in: $0) },
                    {
                        _ = try CertificateActions.markPresent(
                            AttendanceAddresses("a@people.example"), of: stage.event, by: viewer, in: $0)
                    },
                    { try CertificateActions.setPapers(PaperSettings(), of: stage.event, by: viewer, in: $0) },
                ]
                for verb in verbs {
                    let refusal = try await EventWorld.refusal { try await stage.database.write(verb) }
                    #expect(refusal?.code == code)
                }
            }
        }
    }

    @Test("one person or three: the page asks the database as often", arguments: Backend.available)
    func statements(_ backend: Backend) async throws {
        func asked(_ people: Int) async throws -> Int {
            let count = TallyBox()
            try await PapersStage.with(backend, people: people) { stage in
                _ = try await stage.issue()
                count.value = try await stage.database.read { tx in
                    let before = tx.statements
                    _ = try CertificateDeskRoutes.view(stage.event, in: tx)
                    return tx.statements - before
                }
            }
            return count.value
        }
        let (one, three) = (try await asked(1), try await asked(3))
        #expect(one == three && one <= 12, "\(one), \(three)")
    }

    /// Written in one closure, read after it.
    private final class TallyBox: @unchecked Sendable { var value = 0 }
}
