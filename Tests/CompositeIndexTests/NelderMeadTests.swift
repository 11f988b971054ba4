import CompositeIndex
import Testing

@Suite struct NelderMeadTests {
    @Test("Rosenbrock's valley ends at (1, 1)")
    func valley() throws {
        let found = try NelderMead().minimum(from: [-1.2, 1]) { p in
            let across = p[1] - p[0] * p[0], along = 1 - p[0]
            return 100 * across * across + along * along
        }
        #expect(found.value < 1e-15 && abs(found.point[0] - 1) < 1e-7 && abs(found.point[1] - 1) < 1e-7)
    }

    @Test("ten dimensions, with a region that has no value")
    func many() throws {
        let found = try NelderMead().minimum(from: Array(repeating: 3, count: 10)) { p in
            if p.contains(where: { $0 < 0.5 }) { return .nan }
            return p.enumerated().reduce(0) { $0 + Double($1.offset + 1) * ($1.element - 1) * ($1.element - 1) }
        }
        #expect(found.point.allSatisfy { abs($0 - 1) < 1e-6 })
    }

    @Test("the search ends at the goal, and at the limit")
    func ends() throws {
        var calls = 0
        let good = try NelderMead(goal: 4).minimum(from: [3]) { p in
            calls += 1
            return p[0] * p[0]
        }
        #expect(good.value <= 4 && calls < 30)
        calls = 0
        _ = try NelderMead(limit: 40).minimum(from: [3, 4]) { p in
            calls += 1
            return p[0] * p[0] + p[1] * p[1]
        }
        #expect(calls >= 40 && calls < 50)
    }
}
