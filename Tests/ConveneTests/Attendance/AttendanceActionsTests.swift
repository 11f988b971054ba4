import Base
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct AttendanceActionsTests {
    @Test("what was counted becomes the actual figure; what was planned stays", arguments: Backend.available)
    func takingOver(_ backend: Backend) async throws {
        try await PapersStage.with(backend, people: 3) { stage in
            try await stage.door.receive([stage.door.scan(5, stage.door.ticket(stage.people[1]))], at: 2)
            try await stage.database.write { tx in
                for (standing, value) in [(EventFigure.Standing.planned, 150), (.actual, 7)] {
                    try EventActions.addFigure(
                        FigureDraft(standing, .exact, value, "people", source: "Note"), to: stage.event.id, by: stage.organiser,
                        in: tx)
                }
                try AttendanceActions.takeOver("people", source: "Doors", of: stage.event, by: stage.organiser, in: tx)
            }
            let figures = try await stage.database.read { try EventStore.file(stage.event, in: $0).figures }
            #expect(figures.map { "\($0.standing) \($0.value) \($0.source)" } == ["planned 150 Note", "actual 2 Doors"])
            let sight = try await stage.database.read {
                try AttendanceActions.look(at: stage.event, by: stage.organiser, in: $0)
            }
            #expect(sight.figures.registered.people == 4 && sight.figures.came.people == 2 && sight.figures.inRoom == 2)
            #expect(sight.figures.sessions.map { "\($0.session.title.text(.en)) \($0.count.people)" } == ["Workshop 1"])
            let refusal = try await EventWorld.refusal {
                try await stage.database.write {
                    try AttendanceActions.takeOver("people", source: "", of: stage.event, by: EventWorld.viewer(.editor), in: $0)
                }
            }
            #expect(refusal?.code == .forbidden)
        }
    }

    @Test("one person or three: the page asks the database as often", arguments: Backend.available)
    func statements(_ backend: Backend) async throws {
        try await PapersStage.with(backend, people: 1) { stage in
            let count: @Sendable (Reader) throws -> Int = { tx in
                let before = tx.statements
                _ = try AttendanceActions.look(at: stage.event, by: stage.organiser, in: tx)
                return tx.statements - before
            }
            let one = try await stage.database.read(count)
            let more = [try await stage.door.stage.register("More"), try await stage.door.stage.register("Most")]
            try await stage.door.receive(more.enumerated().map { stage.door.scan(50 + $0, stage.door.ticket($1)) }, at: 2)
            #expect(try await stage.database.read(count) == one)
            #expect(one <= 16)
            #expect(try await stage.door.page("/desk\(stage.event.path)/attendance", as: stage.organiser).contains("Workshop"))
        }
    }
}
