/// Over which rows of several periods a step looks.
public struct Scopes: Hashable, Sendable, Codable {
    public enum Scope: String, Sendable, Codable, Hashable, CaseIterable {
        /// Over all periods at once: scores of different periods can be compared.
        case together
        /// In each period alone: scores cannot be compared, only ranks.
        case eachPeriod
    }

    /// Where outliers are looked for.
    public var treatment: Scope
    /// Where minima, means and deviations are taken.
    public var normalisation: Scope

    public init(treatment: Scope = .eachPeriod, normalisation: Scope = .together) {
        self.treatment = treatment
        self.normalisation = normalisation
    }
}

/// An index over several periods.
public struct PanelBuild: Sendable {
    public var periods: [String]
    /// One a period, in the order of the periods.
    public var builds: [Build]

    /// Means that gaps are filled with, and ranks, are those of each period. `scopes`: those of the method if nil, and the usual
    /// ones if it has none. Throws `Problems`.
    public init(_ panel: Panel, framework: Framework, method: Method, scopes: Scopes? = nil) throws {
        periods = panel.editions.map(\.period)
        let (data, marks) = PanelBuild.stacked(panel)
        let preparation = try Preparation(
            data, framework: framework, method: method, periods: marks, scopes: scopes ?? method.scopes ?? Scopes())
        let whole = try Build(preparation, method: method)
        builds = periods.indices.map { Build(whole, period: $0) }
    }

    /// All periods as one dataset, and the period of each row.
    private static func stacked(_ panel: Panel) -> (Dataset, [Int]) {
        var columns: [String] = []
        for edition in panel.editions { for code in edition.data.columns where !columns.contains(code) { columns.append(code) } }
        let units = panel.editions.flatMap(\.data.units)
        var table = Table(rows: units.count, columns: columns.count)
        var marks: [Int] = [], start = 0
        for (period, edition) in panel.editions.enumerated() {
            for (place, code) in edition.data.columns.enumerated() {
                guard let column = columns.firstIndex(of: code) else { continue }
                for row in edition.data.units.indices { table[start + row, column] = edition.data.values[row, place] }
            }
            marks += edition.data.units.map { _ in period }
            start += edition.data.units.count
        }
        return (Dataset(units: units, columns: columns, values: table), marks)
    }

    public subscript(period: String) -> Build? { periods.firstIndex(of: period).map { builds[$0] } }
}
