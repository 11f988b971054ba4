extension Build {
    /// A table on the way as COINr's `iData`; nil if the method has no such step.
    public func sheet(_ name: Stage.Name) -> Sheet? {
        guard let stage = self[stage: name] else { return nil }
        let codes = framework.indicators.map { framework.nodes[$0].code }
        return Sheet(name: name.rawValue, data: Dataset(units: stage.units, columns: codes, values: stage.table))
    }

    /// Units from the best down: the rank, and the score of each node from the top down.
    public var scoreSheet: Sheet {
        let order = Array(framework.aggregates.reversed()) + framework.indicators
        let rows = ranking + units.indices.filter { ranks[$0, framework.index].isNaN }
        return Sheet(
            name: "scores", header: ["uCode", "uName", "Rank"] + order.map { framework.nodes[$0].code },
            rows: rows.map { row in
                let head = [Sheet.Cell(units[row].code), Sheet.Cell(units[row].name), Sheet.Cell(ranks[row, framework.index])]
                return head + order.map { Sheet.Cell(scores[row, $0]) }
            })
    }

    /// What was done to which cell.
    public var markSheet: Sheet {
        let names: [(Mark, String)] = [
            (.imputed, "imputed"), (.winsorisedHigh, "winsorised-high"), (.winsorisedLow, "winsorised-low"),
            (.transformed, "transformed"), (.exempt, "exempt"), (.overridden, "overridden"),
        ]
        var rows: [[Sheet.Cell]] = []
        for (row, unit) in units.enumerated() {
            for (place, node) in framework.nodes.enumerated() {
                for (mark, name) in names where marks[row, place].contains(mark) {
                    rows.append([Sheet.Cell(unit.code), Sheet.Cell(node.code), .text(name)])
                }
            }
        }
        return Sheet(name: "marks", header: ["uCode", "iCode", "mark"], rows: rows)
    }

    /// The weights that were used, and the share of each node in the index.
    public var weightSheet: Sheet {
        let shares = framework.effectiveWeights(weights)
        let rows = framework.nodes.enumerated().map { place, node -> [Sheet.Cell] in
            [Sheet.Cell(node.code), .number(Double(node.level)), Sheet.Cell(weights[place]), Sheet.Cell(shares[place])]
        }
        return Sheet(name: "weights", header: ["iCode", "Level", "Weight", "EffectiveWeight"], rows: rows)
    }

    /// What the treatment of outliers found and did.
    public var treatmentSheet: Sheet {
        let rows = treatments.map { record -> [Sheet.Cell] in
            let numbers = [
                record.skewnessBefore ?? .nan, record.kurtosisBefore ?? .nan, Double(record.high), Double(record.low),
                record.skewness ?? .nan, record.kurtosis ?? .nan,
            ]
            return [Sheet.Cell(record.indicator)] + numbers.map { Sheet.Cell($0) } + [.text(record.outcome.rawValue)]
        }
        let header = ["iCode", "SkewBefore", "KurtBefore", "WinsorisedHigh", "WinsorisedLow", "Skew", "Kurt", "Outcome"]
        return Sheet(name: "treatment", header: header, rows: rows)
    }

    /// Every table, in the order in which it came to be.
    public var sheets: [Sheet] {
        Stage.Name.allCases.compactMap { sheet($0) } + [scoreSheet, weightSheet, treatmentSheet, markSheet]
    }
}
