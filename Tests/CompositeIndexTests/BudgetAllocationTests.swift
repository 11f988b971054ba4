import CompositeIndex
import Foundation
import Testing

@Suite struct BudgetAllocationTests {
    typealias Round = BudgetAllocation.Round
    static let codes = ["a", "b", "c", "d"]

    private func sheet(_ expert: String, _ points: Double...) -> BudgetAllocation.Sheet {
        BudgetAllocation.Sheet(expert: expert, points: Dictionary(uniqueKeysWithValues: zip(Self.codes, points)))
    }

    private func allocation() throws -> BudgetAllocation {
        let first = Round(
            name: "1", sheets: [sheet("x", 40, 30, 20, 10), sheet("y", 50, 20, 20, 10), sheet("z", 25, 35, 30, 10)])
        let second = Round(
            name: "2", sheets: [sheet("x", 40, 30, 20, 10), sheet("y", 45, 25, 20, 10), sheet("v", 45, 35, 10, 10)])
        return try BudgetAllocation(node: "n", codes: Self.codes, rounds: [first, second])
    }

    @Test("the mean of the experts is the weight, and their spread is kept")
    func weights() throws {
        let allocation = try allocation()
        let weights = allocation.weighting(round: 0).weights
        #expect(abs((weights["a"] ?? 0) - 115.0 / 300) < 1e-15 && abs((weights["d"] ?? 0) - 0.1) < 1e-15)
        let spread = try #require(allocation.spread(round: 0)["a"])
        #expect(spread.median == 40 && spread.lowerQuartile == 32.5 && spread.upperQuartile == 45)
        #expect(abs(spread.deviation - 12.583057392117917) < 1e-13)
        #expect(abs((allocation.weighting().weights["a"] ?? 0) - 130.0 / 300) < 1e-15)
    }

    @Test("each expert is a set of weights for the Monte Carlo")
    func sets() throws {
        let sets = try allocation().weightSets()
        #expect(sets.map(\.expert) == ["x", "y", "v"])
        #expect(sets[1].weights == ["a": 0.45, "b": 0.25, "c": 0.2, "d": 0.1])
    }

    @Test("agreement of the experts is Kendall's W with ties")
    func agreement() throws {
        let agreement = try allocation().agreement(round: 0)
        #expect(abs(agreement.coefficient - 0.7011494252873564) < 1e-14)
        #expect(abs(agreement.p - 0.09744972655019857) < 1e-14)
    }

    @Test("a round moves points, and people come and go")
    func change() throws {
        let change = try allocation().change(from: 0, to: 1)
        #expect(change.moved == ["x": 0, "y": 5])
        #expect(change.joined == ["v"] && change.left == ["z"])
        #expect(abs((change.means["a"] ?? 0) - 5) < 1e-13 && abs((change.means["d"] ?? 1)) < 1e-13)
        #expect(change.agreement > 0)
    }

    @Test("a third of the budget may be typed with six decimals")
    func rounding() throws {
        let thirds = BudgetAllocation.Sheet(expert: "x", points: ["a": 33.33333, "b": 33.33333, "c": 33.33334])
        #expect(
            try BudgetAllocation(node: "n", codes: ["a", "b", "c"], rounds: [Round(name: "1", sheets: [thirds])]).budget == 100)
    }

    @Test("what is stored comes back, and what is unsound does not")
    func coding() throws {
        let allocation = try allocation(), data = try JSONEncoder().encode(allocation)
        #expect(try JSONDecoder().decode(BudgetAllocation.self, from: data) == allocation)
        let empty = Data(#"{"node":"n","codes":["a"],"budget":100,"rounds":[]}"#.utf8)
        #expect(throws: Problems.self) { try JSONDecoder().decode(BudgetAllocation.self, from: empty) }
    }

    @Test("everything wrong in every sheet is listed")
    func problems() {
        let round = Round(
            name: "1",
            sheets: [
                sheet("x", 40, 30, 20, 15), sheet("x", 110, -10, 0, 0),
                BudgetAllocation.Sheet(expert: "y", points: ["a": 60, "b": 30, "c": 10, "q": 5]),
            ])
        let found = BudgetAllocation.problems(node: "n", codes: Self.codes, rounds: [round, Round(name: "2", sheets: [])])
        #expect(
            found.map(\.rule) == [
                "budget-sum", "budget-expert-repeated", "budget-points", "budget-part-unknown", "budget-part-missing",
                "budget-without-experts",
            ])
        #expect(throws: Problems.self) { try BudgetAllocation(node: "n", codes: Self.codes, rounds: []) }
    }
}
