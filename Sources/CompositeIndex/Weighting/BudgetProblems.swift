extension BudgetAllocation {
    /// Everything that is wrong with the sheets, sheet by sheet. Sums may miss the budget by a millionth of it: a third of 100
    /// cannot be written down.
    public static func problems(node: String, codes: [String], budget: Double = 100, rounds: [Round]) -> [Problem] {
        var found: [Problem] = []
        if codes.isEmpty { found.append(Problem("budget-without-parts", [node], "\(node) has no parts to spread points over")) }
        if !(budget > 0) || !budget.isFinite {
            found.append(Problem("budget-amount", [node, "\(budget)"], "the budget is \(budget): expected more than 0"))
        }
        if rounds.isEmpty { found.append(Problem("budget-without-rounds", [node], "nobody has been asked about \(node)")) }
        for round in rounds {
            if round.sheets.isEmpty {
                found.append(Problem("budget-without-experts", [node, round.name], "no expert answered in round \(round.name)"))
            }
            var seen: Set<String> = []
            for sheet in round.sheets {
                if !seen.insert(sheet.expert).inserted {
                    let message = "\(sheet.expert) answered twice in round \(round.name)"
                    found.append(Problem("budget-expert-repeated", [sheet.expert, round.name], message))
                }
                found += problems(of: sheet, in: round.name, codes, budget)
            }
        }
        return found
    }

    private static func problems(of sheet: Sheet, in round: String, _ codes: [String], _ budget: Double) -> [Problem] {
        let place = "\(sheet.expert), round \(round)"
        var found: [Problem] = []
        for code in sheet.points.keys.sorted() where !codes.contains(code) {
            let message = "\(place): points for \(code), which is not among the parts"
            found.append(Problem("budget-part-unknown", [sheet.expert, round, code], message))
        }
        for code in codes {
            guard let points = sheet.points[code] else {
                let message = "\(place): nothing said of \(code); 0 must be said"
                found.append(Problem("budget-part-missing", [sheet.expert, round, code], message))
                continue
            }
            if !(points >= 0) || !points.isFinite {
                let message = "\(place): \(points) points for \(code): expected 0 or more"
                found.append(Problem("budget-points", [sheet.expert, round, code, "\(points)"], message))
            }
        }
        // Of points that are no numbers the sum says nothing new.
        let sum = codes.reduce(0) { $0 + (sheet.points[$1] ?? 0) }
        if sum.isFinite, abs(sum - budget) > 1e-6 * budget {
            let message = "\(place): the points sum to \(sum), not to \(budget)"
            found.append(Problem("budget-sum", [sheet.expert, round, "\(sum)"], message))
        }
        return found
    }
}

/// What is read back is as sound as what was first made.
extension BudgetAllocation: Codable {
    private enum CodingKeys: String, CodingKey { case node, codes, budget, rounds }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            node: fields.decode(String.self, forKey: .node), codes: fields.decode([String].self, forKey: .codes),
            budget: fields.decode(Double.self, forKey: .budget), rounds: fields.decode([Round].self, forKey: .rounds))
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(node, forKey: .node)
        try fields.encode(codes, forKey: .codes)
        try fields.encode(budget, forKey: .budget)
        try fields.encode(rounds, forKey: .rounds)
    }
}
