/// Values per head, per km² and so on: x/(denominator/scale), by the denominators that the nodes name.
public struct Denomination: Hashable, Sendable, Codable {
    /// By the code of the indicator; 1 for the others. 1000 for "per 1,000 people".
    public var scales: [String: Double]

    public init(scales: [String: Double] = [:]) { self.scales = scales }
}

extension Workpiece {
    mutating func denominate(_ denomination: Denomination, of data: Dataset) {
        for (column, position) in framework.indicators.enumerated() {
            let node = framework.nodes[position]
            guard let code = node.denominator else { continue }
            guard let source = data.columns.firstIndex(of: code) else {
                problems.append(
                    Problem(
                        "denominator-unknown", [node.code, code],
                        "\(node.code) is to be divided by \(code), and the data has no such column"))
                continue
            }
            let scale = denomination.scales[node.code] ?? 1
            for row in 0..<table.rows {
                let below = data.values[rows[row].source, source]
                let value = table[row, column]
                if below == 0, !value.isNaN {
                    problems.append(
                        Problem(
                            "denominator-zero", [node.code, code, rows[row].unit.code],
                            "\(code) of \(rows[row].unit.code) is 0: \(node.code) cannot be divided by it"))
                }
                table[row, column] = value / (below / scale)
            }
        }
    }
}
