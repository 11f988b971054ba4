import CompositeIndex
import Testing

/// The ASEM index as its data files say it, and comparison of what comes out with what COINr gives.
enum AsemIndex {
    static let isThere = AsemCorpus.framework != nil

    static func data(_ file: String = "iData.csv") throws -> Dataset {
        let table = try #require(AsemCorpus.file(file))
        let denominators = ["Area", "Energy", "GDP", "Population"]
        let framework = try framework()
        let columns = framework.indicators.map { framework.nodes[$0].code } + denominators
        let groupings = ["GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"]
        let units = zip(table.texts("uCode").indices, table.texts("uCode")).map { row, code in
            IndexUnit(
                code: code, name: table.texts("uName")[row],
                groups: Dictionary(uniqueKeysWithValues: groupings.map { ($0, table.texts($0)[row]) }))
        }
        return Dataset(units: units, columns: columns, values: table.table(columns))
    }

    static func framework() throws -> Framework {
        let meta = try #require(AsemCorpus.file("iMeta.csv"))
        let denominators = Dictionary(
            zip(meta.texts("iCode"), meta.texts("Denominator")), uniquingKeysWith: { first, _ in first })
        var nodes = try #require(AsemCorpus.framework).nodes
        for place in nodes.indices {
            if let code = denominators[nodes[place].code], !code.isEmpty, code != "NA" { nodes[place].denominator = code }
        }
        return try Framework(nodes)
    }

    static let steps: [Step] = [
        .denominate(Denomination()), .impute(Imputation(.groupMean("EurAsia_group"))), .screen(Screening(leastPresent: 0.9)),
        .treat(Treatment()), .normalise(Normalisation(.minMax(low: 0, high: 100))),
        .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
    ]

    static func build(_ steps: [Step] = steps) throws -> Build {
        try Build(data(), framework: framework(), method: Method(steps))
    }
}

/// Every cell as in the file, by the codes of rows and columns: missing where it is missing, else within the tolerance,
/// relative to the number, or to 0.001 if it is nearer to 0: the file has 15 decimals. Columns with COINr's infinities are
/// passed over.
func expectCells(
    _ table: Table, rows: [String], columns: [String], as file: CorpusTable?, tolerance: Double = 1e-12,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = try #require(file, sourceLocation: sourceLocation)
    let codes = file.texts("uCode")
    var wrong: [String] = [], seen = 0
    for (column, name) in columns.enumerated() where file.header.contains(name) {
        let numbers = file.numbers(name)
        if numbers.contains(where: \.isInfinite) { continue }
        let expected = Dictionary(uniqueKeysWithValues: zip(codes, numbers))
        for (row, code) in rows.enumerated() {
            guard let value = expected[code] else { continue }
            seen += 1
            let found = table[row, column]
            let isRight = value.isNaN ? found.isNaN : abs(found - value) <= tolerance * max(abs(value), 1e-3)
            if !isRight { wrong.append("\(code) \(name): \(found), expected \(value)") }
        }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(seen) cells: \(wrong.prefix(5))", sourceLocation: sourceLocation)
    #expect(seen >= rows.count, "the file has \(seen) cells to compare", sourceLocation: sourceLocation)
}

extension Build {
    var indicatorCodes: [String] { framework.indicators.map { framework.nodes[$0].code } }
    var nodeCodes: [String] { framework.nodes.map(\.code) }

    func expect(_ stage: Stage.Name, as file: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let found = try #require(self[stage: stage], sourceLocation: sourceLocation)
        try expectCells(
            found.table, rows: found.units.map(\.code), columns: indicatorCodes, as: AsemCorpus.file(file),
            sourceLocation: sourceLocation)
    }

    func expectScores(as file: String, tolerance: Double = 1e-12, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try expectCells(
            scores, rows: units.map(\.code), columns: nodeCodes, as: AsemCorpus.file(file), tolerance: tolerance,
            sourceLocation: sourceLocation)
    }
}
