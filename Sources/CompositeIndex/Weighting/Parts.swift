/// The parts of a node with their values: what weights are made from. Leave out rows of groups of units.
public struct Parts: Sendable {
    public let node: String
    /// Of the parts, as the columns.
    public let codes: [String]
    /// Units by parts, on one scale; missing cells are NaN.
    public let values: Table

    public init(node: String, codes: [String], values: Table) {
        precondition(codes.count == values.columns, "codes and columns go together")
        self.node = node
        self.codes = codes
        self.values = values
    }

    /// `values`: units by `framework.nodes`, or by `framework.indicators` for nodes whose parts are indicators. Throws
    /// `Problems`.
    public init(of code: String, in framework: Framework, values: Table) throws {
        guard let node = framework.position(of: code) else { throw Problems([.unknown(node: code)]) }
        let parts = framework.children[node], names = parts.map { framework.nodes[$0].code }
        guard !parts.isEmpty else { throw Problems([Problem("node-childless", [code], "\(code) has no parts to weight")]) }
        if values.columns == framework.nodes.count {
            self.init(node: code, codes: names, values: values.keeping(columns: parts))
            return
        }
        let columns = parts.compactMap { framework.indicators.firstIndex(of: $0) }
        guard values.columns == framework.indicators.count, columns.count == parts.count else {
            let message = "the table has \(values.columns) columns, which are not the parts of \(code)"
            throw Problems([Problem("parts-columns", [code, "\(values.columns)"], message)])
        }
        self.init(node: code, codes: names, values: values.keeping(columns: columns))
    }

    func weights(_ numbers: [Double]) -> [String: Double] {
        Dictionary(zip(codes, numbers), uniquingKeysWith: { first, _ in first })
    }

    /// What makes every way of weighting by the data impossible.
    func problems(_ rule: String) -> [Problem] {
        codes.indices.compactMap { column in
            let values = values.column(column)
            if values.contains(where: \.isInfinite) {
                return Problem("\(rule)-infinite", [codes[column]], "\(codes[column]) has an infinite number")
            }
            if values.allSatisfy(\.isNaN) { return Problem("\(rule)-empty", [codes[column]], "\(codes[column]) has no values") }
            guard Moments.isFlat(values) else { return nil }
            return Problem("\(rule)-flat", [codes[column]], "\(codes[column]) is the same for all units: it tells nothing")
        }
    }
}
