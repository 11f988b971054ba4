/// A table of the framework, as COINr's `iMeta`: the nodes, and what the other columns of the data are.
public struct FrameworkTable: Hashable, Sendable {
    public var nodes: [Node]
    /// Codes of columns of the data, with their names.
    public var groupings: [Column]
    public var denominators: [Column]
    /// Columns that are in the data and in no index.
    public var others: [Column]

    public struct Column: Hashable, Sendable {
        public var code: String
        public var name: String
        public var unit: String?

        public init(code: String, name: String? = nil, unit: String? = nil) {
            self.code = code
            self.name = name ?? code
            self.unit = unit
        }
    }

    public init(
        nodes: [Node] = [], groupings: [Column] = [], denominators: [Column] = [], others: [Column] = []
    ) {
        self.nodes = nodes
        self.groupings = groupings
        self.denominators = denominators
        self.others = others
    }

    public var indicators: [Node] { nodes.filter { $0.level == 1 } }

    /// Codes of columns that numbers are divided by, said to be such or named by an indicator.
    public var denominatorCodes: Set<String> { Set(denominators.map(\.code)).union(nodes.compactMap(\.denominator)) }

    /// Codes of everything that a column of the data may be.
    var columnCodes: Set<String> {
        Set((groupings + others).map(\.code)).union(indicators.map(\.code)).union(denominatorCodes)
    }
}

extension Sheet {
    static let frameworkHeader = [
        "Level", "iCode", "iName", "Direction", "Weight", "Unit", "Target", "Goalpost_low", "Goalpost_high", "Denominator",
        "Parent", "Type",
    ]

    /// As COINr's `iMeta`; read again it gives the same table.
    public init(name: String = "iMeta", framework: FrameworkTable) {
        func other(_ column: FrameworkTable.Column, _ type: String) -> [Cell] {
            [.empty, Cell(column.code), Cell(column.name), .empty, .empty, Cell(column.unit)]
                + Array(repeating: .empty, count: 5) + [.text(type)]
        }
        let nodes = framework.nodes.map { node -> [Cell] in
            [
                .number(Double(node.level)), Cell(node.code), Cell(node.name), .number(Double(node.direction.rawValue)),
                Cell(node.weight), Cell(node.unit), Cell(node.target ?? .nan), Cell(node.goalposts?.low ?? .nan),
                Cell(node.goalposts?.high ?? .nan), Cell(node.denominator), Cell(node.parent),
                .text(node.level == 1 ? "Indicator" : "Aggregate"),
            ]
        }
        let rows =
            nodes + framework.groupings.map { other($0, "Group") } + framework.denominators.map { other($0, "Denominator") }
            + framework.others.map { other($0, "Other") }
        self.init(name: name, header: Sheet.frameworkHeader, rows: rows)
    }
}
