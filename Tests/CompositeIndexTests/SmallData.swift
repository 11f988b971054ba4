import CompositeIndex

/// Units u0, u1, ... by indicators a, b, c, ... that are the parts of one index I.
struct SmallData {
    var data: Dataset
    var framework: Framework

    /// `columns` one after the other; `groups` of the grouping "region", by unit.
    init(
        _ columns: [[Double]], groups: [String] = [], denominators: [String: [Double]] = [:],
        change: (inout [Node]) -> Void = { _ in }
    ) throws {
        let codes = columns.indices.map { String(UnicodeScalar(UInt8(97 + $0))) }
        var nodes = codes.map { Node(code: $0, level: 1, parent: "I") } + [Node(code: "I", level: 2, parent: nil)]
        change(&nodes)
        framework = try Framework(nodes)
        let more = denominators.keys.sorted()
        data = Dataset(
            units: columns[0].indices.map { IndexUnit(code: "u\($0)", groups: groups.isEmpty ? [:] : ["region": groups[$0]]) },
            columns: codes + more, values: Table(columns: columns + more.map { denominators[$0] ?? [] }))
    }

    func build(_ steps: [Step], _ rule: Aggregation.Level = Aggregation.Level(.arithmetic)) throws -> Build {
        try Build(data, framework: framework, method: Method(steps + [.aggregate(Aggregation([rule]))]))
    }

    /// Rule words of the refusal, none if there was none.
    static func refusal(_ work: () throws -> some Any) -> [String] {
        do {
            _ = try work()
            return []
        } catch { return (error as? Problems)?.list.map(\.rule) ?? ["\(error)"] }
    }
}
