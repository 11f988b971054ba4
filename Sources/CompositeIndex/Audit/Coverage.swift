/// How much of the data is there. Shares from 0 to 1; cells that do not concern the unit count neither way.
public struct Coverage: Sendable {
    public let whole: Double
    /// Of the indicators of each unit, as the rows.
    public let units: [Double]
    /// Of the units of each indicator, as `framework.indicators`.
    public let indicators: [Double]
    /// Of the indicators under each node for each unit: units by `framework.nodes`.
    public let nodes: Table
    /// By the name of the grouping and the group: of all cells of its units.
    public let groups: [String: [String: Double]]

    /// `values`: units by `framework.indicators`, as they were measured. `isExempt` tells a row and the position of a node.
    public init(
        of values: Table, _ framework: Framework, units: [IndexUnit],
        isExempt: (_ row: Int, _ node: Int) -> Bool = { _, _ in false }
    ) {
        precondition(values.rows == units.count && values.columns == framework.indicators.count, "units by indicators")
        var counts = Array(repeating: Array(repeating: Count(), count: framework.nodes.count), count: units.count)
        var byIndicator = Array(repeating: Count(), count: framework.indicators.count)
        for row in units.indices {
            for (column, node) in framework.indicators.enumerated() where !isExempt(row, node) {
                let cell = Count(present: values[row, column].isNaN ? 0 : 1, all: 1)
                counts[row][node] = cell
                byIndicator[column] += cell
            }
            for node in framework.aggregates { for part in framework.children[node] { counts[row][node] += counts[row][part] } }
        }
        var nodes = Table(rows: units.count, columns: framework.nodes.count), groups: [String: [String: Count]] = [:]
        var all = Count()
        for (row, unit) in units.enumerated() {
            let own = counts[row][framework.index]
            for node in framework.nodes.indices { nodes[row, node] = counts[row][node].share }
            for (grouping, group) in unit.groups { groups[grouping, default: [:]][group, default: Count()] += own }
            all += own
        }
        whole = all.share
        self.units = counts.map { $0[framework.index].share }
        indicators = byIndicator.map(\.share)
        self.nodes = nodes
        self.groups = groups.mapValues { $0.mapValues(\.share) }
    }

    private struct Count {
        var present = 0
        var all = 0

        /// NaN of nothing.
        var share: Double { all > 0 ? Double(present) / Double(all) : .nan }

        static func += (sum: inout Count, one: Count) {
            sum.present += one.present
            sum.all += one.all
        }
    }
}
