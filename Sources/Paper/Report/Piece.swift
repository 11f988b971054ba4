/// What a report's pages are cut from: a part of a column that is never torn.
struct Piece {
    /// A step of the structure that a screen reader follows; pieces of one step follow one another.
    struct Tag: Equatable {
        let id: Int
        let name: String
    }

    /// What lies behind the pieces that carry it, on each page: a wash, a bar.
    struct Frame {
        let id: Int
        let draw: (Canvas, PaperBox) -> Void
    }

    enum Content {
        /// Lines of a paragraph. Those that follow one another on a page are drawn as one.
        case lines(FittedText, Range<Int>, Lane, Alignment)
        /// From this height on.
        case drawing((Canvas, Double) throws -> Void)
        /// The same, as high as is said: no less than `least`. So it stays on a page for which it is a little too high.
        case elastic(least: Double, (_ canvas: Canvas, _ y: Double, _ height: Double) throws -> Void)
    }

    /// Above it, unless it is the first of its page.
    var gap = 0.0
    let height: Double
    var keepsWithNext = false
    var startsPage = false
    var tags: [Tag] = []
    var frames: [Frame] = []
    var content: Content
    /// Drawn beside it: the number of an item.
    var markers: [(Canvas, Double) throws -> Void] = []
    /// From its top to its first baseline.
    var ascent = 0.0
    /// The piece that comes before it again if it is the first of its page: the head of a table.
    var head: Int?
    /// Which heading begins here.
    var heading: Int?

    /// By so much it may be lower.
    var give: Double {
        if case .elastic(let least, _) = content { max(0, height - least) } else { 0 }
    }
}

/// A column within the page's.
struct Lane {
    var x: Double
    var width: Double

    /// Never so narrow that words would stand beneath one another letter by letter.
    func indented(by room: Double) -> Lane {
        let room = max(0, min(room, width - 110))
        return Lane(x: x + room, width: width - room)
    }
}

/// What stands in the list of contents and in the file's outline.
struct ReportHeading {
    let level: Int
    let text: String
    /// Runs that lost their links: a list of contents leads to the heading and nowhere else.
    let runs: RunText
}
