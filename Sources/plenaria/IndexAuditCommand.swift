import App
import ArgumentParser
import CompositeIndex
import Foundation
import Store

struct IndexAuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "What somebody should look at: coverage, outliers, correlations, consistency, importance."
    )
    @OptionGroup var source: IndexSource
    @Option(help: "The file to write; without it standard output.")
    var to: String?

    func run() async throws {
        try await refusing {
            let build = try source.read().build(source.period)
            let audit: Audit
            do { audit = try Audit(build) } catch let problems as Problems { throw IndexFiles.refusal(problems.list) }
            let sections = [coverage(audit), treatment(build), groups(audit), importance(audit), problems(audit)]
            try write(Array(sections.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n").utf8), to: to)
        }
    }

    private func number(_ value: Double, _ decimals: Int = 3) -> String {
        value.isNaN ? "-" : String(format: "%.\(decimals)f", value)
    }

    private func coverage(_ audit: Audit) -> [String] {
        let least = zip(audit.framework.indicators, audit.coverage.indicators).sorted { $0.1 < $1.1 }.prefix(5)
        return [
            "Coverage: \(number(100 * audit.coverage.whole, 1)) % of \(audit.units.count) units × \(audit.framework.indicators.count) indicators"
        ]
            + least.map { "  \(TextTable.left(audit.framework.nodes[$0].code, 16))\(TextTable.right(number(100 * $1, 1), 7)) %" }
    }

    private func treatment(_ build: Build) -> [String] {
        let done = build.treatments.filter { $0.outcome != .passed && $0.outcome != .untreated }
        return ["Outliers: \(done.count) of \(build.treatments.count) indicators treated"]
            + done.map { record in
                "  \(TextTable.left(record.indicator, 16))skewness \(number(record.skewnessBefore ?? .nan)) → \(number(record.skewness ?? .nan)), "
                    + "kurtosis \(number(record.kurtosisBefore ?? .nan)) → \(number(record.kurtosis ?? .nan)): \(record.outcome.rawValue)"
            }
    }

    private func groups(_ audit: Audit) -> [String] {
        ["Consistency (Cronbach's alpha, KMO)"]
            + audit.groups.map { group in
                "  \(TextTable.left(group.node, 16))\(TextTable.right(number(group.alpha), 7))"
                    + TextTable.right(number(group.adequacy?.overall ?? .nan), 8)
            }
    }

    private func importance(_ audit: Audit) -> [String] {
        ["Weight against importance (share of the whole's R²)"]
            + audit.importance.map {
                "  \(TextTable.left($0.part, 16))\(TextTable.right(number($0.weight), 7))\(TextTable.right(number($0.share), 8))"
                    + "  correlation with \($0.whole) \(number($0.correlation))"
            }
    }

    private func problems(_ audit: Audit) -> [String] {
        ["To be looked at: \(audit.problems.count)"] + audit.problems.map { "  \($0)" }
    }
}
