/// A report in type, beneath one another and not yet cut into pages.
final class Galley {
    let canvas: Canvas
    let accent: PaperColour
    let language: String
    /// Of a page's column: nothing that is never torn may be higher.
    let height: Double
    private(set) var pieces: [Piece] = []
    private(set) var headings: [ReportHeading] = []
    /// The greater of what the last wants below it and what the next wants above.
    private var dueGap = 0.0
    private var isPageDue = false
    private var tags: [Piece.Tag] = []
    private var frames: [Piece.Frame] = []
    private var lastID = 0
    private static let most = 200_000

    init(on canvas: Canvas, accent: PaperColour, language: String, height: Double) {
        self.canvas = canvas
        self.accent = accent
        self.language = language
        self.height = height
    }

    var ink: PaperColour { accent.readable }

    func gap(_ height: Double) { dueGap = max(dueGap, height) }

    func startPage() { isPageDue = !pieces.isEmpty }

    /// Throws `PaperFault.tooMany`: whatever has so many pieces has more pages than a file may have.
    @discardableResult
    func add(_ height: Double, keepsWithNext: Bool = false, head: Int? = nil, ascent: Double = 0, _ content: Piece.Content) throws
        -> Int
    {
        guard pieces.count < Galley.most else { throw PaperFault.tooMany(most: Canvas.mostPages) }
        var piece = Piece(height: height, content: content)
        piece.gap = dueGap
        piece.keepsWithNext = keepsWithNext
        piece.startsPage = isPageDue
        piece.tags = tags
        piece.frames = frames
        piece.head = head
        piece.ascent = ascent
        pieces.append(piece)
        dueGap = 0
        isPageDue = false
        return pieces.count - 1
    }

    /// A step of the structure around all that `body` adds.
    func within(_ name: String, _ body: () throws -> Void) rethrows {
        lastID += 1
        tags.append(Piece.Tag(id: lastID, name: name))
        defer { tags.removeLast() }
        try body()
    }

    /// Drawn behind all that `body` adds, on each page anew.
    func framed(_ draw: @escaping (Canvas, PaperBox) -> Void, _ body: () throws -> Void) rethrows {
        lastID += 1
        frames.append(Piece.Frame(id: lastID, draw: draw))
        defer { frames.removeLast() }
        try body()
    }

    /// All that another holds, beneath this. Both have to be of one page's height.
    func add(_ other: Galley) {
        let first = pieces.count
        let by = headings.count
        pieces += other.pieces.map { piece in
            var piece = piece
            piece.head = piece.head.map { $0 + first }
            piece.heading = piece.heading.map { $0 + by }
            // Steps of the two must not be taken for one another.
            piece.tags = piece.tags.map { Piece.Tag(id: -$0.id, name: $0.name) }
            return piece
        }
        headings += other.headings
        guard first < pieces.count else { return }
        pieces[first].startsPage = isPageDue
        pieces[first].gap = max(dueGap, pieces[first].gap)
        (isPageDue, dueGap) = (false, 0)
    }

    func space(_ gap: Double, above piece: Int) { pieces[piece].gap = gap }

    var isInList: Bool { tags.contains { $0.name == "L" } }

    func keep(_ range: Range<Int>) {
        for index in range.dropLast() { pieces[index].keepsWithNext = true }
    }

    func mark(_ piece: Int, _ draw: @escaping (Canvas, Double) throws -> Void) { pieces[piece].markers.append(draw) }

    func add(_ heading: ReportHeading, at piece: Int) {
        pieces[piece].heading = headings.count
        headings.append(heading)
    }

    /// Runs as a paragraph in type, its lines broken at a width.
    func fitted(_ runs: RunText, _ style: TextStyle, width: Double) -> FittedText {
        let (text, set) = canvas.set(runs, style, language: language, linkColour: ink)
        canvas.wrap(set, style, width: width)
        return FittedText(text, set, style, scale: style.size / SetText.size)
    }

    /// Neither the first line of a paragraph nor its last stands alone.
    func paragraph(_ runs: RunText, _ style: TextStyle, in lane: Lane, keepsWithNext: Bool = false) throws {
        for chunk in runs.chunks() {
            let fitted = fitted(chunk, style, width: lane.width)
            let count = fitted.lines.count
            let cuts = count < 4 ? [0, count] : [0] + Array(2...count - 2) + [count]
            for (start, end) in zip(cuts, cuts.dropFirst()) {
                let part = fitted.part(start..<end)
                try add(
                    part.height, keepsWithNext: keepsWithNext, ascent: part.ascent, .lines(fitted, start..<end, lane, .natural))
            }
        }
    }
}
