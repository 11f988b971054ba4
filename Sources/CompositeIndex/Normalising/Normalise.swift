extension Workpiece {
    mutating func normalise(_ normalisation: Normalisation) {
        problems += normalisation.individual.keys.filter { framework.position(of: $0) == nil }.sorted().map { .unknown(node: $0) }
        for block in blocks(scopes.normalisation) {
            for (column, position) in framework.indicators.enumerated() {
                do throws(Problem) {
                    try normalise(column, framework.nodes[position], normalisation, block)
                } catch {
                    problems.append(error)
                }
            }
        }
    }

    private mutating func normalise(
        _ column: Int, _ node: Node, _ normalisation: Normalisation, _ block: [Int]
    ) throws(Problem) {
        let rule = normalisation.individual[node.code] ?? normalisation.rule
        let turn = node.direction == .negative ? -1.0 : 1.0
        var values = counted(column, of: block)
        if turn < 0 { for place in values.indices { values[place] = -values[place] } }
        let scale = try Scale(rule, node, values, reference: reference(rule, column, turn, block))
        let start = column * table.rows
        for row in block { table.cells[start + row] = scale.value(of: turn * table.cells[start + row]) }
    }

    /// The turned value of the unit that others are measured by.
    private func reference(
        _ rule: Normalisation.Rule, _ column: Int, _ turn: Double, _ block: [Int]
    ) throws(Problem) -> Double? {
        guard case .distanceToReference(let code, _) = rule else { return nil }
        guard let row = block.first(where: { rows[$0].unit.code == code }) else { throw .unknown(unit: code) }
        return turn * table[row, column]
    }
}
