import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct EditStepStoreTests {
    private let person = Identifier("00000000-0000-7000-8000-0000000000f1")!
    private let other = Identifier("00000000-0000-7000-8000-0000000000f2")!

    private func delta(_ number: Int) -> ProgrammeDelta {
        var delta = ProgrammeDelta()
        delta.rooms = [.init(before: nil, after: ProgrammeStage.room("R\(number)", number))]
        return delta
    }

    @Test("steps come back as they went, last first, each person's apart", arguments: Backend.available)
    func order(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let (one, two, three) = (delta(1), delta(2), delta(3))
            for (step, who) in [(one, person), (two, person), (three, other)] {
                try await database.write { try EditStepStore.insert(step, verb: "x", of: ProgrammeStage.id, by: who, in: $0) }
            }
            let (mine, latest) = try await database.read {
                (
                    try EditStepStore.last(of: person, in: ProgrammeStage.id, $0),
                    try EditStepStore.latest(of: ProgrammeStage.id, in: $0)
                )
            }
            #expect(mine?.delta == two)
            #expect(latest?.delta == three && latest?.person == other)
            let id = try #require(mine?.id)
            try await database.write { try EditStepStore.mark(id, isUndone: true, in: $0) }
            let (now, undone) = try await database.read {
                (
                    try EditStepStore.last(of: person, in: ProgrammeStage.id, $0),
                    try EditStepStore.undone(of: person, in: ProgrammeStage.id, $0)
                )
            }
            #expect(now?.delta == one && undone?.delta == two)
        }
    }

    @Test("only so many steps of a person are kept", arguments: Backend.available)
    func most(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                for number in 0..<(EditStepStore.most + 7) {
                    try EditStepStore.insert(delta(number), verb: "x", of: ProgrammeStage.id, by: person, in: tx)
                }
            }
            let count = try await database.read { try $0.count("SELECT COUNT(*) FROM programme_step") }
            #expect(count == EditStepStore.most)
        }
    }
}
