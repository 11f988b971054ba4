import App
import ArgumentParser
import CompositeIndex
import Foundation
import Store

struct IndexSensitivityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensitivity",
        abstract: "How far ranks hang on choices: rank intervals, and the share of each choice (Sobol).",
        discussion:
            "Factors come from a JSON file, or are noise on every weight. The points are Owen-scrambled Sobol points; the same "
            + "seed gives the same numbers on any machine.")
    @OptionGroup var source: IndexSource
    @Option(help: "JSON: an array of factors, each with a name and its alternatives.")
    var factors: String?
    @Option(help: "Without --factors: each weight w becomes w(1 ± this).")
    var noise = 0.25
    @Option(help: "N, a power of two; the index is computed N(d + 2) times for d factors.")
    var samples = 1024
    @Option(help: "Resamples of the bootstrap.")
    var bootstraps = 1000
    @Option(help: "Seed of the scrambling and of the bootstrap.")
    var seed: UInt64 = 1
    @Option(help: "CSV of rank intervals to write.")
    var ranks: String?

    mutating func validate() throws {
        guard samples > 1, samples & (samples - 1) == 0 else {
            throw ValidationError("--samples is a power of two, such as 1024")
        }
        guard noise > 0, noise <= 1 else { throw ValidationError("--noise is above 0 and at most 1") }
        guard bootstraps >= 0 else { throw ValidationError("--bootstraps is 0 or more") }
    }

    func run() async throws {
        try await refusing {
            do { try work() } catch let problems as Problems { throw IndexFiles.refusal(problems.list) }
        }
    }

    private func work() throws {
        let files = try source.read()
        if files.method.scopes != nil, files.panel.editions.count > 1 {
            say("this study is of one period alone: the scale and the filled gaps of several have no part in it")
        }
        let chosen =
            try factors.map(IndexFiles.factors) ?? Factor.noise(on: 1..<files.framework.height, of: files.framework, share: noise)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let study = try Study(
            files.data(source.period), framework: files.framework, method: files.method, factors: chosen, workers: cores)
        let design = try SensitivityDesign(samples: samples, factors: chosen.count, seed: seed)
        let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
        let runs = try study.run(design, workers: cores) { done, all in
            guard isTerminal else { return }
            FileHandle.standardError.write(Data("\r\u{1B}[K\(done) of \(all) runs".utf8))
        }
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        let indices = try runs.sensitivity(
            bootstrap: bootstraps > 0 ? Bootstrap(resamples: bootstraps, seed: seed) : nil, workers: cores)
        if let ranks { try write(CSVWriter.bytes(sheet(runs)), to: ranks) }
        try write(Array((shares(runs, indices) + [""] + intervals(runs)).joined(separator: "\n").utf8) + [0x0A], to: nil)
    }

    private func number(_ value: Double?) -> String { value.map { String(format: "%8.3f", $0) } ?? "       -" }

    private func shares(_ runs: StudyRuns, _ indices: [SobolIndices]) -> [String] {
        guard let found = indices.first else { return [] }
        let head =
            "Mean shift in ranks, \(runs.design.runs) runs: first-order share S and total share ST of each factor, with 90 % intervals"
        return [head]
            + runs.factors.indices.map { place in
                let first = found.first[place], total = found.total[place]
                return
                    "  \(TextTable.left(runs.factors[place], 20)) S \(number(first.value)) [\(number(first.low)) \(number(first.high))]"
                    + "   ST \(number(total.value)) [\(number(total.low)) \(number(total.high))]"
            }
    }

    private func intervals(_ runs: StudyRuns) -> [String] {
        ["Ranks: nominal, median, 5 % and 95 %"]
            + runs.ranks.sorted { ($0.nominal ?? .infinity, $0.unit) < ($1.nominal ?? .infinity, $1.unit) }.map {
                "  \(TextTable.left($0.unit, 12))\(number($0.nominal))\(number($0.median))\(number($0.quantiles.first))\(number($0.quantiles.last))"
            }
    }

    private func sheet(_ runs: StudyRuns) -> Sheet {
        Sheet(
            name: "ranks", header: ["uCode", "Nominal", "Mean", "Median", "Q5", "Q95", "Runs"],
            rows: runs.ranks.map {
                [
                    Sheet.Cell($0.unit), Sheet.Cell($0.nominal ?? .nan), Sheet.Cell($0.mean ?? .nan),
                    Sheet.Cell($0.median ?? .nan),
                    Sheet.Cell($0.quantiles.first ?? .nan), Sheet.Cell($0.quantiles.last ?? .nan), .number(Double($0.runs)),
                ]
            })
    }
}
