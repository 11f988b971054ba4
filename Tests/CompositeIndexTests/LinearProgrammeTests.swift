import CompositeIndex
import Testing

@Suite struct LinearProgrammeTests {
    /// max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: the textbook's x = 2, y = 6.
    private func textbook() -> LinearProgramme {
        var programme = LinearProgramme(.maximum, rows: 3, columns: 2)
        for (row, limit) in [4.0, 12, 18].enumerated() { programme.bound(row: row, .atMost(limit)) }
        programme.setCost(3, column: 0)
        programme.setCost(5, column: 1)
        programme.setColumn(0, [(0, 1), (2, 3)])
        programme.setColumn(1, [(1, 2), (2, 2)])
        return programme
    }

    @Test("the optimum, where it is, and what a row is worth")
    func optimum() throws {
        var programme = textbook()
        #expect(abs(try programme.solve() - 36) < 1e-12)
        #expect(abs(programme.value(column: 0) - 2) < 1e-12 && abs(programme.value(column: 1) - 6) < 1e-12)
        #expect(abs(programme.price(row: 2) - 1) < 1e-12)
    }

    @Test("a changed programme is solved again")
    func again() throws {
        var programme = textbook()
        _ = try programme.solve()
        programme.bound(row: 2, .atMost(12))
        #expect(abs(try programme.solve() - 30) < 1e-12)
        programme.bound(column: 1, .fixed(1))
        programme.forgetBasis()
        #expect(abs(try programme.solve() - 15) < 1e-9)
    }

    @Test("what has no solution says why")
    func failures() {
        #expect(throws: LinearProgramme.Failure.infeasible) {
            var programme = textbook()
            programme.bound(row: 0, .between(-2, -1))
            _ = try programme.solve()
        }
        #expect(throws: LinearProgramme.Failure.unbounded) {
            var programme = textbook()
            programme.bound(row: 1, .free)
            programme.bound(row: 2, .free)
            _ = try programme.solve()
        }
        #expect(throws: LinearProgramme.Failure.notFinite) {
            var programme = textbook()
            programme.setCost(.nan, column: 0)
            _ = try programme.solve()
        }
    }

    @Test("programmes on several threads do not disturb one another")
    func threads() async {
        let goals = await withTaskGroup(of: Double?.self) { group in
            for limit in 0..<32 {
                group.addTask {
                    var programme = LinearProgramme(.maximum, rows: 1, columns: 1)
                    programme.bound(row: 0, .atMost(Double(limit)))
                    programme.setCost(1, column: 0)
                    programme.setColumn(0, [(0, 2)])
                    return try? programme.solve()
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(goals.compactMap { $0 }.sorted() == (0..<32).map { Double($0) / 2 })
    }
}
