/// An index up to its normalised table: what all weightings and aggregations of it have in common.
struct Preparation {
    let framework: Framework
    let piece: Workpiece
    let stages: [Build.Stage]
    let aggregation: Aggregation
    let aggregator: Aggregator

    /// `periods` tells which period each row of the data is of, if they are several.
    init(_ data: Dataset, framework: Framework, method: Method, periods: [Int]? = nil, scopes: Scopes = Scopes()) throws {
        let aggregation = try method.orderly()
        var piece = Workpiece(data, framework: framework, exemptions: method.exemptions, periods: periods, scopes: scopes)
        var stages = [piece.stage(.raw)]
        for step in method.steps {
            if !piece.problems.isEmpty { break }
            switch step {
            case .denominate(let denomination):
                piece.denominate(denomination, of: data)
                stages.append(piece.stage(.denominated))
            case .impute(let imputation):
                piece.impute(imputation)
                stages.append(piece.stage(.imputed))
            case .screen(let screening):
                piece.screen(screening)
                stages.append(piece.stage(.screened))
            case .treat(let treatment):
                piece.treat(treatment)
                stages.append(piece.stage(.treated))
            case .normalise(let normalisation):
                piece.normalise(normalisation)
                stages.append(piece.stage(.normalised))
            case .aggregate: break
            }
        }
        if !piece.problems.isEmpty { throw Problems(piece.problems) }
        self.init(framework, piece, stages, aggregation)
    }

    /// The same with another aggregation.
    init(_ framework: Framework, _ piece: Workpiece, _ stages: [Build.Stage], _ aggregation: Aggregation) {
        self.framework = framework
        self.piece = piece
        self.stages = stages
        self.aggregation = aggregation
        aggregator = Aggregator(
            framework, piece.table, isCounted: piece.rows.map(\.isCounted), groups: piece.numberedGroups(aggregation),
            exempt: piece.exemptCells, usesLogarithms: aggregation.usesLogarithms)
    }
}

extension Workpiece {
    func stage(_ name: Build.Stage.Name) -> Build.Stage {
        Build.Stage(name: name, units: rows.map(\.unit), table: table, periods: rows.map(\.period))
    }

    /// By grouping that the aggregation fills from: the number of each row's group.
    func numberedGroups(_ aggregation: Aggregation) -> [String: [Int]] {
        Dictionary(uniqueKeysWithValues: aggregation.groupings.map { ($0, grouped($0).of) })
    }

    var exemptCells: [Bool] {
        guard !exempt.isEmpty else { return [] }
        var cells = Array(repeating: false, count: rows.count * framework.nodes.count)
        for cell in exempt { cells[cell.node * rows.count + cell.row] = true }
        return cells
    }
}
