/// How broad the columns of a table are, and which of them stand together.
struct TableColumns {
    /// What a column takes on one line, and what it needs so that no word is broken; in points at size 1.
    struct Need {
        var natural = 0.0
        var least = 0.0
    }

    static let space = 11.0
    /// What the type is multiplied by, the largest at which the columns fit.
    let scale: Double
    /// Columns that stand side by side; where they are too many, each part begins with the first column again.
    let parts: [[Int]]
    private let needs: [Need]
    private let width: Double

    init(_ needs: [Need], size: Double, width: Double) {
        let most = width * 0.42
        let fit = { (scale: Double) -> [Need] in
            needs.map { Need(natural: $0.natural * size * scale + 0.6, least: min(most, $0.least * size * scale + 0.6)) }
        }
        let all = Array(needs.indices)
        self.width = width
        if let scale = [1, 0.94, 0.88, 0.82, 0.76].first(where: { TableColumns.takes(all, fit($0)) <= width }) {
            self.scale = scale
            self.needs = fit(scale)
            parts = [all]
        } else {
            scale = 0.88
            let small = fit(0.88)
            self.needs = small
            parts = TableColumns.split(all, small, width)
        }
    }

    private static func takes(_ columns: [Int], _ needs: [Need]) -> Double {
        columns.reduce(0) { $0 + needs[$1].least } + space * Double(columns.count - 1)
    }

    private static func split(_ columns: [Int], _ needs: [Need], _ width: Double) -> [[Int]] {
        var parts: [[Int]] = []
        var part = [0]
        for column in columns.dropFirst() {
            if part.count > 1, takes(part + [column], needs) > width {
                parts.append(part)
                part = [0]
            }
            part.append(column)
        }
        return parts + [part]
    }

    /// Together as broad as the table.
    func widths(of part: [Int]) -> [Double] {
        let room = width - TableColumns.space * Double(part.count - 1)
        let natural = part.reduce(0) { $0 + needs[$1].natural }
        let least = part.reduce(0) { $0 + needs[$1].least }
        if natural <= room { return part.map { needs[$0].natural * room / natural } }
        guard least <= room else { return part.map { needs[$0].least * room / least } }
        return even(part, room) ?? shared(part, room, least)
    }

    /// Short columns stand on one line, and the long ones share what is left; nil if that would break words of theirs.
    private func even(_ part: [Int], _ room: Double) -> [Double]? {
        var long = part
        var rest = room
        while let column = long.first(where: { needs[$0].natural <= rest / Double(long.count) }) {
            rest -= needs[column].natural
            long.removeAll { $0 == column }
        }
        let least = long.reduce(0) { $0 + needs[$1].least }
        guard least <= rest else { return nil }
        let widths = shared(long, rest, least)
        return part.map { column in long.firstIndex(of: column).map { widths[$0] } ?? needs[column].natural }
    }

    private func shared(_ part: [Int], _ room: Double, _ least: Double) -> [Double] {
        let spare = part.reduce(0) { $0 + max(0, needs[$1].natural - needs[$1].least) }
        return part.map { needs[$0].least + (room - least) * max(0, needs[$0].natural - needs[$0].least) / max(spare, 0.01) }
    }
}
