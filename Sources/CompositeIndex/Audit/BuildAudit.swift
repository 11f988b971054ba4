extension Audit {
    /// Of an index that was built: its scores and weights, and its data as they were measured.
    public init(_ build: Build, settings: Settings = Settings()) throws {
        let raw = build[stage: .raw]
        let places = Dictionary(
            (raw?.units ?? []).enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = build.units.compactMap { places[$0.code] }
        let measured = rows.count == build.units.count ? raw?.table.keeping(rows: rows) : nil
        try self.init(
            build.framework, units: build.units, scores: build.scores, measured: measured, weights: build.weights,
            settings: settings, isExempt: { build.marks[$0, $1].contains(.exempt) })
    }
}
