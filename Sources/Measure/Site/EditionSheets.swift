import Base
import CompositeIndex

/// The tables of an edition as they are handed out: numbers at full precision, texts that no spreadsheet takes for a formula.
package struct EditionSheets: Sendable {
    private let view: IndexView
    package init(_ view: IndexView) { self.view = view }

    /// As measured, corrections included: every column of the data, and every period that has a part in the index.
    package var raw: Sheet {
        guard let data = view.content.data else { return Sheet(name: "raw", header: [], rows: []) }
        return view.series.isEmpty ? Sheet(name: "raw", data: data.dataset) : Sheet(name: "raw", panel: data.panel)
    }

    /// Just before normalisation: filled, screened and treated.
    package var treated: Sheet {
        let before = view.build.stages.last { $0.name != .normalised }
        return sheet("treated", before)
    }

    package var normalised: Sheet { sheet("normalised", view.build[stage: .normalised]) }

    private func sheet(_ name: String, _ stage: Build.Stage?) -> Sheet {
        guard let stage else { return Sheet(name: name, header: [], rows: []) }
        let codes = view.framework.indicators.map(view.code)
        return Sheet(name: name, data: Dataset(units: stage.units, columns: codes, values: stage.table))
    }

    /// As the command line writes them: ranks, and the score of each node.
    package var scores: Sheet { view.build.scoreSheet }

    /// Ranks and scores of all periods that were computed together, the oldest first.
    package var series: Sheet {
        let sheets = view.series.map { ($0.period, $0.build.scoreSheet) }
        let head = sheets.first?.1.header ?? []
        return Sheet(
            name: "series", header: ["Time"] + head,
            rows: sheets.flatMap { period, sheet in sheet.rows.map { [.text(period)] + $0 } })
    }

    /// What each column means, in every language that it has names in.
    package var codebook: Sheet {
        let usual = view.framework.effectiveWeights(view.build.weights)
        let tags = Set(view.content.texts.values.flatMap { $0.name.tags + $0.gloss.tags }).sorted()
        let head = [
            "Level", "iCode", "iName", "Parent", "Direction", "Weight", "EffectiveWeight", "Unit", "Target", "Goalpost_low",
            "Goalpost_high", "Denominator",
        ]
        let rows = view.tree.map { place, _ -> [Sheet.Cell] in
            let node = view.framework.nodes[place]
            let texts = view.content.texts[node.code]
            return [
                .number(Double(node.level)), Sheet.Cell(node.code), Sheet.Cell(node.name), Sheet.Cell(node.parent),
                .number(Double(node.direction.rawValue)), Sheet.Cell(view.build.weights[place]), Sheet.Cell(usual[place]),
                Sheet.Cell(node.unit), Sheet.Cell(node.target ?? .nan), Sheet.Cell(node.goalposts?.low ?? .nan),
                Sheet.Cell(node.goalposts?.high ?? .nan), Sheet.Cell(node.denominator),
            ] + tags.flatMap { [Sheet.Cell(texts?.name[$0]), Sheet.Cell(texts?.gloss[$0])] }
        }
        return Sheet(name: "codebook", header: head + tags.flatMap { ["Name_\($0)", "Gloss_\($0)"] }, rows: rows)
    }

    /// The framework that the numbers are computed by, with the weights that were used.
    package var framework: Sheet {
        let groupings = view.groupings.map { FrameworkTable.Column(code: $0) }
        let named = Set(view.content.nodes.compactMap(\.denominator))
        let others = (view.content.data?.columns ?? []).filter { code in
            view.node(code) == nil && !named.contains(code)
        }
        return Sheet(
            framework: FrameworkTable(
                nodes: view.content.nodes, groupings: groupings,
                denominators: named.sorted().map { FrameworkTable.Column(code: $0) },
                others: others.map { FrameworkTable.Column(code: $0) }))
    }

    /// What was done to which cell.
    package var marks: Sheet { view.build.markSheet }

    package var all: [Sheet] {
        [raw, treated, normalised, scores, view.build.weightSheet, view.build.treatmentSheet, codebook, marks]
            + (view.series.isEmpty ? [] : [series])
    }
}
