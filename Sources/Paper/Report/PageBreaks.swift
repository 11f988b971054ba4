/// Cuts pieces into pages, in one pass.
struct PageBreaks {
    struct Place {
        let piece: Int
        /// From the column's top.
        let y: Double
        /// As it is drawn.
        let height: Double
        /// The head of a table once more.
        var isAgain = false
    }

    private let pieces: [Piece]
    /// Of the column on the first page and on the others.
    private let first: Double
    private let others: Double
    private(set) var pages: [[Place]] = [[]]
    private var y = 0.0

    static func pages(of pieces: [Piece], first: Double, others: Double) -> [[Place]] {
        var breaks = PageBreaks(pieces: pieces, first: first, others: others)
        breaks.cut()
        return breaks.pages
    }

    private init(pieces: [Piece], first: Double, others: Double) {
        self.pieces = pieces
        self.first = first
        self.others = others
    }

    private var room: Double { pages.count == 1 ? first : others }
    private var isAtTop: Bool { pages[pages.count - 1].isEmpty }

    private mutating func cut() {
        var index = 0
        while index < pieces.count {
            let end = chain(from: index)
            if pieces[index].startsPage { turn(before: index) }
            let height = height(of: index...end)
            var excess = max(0, y + pieces[index].gap + height - room)
            if excess > pieces[index...end].reduce(0, { $0 + $1.give }) {
                // What would not fit on any page is broken where it has to be.
                if again(index) + height <= others { turn(before: index) }
                excess = 0
            }
            for piece in index...end {
                let less = min(excess, pieces[piece].give)
                place(piece, height: pieces[piece].height - less)
                excess -= less
            }
            index = end + 1
        }
    }

    /// The last of those that stay together; not longer than a page.
    private func chain(from index: Int) -> Int {
        var end = index
        var height = pieces[index].height
        while pieces[end].keepsWithNext, end + 1 < pieces.count, height <= others {
            end += 1
            height += pieces[end].gap + pieces[end].height
        }
        return end
    }

    private func height(of chain: ClosedRange<Int>) -> Double {
        chain.dropFirst().reduce(pieces[chain.lowerBound].height) { $0 + pieces[$1].gap + pieces[$1].height }
    }

    /// What the head of its table takes before it on a new page.
    private func again(_ index: Int) -> Double { pieces[index].head.map { pieces[$0].height } ?? 0 }

    private mutating func place(_ index: Int, height: Double) {
        if y + pieces[index].gap + height > room + 0.01 { turn(before: index) }
        y += isAtTop ? 0 : pieces[index].gap
        pages[pages.count - 1].append(Place(piece: index, y: y, height: height))
        y += height
    }

    /// Not from an empty page, unless it is the first and has less room.
    private mutating func turn(before index: Int) {
        guard !isAtTop || pages.count == 1 && first < others else { return }
        pages.append([])
        y = 0
        guard let head = pieces[index].head else { return }
        pages[pages.count - 1].append(Place(piece: head, y: 0, height: pieces[head].height, isAgain: true))
        y = pieces[head].height
    }
}
