import CompositeIndex
import Testing

@Suite struct AuditTests {
    /// a and b say the same, c runs against them, d is flat; f says what a says under another node; R is a group of units.
    private func small() throws -> (framework: Framework, units: [IndexUnit], scores: Table) {
        let framework = try Framework([
            Node(code: "a", level: 1, parent: "x"), Node(code: "b", level: 1, parent: "x"),
            Node(code: "c", level: 1, parent: "x"),
            Node(code: "d", level: 1, parent: "y"), Node(code: "e", level: 1, parent: "y"),
            Node(code: "f", level: 1, parent: "y"),
            Node(code: "x", level: 2, parent: "i"), Node(code: "y", level: 2, parent: "i"),
            Node(code: "i", level: 3, parent: nil),
        ])
        let units = ["A", "B", "C", "D", "E", "R"].map { IndexUnit(code: $0, kind: $0 == "R" ? .aggregate : .unit) }
        let leaves: [[Double]] = [
            [1, 2, 3, 4, 5, 99], [1, 2, 3, 4, 5.5, -99], [5, 3, 4, 2, 1, 99], [7, 7, 7, 7, 7, 0], [.nan, .nan, 1, 2, .nan, 5],
            [1, 2, 3.1, 4, 5, 0],
        ]
        let mean = { (columns: [[Double]]) in
            (0..<6).map { row in
                let there = columns.map { $0[row] }.filter { !$0.isNaN }
                return there.reduce(0, +) / Double(there.count)
            }
        }
        let x = mean(Array(leaves[0..<3])), y = mean(Array(leaves[3..<6]))
        return (framework, units, Table(columns: leaves + [x, y, mean([x, y])]))
    }

    @Test("groups of units have no part in an audit")
    func groups() throws {
        let (framework, units, scores) = try small()
        let audit = try Audit(framework, units: units, scores: scores)
        #expect(audit.units.map(\.code) == ["A", "B", "C", "D", "E"])
        #expect(audit.moments[0].maximum == 5 && audit.coverage.units.count == 5)
        #expect(audit.correlations.counts[0][1] == 5)
    }

    @Test("redundancy is flagged across nodes, trade-offs among siblings and with the whole")
    func flags() throws {
        let (framework, units, scores) = try small()
        let flags = try Audit(framework, units: units, scores: scores).flags
        let found = { (one: String, other: String) in flags.first { $0.one == one && $0.other == other } }
        #expect(found("a", "b")?.kind == .redundant && found("a", "b")?.relation == .siblings)
        #expect(found("a", "f")?.kind == .redundant && found("a", "f")?.relation == .level)
        #expect(found("a", "c")?.kind == .tradeOff)
        #expect(found("c", "x")?.kind == .tradeOff && found("c", "x")?.relation == .whole)
        #expect(found("b", "a") == nil && found("c", "f") == nil)
        let loose = try Audit(framework, units: units, scores: scores, settings: Audit.Settings(redundant: 1, tradeOff: -1))
        #expect(!loose.flags.contains { $0.kind != .low })
        #expect(loose.flags.contains { $0.one == "a" && $0.other == "c" })
    }

    @Test("what somebody should look at is said by rule, as warnings")
    func problems() throws {
        let (framework, units, scores) = try small()
        let problems = try Audit(framework, units: units, scores: scores).problems
        #expect(problems.allSatisfy { $0.gravity == .warning })
        let rules = Set(problems.map(\.rule))
        let expected = [
            "audit-coverage-indicator", "audit-flat", "audit-redundant", "audit-trade-off", "audit-alpha",
            "components-few-units", "adequacy-dependent", "audit-importance",
        ]
        #expect(rules.isSuperset(of: expected), "\(rules)")
        #expect(problems.first { $0.rule == "audit-coverage-indicator" }?.subjects.first == "e")
    }

    @Test("of one unit, or of none, nothing can be said, and that is said", arguments: [[0], []])
    func few(rows: [Int]) throws {
        let (framework, units, scores) = try small()
        let audit = try Audit(framework, units: rows.map { units[$0] }, scores: scores.keeping(rows: rows))
        #expect(audit.units.count == rows.count && audit.flags.isEmpty)
        #expect(audit.groups.allSatisfy { $0.components == nil && $0.adequacy == nil && $0.alpha.isNaN })
        #expect(audit.problems.contains { $0.rule == "components-few-units" })
    }

    @Test("tables that do not fit the framework are refused, all at once")
    func refusals() throws {
        let (framework, units, scores) = try small()
        let error = #expect(throws: Problems.self) {
            try Audit(framework, units: units, scores: scores.keeping(rows: [0]), measured: scores, weights: [1])
        }
        #expect(error?.list.map(\.rule) == ["audit-scores", "audit-measured", "audit-weights"])
    }

    @Test("the ASEM index is audited from its build", .enabled(if: AsemIndex.isThere))
    func asem() throws {
        let build = try AsemIndex.build(), audit = try Audit(build)
        #expect(audit.units.count == 51)
        // The data as they were measured have 63 gaps; those that the index is made of have none.
        #expect(abs(audit.coverage.whole - (1 - 63.0 / 2499)) < 1e-12)
        let alphas = try #require(AsemCorpus.file("cronbach.csv"))
        for row in alphas.rows {
            let group = try #require(audit.groups.first { $0.node == row[0] })
            #expect(abs(group.alpha - alphas.number("alpha_norm", in: row)) < 1e-10)
            #expect(group.components != nil && group.adequacy != nil)
        }
        let outliers = audit.problems.filter { $0.rule == "audit-outliers" }.map { $0.subjects[0] }
        let expected = try #require(AsemCorpus.file("stats-Raw.csv"))
        #expect(Set(outliers) == Set(expected.rows.filter { $0.last == "OUT" }.map { $0[0] }))
    }

    @Test("trade-offs among the ASEM indicators are the negative correlations of siblings", .enabled(if: AsemIndex.isThere))
    func tradeOffs() throws {
        let framework = try AsemIndex.framework(), audit = try Audit(AsemIndex.build())
        let pairs = try #require(AsemCorpus.file("corr-Normalised-pearson.csv"))
        let negative = pairs.rows.filter { row in
            guard let one = framework.position(of: row[0]), let other = framework.position(of: row[1]) else { return false }
            let isPair = one < other && framework.parents[one] == framework.parents[other]
            return isPair && pairs.number("Correlation", in: row) < 0
        }
        let found = audit.flags.filter { flag in
            let isLeaf = framework.position(of: flag.one).map { framework.nodes[$0].level == 1 } ?? false
            return isLeaf && flag.relation == .siblings && flag.kind == .tradeOff
        }
        #expect(!negative.isEmpty)
        #expect(Set(found.map { [$0.one, $0.other] }) == Set(negative.map { [$0[0], $0[1]] }))
    }
}
