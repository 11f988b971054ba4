/// A drawing of figures. All words are in the reader's language and ready to be printed; all places are shares of the scale,
/// 0…1, and what lies outside is drawn at its end.
package struct PaperChart: Hashable, Sendable {
    /// A thing that is compared: its name, its figure in words, and where that lies.
    package struct Row: Hashable, Sendable {
        package var label: String
        package var value: String
        /// Nil: there is no figure.
        package var share: Double?
        /// Both: a range around it.
        package var low: Double?
        package var high: Double?
        /// Something to compare with, drawn as a stroke.
        package var mark: Double?
        /// The row that the text is about.
        package var isMarked: Bool

        package init(
            label: String, value: String, share: Double?, low: Double? = nil, high: Double? = nil, mark: Double? = nil,
            isMarked: Bool = false
        ) {
            self.label = label
            self.value = value
            self.share = share
            self.low = low
            self.high = high
            self.mark = mark
            self.isMarked = isMarked
        }
    }

    /// One line or one outline: a point for each category or axis; nil: there is none.
    package struct Series: Hashable, Sendable {
        package var name: String
        package var points: [Double?]
        package init(name: String, points: [Double?]) {
            self.name = name
            self.points = points
        }
    }

    /// A place on a map: from its left and its top, each 0…1 of the map's breadth and height.
    package struct Point: Hashable, Sendable {
        package var x: Double
        package var y: Double
        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A disc on a map, whose area is its share.
    package struct Place: Hashable, Sendable {
        package var point: Point
        package var share: Double?
        package var label: String
        package var isMarked: Bool
        package init(point: Point, share: Double?, label: String, isMarked: Bool = false) {
            self.point = point
            self.share = share
            self.label = label
            self.isMarked = isMarked
        }
    }

    package enum Kind: Hashable, Sendable {
        case bars([Row])
        case ranges([Row])
        /// At least three axes; with fewer it is drawn as lines.
        case radar(axes: [String], [Series])
        /// `scale` are the labels of the axis at equal distances, from the bottom to the top.
        case lines(categories: [String], [Series], scale: [String])
        /// `outline` is closed forms; `aspect` the map's breadth by its height. The names of discs are drawn where there is room,
        /// those that are marked first, then the larger.
        case map(outline: [[Point]], aspect: Double, [Place])
    }

    package var title: String
    /// Beneath it: unit, source, what the stroke means.
    package var note: String?
    package var kind: Kind

    package init(title: String, note: String? = nil, kind: Kind) {
        self.title = title
        self.note = note
        self.kind = kind
    }
}
