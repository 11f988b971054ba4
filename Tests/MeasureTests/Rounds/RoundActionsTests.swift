import Base
import CompositeIndex
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct RoundActionsTests {
    static func answer(_ first: Double, _ second: Double) -> ExpertAnswer {
        ExpertAnswer(["T": ["P": first, "Q": 100 - first], "P": ["p1": second, "p2": 100 - second]])
    }

    /// Three experts in an open round; their secrets.
    static func open(_ stage: MeasureStage, experts count: Int = 3) async throws -> (ExpertRound, [String]) {
        try await stage.database.write { [administrator = stage.administrator, id = stage.edition.id] tx in
            for number in 0..<count {
                _ = try RoundActions.invite(
                    "Expert \(number)", email: "expert\(number)@people.example", language: .fr, to: id, by: administrator, in: tx)
            }
            let (round, letters) = try RoundActions.open(Localized("How much?"), of: id, by: administrator, in: tx)
            return (round, letters.map(\.secret))
        }
    }

    @Test("two rounds: answers, statistics and a signed set with its spread", arguments: Backend.available)
    func rounds(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let (first, secrets) = try await Self.open(stage)
            #expect(first.wholes.map(\.code) == ["T", "P"])
            for (secret, points) in zip(secrets, [40.0, 50, 90]) {
                #expect(
                    try await stage.refusal { (tx) throws in
                        try RoundActions.answer(Self.answer(points, 50), with: secret, in: tx)
                    } == nil)
            }
            #expect(
                try await stage.refusal { (tx) throws in try RoundActions.answer(Self.answer(60, 50), with: secrets[2], in: tx) }
                    == nil)
            try await stage.database.write { (tx) throws in try RoundActions.close(first.id, of: id, by: administrator, in: tx) }
            #expect(
                try await stage.refusal { (tx) throws in try RoundActions.answer(Self.answer(60, 50), with: secrets[0], in: tx) }
                    == "measure.refusal.roundClosed")
            let (second, letters) = try await stage.database.write { tx in
                let (round, letters) = try RoundActions.open(.empty, of: id, by: administrator, in: tx)
                return (round, letters.map(\.secret))
            }
            #expect(second.number == 2)
            #expect(
                try await stage.refusal { (tx) throws in try RoundActions.answer(Self.answer(60, 50), with: secrets[0], in: tx) }
                    == "refusal.notFound", "the link of the letter before has ended")
            _ = letters
            try await stage.database.write { tx in
                try RoundActions.sign(
                    first.id, of: id, as: "experts", byMedian: true, statement: "The committee, 3 December", by: administrator,
                    in: tx)
            }
            let set = try #require(try await stage.content().weightSets.first)
            #expect(set.weights == ["P": 50, "Q": 50, "p1": 50, "p2": 50])
            #expect(set.spread["P"]?.mean == 50 && set.spread["P"]?.answers == 3 && set.spread["P"]?.deviation == 10)
            #expect(set.round == 1)
        }
    }

    @Test("what is refused", arguments: Backend.available)
    func refusals(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            #expect(
                try await stage.refusal { (tx) throws in _ = try RoundActions.open(.empty, of: id, by: administrator, in: tx) }
                    == "measure.refusal.roundEmpty")
            let (round, secrets) = try await Self.open(stage, experts: 2)
            #expect(
                try await stage.refusal { (tx) throws in _ = try RoundActions.open(.empty, of: id, by: administrator, in: tx) }
                    == "measure.refusal.roundOpen")
            #expect(
                try await stage.refusal { (tx) throws in
                    _ = try RoundActions.invite(
                        "Twice", email: "EXPERT1@people.example", language: .en, to: id, by: administrator, in: tx)
                } == "measure.refusal.expertTwice")
            let unequal = ExpertAnswer(["T": ["P": 10, "Q": 10], "P": ["p1": 50, "p2": 50]])
            #expect(
                try await stage.refusal { (tx) throws in try RoundActions.answer(unequal, with: secrets[0], in: tx) }
                    == "measure.refusal.sum")
            let negative = ExpertAnswer(["T": ["P": 110, "Q": -10], "P": ["p1": 50, "p2": 50]])
            #expect(
                try await stage.refusal { (tx) throws in try RoundActions.answer(negative, with: secrets[0], in: tx) }
                    == "measure.refusal.points")
            #expect(
                try await stage.refusal { (tx) throws in try RoundActions.answer(Self.answer(1, 2), with: "nobody", in: tx) }
                    == "refusal.notFound")
            @Sendable func sign() async throws -> String? {
                try await stage.refusal { (tx) throws in
                    try RoundActions.sign(
                        round.id, of: id, as: "experts", byMedian: false, statement: "We", by: administrator, in: tx)
                }
            }
            #expect(try await sign() == "measure.refusal.roundStillOpen")
            try await stage.database.write { (tx) throws in try RoundActions.close(round.id, of: id, by: administrator, in: tx) }
            #expect(try await sign() == "measure.refusal.fewAnswers")
        }
    }

    @Test(
        "the expert's page: own points and how all lay; the desk's is as many statements for many rounds",
        arguments: Backend.available)
    func pages(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let (round, secrets) = try await Self.open(stage)
            let fields = [("p-T-P", "70"), ("p-T-Q", "30"), ("p-P-p1", "55,5"), ("p-P-p2", "44,5")].map {
                (name: $0.0, value: $0.1)
            }
            for secret in secrets {
                #expect(try await stage.ask("/experts/\(secret)", post: fields).status == .ok)
            }
            let wrong = try await stage.ask("/experts/\(secrets[0])", post: [(name: "p-T-P", value: "70")])
            #expect(wrong.status == .unprocessableContent)
            try await stage.database.write { (tx) throws in try RoundActions.close(round.id, of: id, by: administrator, in: tx) }
            let page = try await stage.page("/experts/\(secrets[0])")
            #expect(page.contains("within the middle half") && page.contains("55.5"))
            #expect(!page.contains("expert1@people.example") && !page.contains("Expert 1"))
            #expect(try await stage.page("/desk/measure/tiny-2026/rounds", as: administrator).contains("3 of 3 answered"))
        }
    }

    @Test("forty experts behind one address; one link and wrong links have their limits", arguments: Backend.available)
    func limits(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (_, secrets) = try await Self.open(stage, experts: 40)
            let hall = stage.hall
            @Sendable func ask(_ secret: String, from origin: String = "workshop") async throws -> Refusal.Code? {
                do {
                    _ = try await stage.ask("/experts/\(secret)", in: hall, from: origin)
                    return nil
                } catch let refusal as Refusal {
                    return refusal.code
                }
            }
            for _ in 1...3 { for secret in secrets { #expect(try await ask(secret) == nil) } }
            for _ in 1...ExpertRoutes.rate - 3 { #expect(try await ask(secrets[0]) == nil) }
            #expect(try await ask(secrets[0]) == .tooMany)
            #expect(try await ask(secrets[0], from: "elsewhere") == .tooMany, "her link, wherever she is")
            #expect(try await ask(secrets[1]) == nil)
            for _ in 1...ExpertRoutes.wrongRate { #expect(try await ask("guess") == .notFound) }
            #expect(try await ask("another guess") == .tooMany)
            #expect(try await ask("guess", from: "elsewhere") == .notFound)
            #expect(try await ask(secrets[1]) == nil, "guesses of a neighbour do not shut her out")
        }
    }
}
