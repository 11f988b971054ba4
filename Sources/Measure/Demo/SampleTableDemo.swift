import CompositeIndex
import Foundation

/// Sixty countries that do not exist, with values that nobody measured: made by a fixed rule, so that they are the same each time.
enum SampleTableDemo {
    static let countries = [
        "Alvaria", "Bastonia", "Caldera Islands", "Darevia", "Elmaria", "Fenwick", "Gardania", "Halvoria", "Istaria", "Jorvania",
        "Kestria", "Lumeria", "Marovia", "Nordale", "Ostavia", "Pelagonia Isles", "Quentara", "Rivania", "Solmare", "Tavastan",
        "Ulmeria", "Vesperia", "Westmark", "Xandria", "Yorvik", "Zephyria", "Ambrosia", "Brenmark", "Corvania", "Dunmere",
        "Estoria", "Falkmar", "Glenvar", "Hestia", "Irumania", "Jasmara", "Kalvenia", "Lorenza", "Mirador", "Novaria",
        "Orlandia", "Palmyra Coast", "Quillon", "Rostavia", "Selvania", "Torvald", "Umbria Nova", "Valdoria", "Wrenland",
        "Xelara",
        "Ystria", "Zamora Bay", "Arcadia Nova", "Belmora", "Cindara", "Drakmar", "Elyria", "Florinia", "Grenmark", "Harmonia",
    ]
    private static let regions = ["North", "East", "South", "West", "Islands"]
    private static let incomes = ["Low", "Lower middle", "Upper middle", "High"]

    /// A rule for one indicator: lowest and highest value, how strongly it follows what a country is like, its skew.
    private struct Rule {
        let low: Double
        let high: Double
        let pull: Double
        var power = 1.0
        var isNegative = false
    }
    private static let rules: [String: Rule] = [
        "A11": Rule(low: 12, high: 100, pull: 0.8), "A12": Rule(low: 2, high: 240, pull: 0.7, power: 2.4),
        "A21": Rule(low: 1, high: 48, pull: 0.7, power: 1.6, isNegative: true), "A22": Rule(low: 9, high: 99, pull: 0.85),
        "A31": Rule(low: 0.2, high: 14, pull: 0.6, power: 2, isNegative: true),
        "B11": Rule(low: 0.1, high: 96, pull: 0.4, power: 3),
        "B12": Rule(low: 1, high: 71, pull: 0.2), "B21": Rule(low: 4, high: 92, pull: 0.6),
        "B22": Rule(low: 0, high: 60, pull: 0.3),
        "B31": Rule(low: 3, high: 44, pull: 0.35), "B32": Rule(low: 8, high: 89, pull: 0.75),
        "C11": Rule(low: 0, high: 100, pull: 0.5), "C12": Rule(low: 210, high: 21_400, pull: 0.8, power: 2.2),
        "C21": Rule(low: 0, high: 31, pull: 0.3), "C22": Rule(low: 0, high: 64, pull: 0.25, power: 1.8),
        "D11": Rule(low: 2, high: 98, pull: 0.55), "D12": Rule(low: 0.4, high: 820, pull: 0.2, power: 3, isNegative: true),
        "D21": Rule(low: 5, high: 90, pull: 0.5),
    ]

    static func data(indicators: [String]) -> IndexData {
        var dice = Dice(state: 20_260_101)
        let levels = countries.map { _ in dice.next() }
        let sorted = levels.sorted()
        let units = zip(countries, levels).enumerated().map { place, country in
            let quarter = min(3, 4 * (sorted.firstIndex(of: country.1) ?? 0) / countries.count)
            return IndexUnit(
                code: code(place), name: country.0,
                groups: ["region": regions[place % regions.count], "income": incomes[quarter]])
        }
        let values = indicators.map { indicator in
            levels.map { level in
                let (chance, gap) = (dice.next(), dice.next())
                return rules[indicator].flatMap { gap < 0.03 ? nil : value($0, level, chance) }
            }
        }
        return IndexData(units: units, columns: indicators, values: values)
    }

    /// The same countries the year before: each value a little nearer to the bad end of its indicator, gaps where they were.
    static func earlier(_ data: IndexData) -> IndexData {
        var (dice, before) = (Dice(state: 20_250_101), data)
        for (column, code) in data.columns.enumerated() {
            guard let rule = rules[code] else { continue }
            for row in data.units.indices {
                let step = 0.01 + 0.12 * dice.next()
                before.values[column][row] = data.values[column][row].map { value in
                    let bad = rule.isNegative ? rule.high : rule.low
                    return ((value + step * (bad - value)) * 10).rounded() / 10
                }
            }
        }
        return before
    }

    /// Two letters of its own and the place: `X01` to `X60`, which are no codes of ISO 3166.
    private static func code(_ place: Int) -> String { "X" + (place < 9 ? "0" : "") + String(place + 1) }

    private static func value(_ rule: Rule, _ level: Double, _ chance: Double) -> Double {
        var share = rule.pull * level + (1 - rule.pull) * chance
        if rule.isNegative { share = 1 - share }
        let number = rule.low + (rule.high - rule.low) * pow(share, rule.power)
        return (number * 10).rounded() / 10
    }

    /// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
    private struct Dice {
        var state: UInt64
        /// From 0 to 1.
        mutating func next() -> Double {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            mixed ^= mixed >> 31
            return Double(mixed >> 11) * 0x1p-53
        }
    }
}
