import CompositeIndex
import Testing

@Suite struct ImportanceTests {
    static let effective = AsemCorpus.file("weights-effective.csv")

    @Test("of two uncorrelated parts the one of twice the spread has four times the importance, at equal weight")
    func spread() throws {
        let framework = try Framework([
            Node(code: "a", level: 1, parent: "i"), Node(code: "b", level: 1, parent: "i"),
            Node(code: "i", level: 2, parent: nil),
        ])
        let a: [Double] = [2, 2, -2, -2], b: [Double] = [1, -1, 1, -1]
        let scores = Table(columns: [a, b, zip(a, b).map { ($0 + $1) / 2 }])
        let units = ["A", "B", "C", "D"].map { IndexUnit(code: $0) }
        let audit = try Audit(framework, units: units, scores: scores)
        #expect(audit.importance.map(\.part) == ["a", "b"])
        #expect(audit.importance.map(\.weight) == [0.5, 0.5])
        #expect(abs(audit.importance[0].determination - 0.8) < 1e-14 && abs(audit.importance[1].share - 0.2) < 1e-14)
        #expect(audit.importance[0].indexCorrelation == audit.importance[0].correlation)
        #expect(audit.problems.filter { $0.rule == "audit-importance" }.map { $0.subjects[0] } == ["b"])
    }

    @Test("effective weights of the ASEM index", .enabled(if: effective != nil))
    func asem() throws {
        let expected = try #require(Self.effective), table = try #require(AsemCorpus.file("step-Aggregated.csv"))
        let framework = try #require(AsemCorpus.framework)
        let units = table.texts("uCode").map { IndexUnit(code: $0) }
        let audit = try Audit(framework, units: units, scores: table.table(framework.nodes.map(\.code)))
        let ours = Dictionary(uniqueKeysWithValues: audit.importance.map { ($0.part, $0.effectiveWeight) })
        #expect(ours.count == expected.rows.count - 1)
        for row in expected.rows where row[0] != "Index" {
            #expect(abs((ours[row[0]] ?? .nan) - expected.number("EffWeight", in: row)) < 1e-12, "\(row[0])")
        }
        for whole in Dictionary(grouping: audit.importance, by: \.whole).values {
            let shares = whole.map(\.share).reduce(0, +), weights = whole.map(\.weight).reduce(0, +)
            #expect(abs(shares - 1) < 1e-12 && abs(weights - 1) < 1e-12)
        }
    }
}
