/// What is summed over samples to estimate Sobol indices, a row for each sample; a resample is then nothing but the rows times
/// how often each was drawn. Targets are counted from the mean over A and B, so that no digits are lost.
struct SobolProducts: Sendable {
    let factors: Int
    let withPairs: Bool
    let rows: Int
    let middle: Double
    /// Runs of a sample.
    let block: Int
    private let width: Int
    private var cells: [Double]

    /// Columns: 1, a, b, a² + b²; for each factor b(ab_i - a), ab_i - a, (a - ab_i)²; with pairs ba_i for each factor and
    /// ba_i ab_j - a b for each pair.
    func place(_ factor: Int) -> Int { 4 + 3 * factor }
    func baPlace(_ factor: Int) -> Int { 4 + 3 * factors + factor }
    var pairsPlace: Int { 4 + 4 * factors }
    var shares: Int { 2 * factors + (withPairs ? factors * (factors - 1) / 2 : 0) }

    init(_ outputs: ArraySlice<Double>, design: SensitivityDesign) {
        factors = design.factors
        withPairs = design.purpose == .interactions
        rows = design.samples
        block = design.block
        width = 4 + 3 * factors + (withPairs ? factors + factors * (factors - 1) / 2 : 0)
        cells = Array(repeating: 0, count: rows * width)
        var total = 0.0, used = 0.0
        let start = outputs.startIndex
        for sample in 0..<rows {
            let first = start + sample * block
            guard outputs[first..<first + block].allSatisfy(\.isFinite) else { continue }
            total += outputs[first] + outputs[first + 1]
            used += 2
        }
        middle = used > 0 ? total / used : 0
        for sample in 0..<rows {
            let runs = outputs[(start + sample * block)..<(start + (sample + 1) * block)]
            if runs.allSatisfy(\.isFinite) { setRow(sample, Array(runs)) }
        }
    }

    private mutating func setRow(_ sample: Int, _ runs: [Double]) {
        let row = sample * width
        let a = runs[0] - middle, b = runs[1] - middle
        cells[row] = 1
        cells[row + 1] = a
        cells[row + 2] = b
        cells[row + 3] = a * a + b * b
        for factor in 0..<factors {
            let difference = runs[2 + factor] - runs[0]
            let place = row + self.place(factor)
            cells[place] = b * difference
            cells[place + 1] = difference
            cells[place + 2] = difference * difference
        }
        guard withPairs else { return }
        var place = row + pairsPlace
        for one in 0..<factors {
            let ba = runs[2 + factors + one] - middle
            cells[row + baPlace(one)] = ba
            for other in one + 1..<factors {
                cells[place] = ba * (runs[2 + other] - middle) - a * b
                place += 1
            }
        }
    }

    /// Neighbouring rows summed, so that there are at most so many.
    func grouped(_ groups: Int?) -> SobolProducts { SobolProducts(self, groups: groups ?? rows) }

    private init(_ whole: SobolProducts, groups: Int) {
        factors = whole.factors
        withPairs = whole.withPairs
        middle = whole.middle
        block = whole.block
        width = whole.width
        guard groups < whole.rows else {
            rows = whole.rows
            cells = whole.cells
            return
        }
        rows = groups
        cells = Array(repeating: 0, count: groups * whole.width)
        for row in 0..<whole.rows {
            let group = row * groups / whole.rows
            for column in 0..<width { cells[group * width + column] += whole.cells[row * width + column] }
        }
    }

    /// Over all samples, each once.
    var sums: [Double] { sums(Array(repeating: 1, count: rows)) }

    func resampled(_ numbers: Range<Int>, _ bootstrap: Bootstrap) -> [[Double]] {
        var counts = Array(repeating: 0.0, count: rows)
        return numbers.map { number in
            bootstrap.counts(number, of: rows, into: &counts)
            return sums(counts)
        }
    }

    private func sums(_ counts: [Double]) -> [Double] {
        var result = Array(repeating: 0.0, count: width)
        result.withUnsafeMutableBufferPointer { result in
            cells.withUnsafeBufferPointer { cells in
                var row = 0
                // Four at a time: the sums are read and written a quarter as often.
                while row + 4 <= rows {
                    let c0 = counts[row], c1 = counts[row + 1], c2 = counts[row + 2], c3 = counts[row + 3]
                    let start = row * width
                    for column in 0..<width {
                        let place = start &+ column
                        result[column] +=
                            (c0 * cells[place] + c1 * cells[place &+ width])
                            + (c2 * cells[place &+ 2 &* width] + c3 * cells[place &+ 3 &* width])
                    }
                    row += 4
                }
                while row < rows {
                    for column in 0..<width { result[column] += counts[row] * cells[row * width + column] }
                    row += 1
                }
            }
        }
        return result
    }
}
