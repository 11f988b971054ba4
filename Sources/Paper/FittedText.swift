import CPango

/// A text at the size at which it fits, ready to be drawn.
struct FittedText {
    let text: String
    let typeset: SetText
    let style: TextStyle
    /// What the drawing's axes are multiplied by.
    let scale: Double
    /// Which lines; others are drawn elsewhere.
    let lines: Range<Int>
    /// From the start and top of the first line to the end of the last, with ink that stands out.
    let extent: PaperBox

    init(_ text: String, _ set: SetText, _ style: TextStyle, scale: Double, lines: Range<Int>? = nil) {
        self.text = text
        typeset = set
        self.style = style
        self.scale = scale
        self.lines = lines ?? 0..<set.lines.count
        extent = set.extent(of: self.lines, scale: scale)
    }

    var height: Double { extent.height }
    var width: Double { extent.width }
    var size: Double { scale * SetText.size }
    /// From the top to the first baseline.
    var ascent: Double {
        typeset.lines.isEmpty
            ? 0 : (typeset.lines[lines.lowerBound].baseline - typeset.lines[lines.lowerBound].top) * scale - extent.y
    }

    func part(_ range: Range<Int>) -> FittedText { FittedText(text, typeset, style, scale: scale, lines: range) }
}

/// Where lines stand in their box. `natural` is the start of the paragraph's own direction.
enum Alignment { case start, centre, end, natural }
enum VerticalAlignment { case top, middle, bottom }

/// How far a text may shrink: the smallest size at which it still stands on one line, on two, on three.
struct Shrinking {
    let floors: [Double]
    init(_ floors: Double...) { self.floors = floors }
    /// Keeps its size and takes the lines it needs.
    static let wrapOnly = Shrinking()
    /// Below every floor and on any number of lines: hardly legible, but whole. Under this it is refused.
    static let smallest = 2.0
}

extension Canvas {
    /// Sets a line of text, and leaves out signs that no font has. Letters that no font has are noted.
    func set(_ text: PaperText, _ style: TextStyle) throws(PaperFault) -> (text: String, set: SetText) {
        try set(text.line, style, language: text.language)
    }

    func set(_ line: String, _ style: TextStyle, language: String?) throws(PaperFault) -> (text: String, set: SetText) {
        let set = type.set(line, style, language: language)
        guard set.unknown > 0 else { return (line, set) }
        var kept = ""
        var known: [Character: Bool] = [:]
        for character in line {
            if known[character] == nil {
                // Each is looked for in every font of the machine.
                guard known.count < 500 else { throw .missingGlyph(line) }
                known[character] = type.set(String(character), style, language: language).unknown == 0
            }
            if known[character] == true || isWritten(character) { kept.append(character) }
        }
        let again = type.set(kept, style, language: language)
        if again.unknown > 0 { missing.append(line) }
        return (kept, again)
    }

    /// Letters, marks and numbers belong to what somebody wrote; a picture that cannot be printed does not.
    func isWritten(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber,
                .otherNumber, .spacingMark:
                true
            default: false
            }
        }
    }

    /// The largest size at which a text fits: one line first, then two, then three, each down to its floor; then as small as it
    /// takes. Throws `PaperFault.doesNotFit`.
    func fit(_ text: PaperText, _ style: TextStyle, width: Double, height: Double, _ shrinking: Shrinking) throws(PaperFault)
        -> FittedText
    {
        let (line, set) = try set(text, style)
        for (index, floor) in shrinking.floors.enumerated() {
            if let size = largest(set, style.size, floor: floor, lines: index + 1, .words, width, height) {
                if set.lines.count > 1 { balance(set, width * SetText.size / size) }
                return FittedText(line, set, style, scale: size / SetText.size)
            }
        }
        let floor = shrinking.floors.last ?? style.size
        for breaking in [SetText.Breaking.words, .anywhere] {
            let least = breaking == .words ? floor * 0.6 : Shrinking.smallest
            if let size = largest(set, style.size, floor: least, lines: .max, breaking, width, height) {
                return FittedText(line, set, style, scale: size / SetText.size)
            }
        }
        throw .doesNotFit(text.text)
    }

    /// Nil if it does not fit at the floor. Leaves the text broken as it fits.
    private func largest(
        _ set: SetText, _ size: Double, floor: Double, lines: Int, _ breaking: SetText.Breaking, _ width: Double, _ height: Double
    ) -> Double? {
        let fits = { (size: Double) -> Bool in
            let scale = size / SetText.size
            set.wrap(at: lines == 1 ? nil : width / scale, breaking)
            let box = set.extent(of: 0..<set.lines.count, scale: scale)
            return set.lines.count <= lines && box.width <= width + 0.01 && box.height <= height + 0.01
        }
        if fits(size) { return size }
        if lines == 1 {
            set.wrap(at: nil)
            let box = set.extent(of: 0..<1, scale: 1)
            let exact = SetText.size * min(width / max(box.width, 0.01), height / max(box.height, 0.01))
            return exact >= floor ? exact : nil
        }
        guard floor < size, fits(floor) else { return nil }
        var (good, bad) = (floor, size)
        while bad - good > 0.25 {
            let middle = (good + bad) / 2
            if fits(middle) { good = middle } else { bad = middle }
        }
        _ = fits(good)
        return good
    }

    /// Lines of nearly one length: the least width that takes no more lines.
    private func balance(_ set: SetText, _ width: Double) {
        let lines = set.lines.count
        var (bad, good) = (width / 2, width)
        while good - bad > 0.02 * width {
            let middle = (good + bad) / 2
            set.wrap(at: middle)
            if set.lines.count <= lines, set.lines.allSatisfy({ $0.width <= middle + 0.1 }) {
                good = middle
            } else {
                bad = middle
            }
        }
        set.wrap(at: good)
    }

    /// At its own size, on as many lines as it needs; words that are longer than the line are broken.
    func flowing(_ line: String, _ style: TextStyle, language: String?, width: Double) throws(PaperFault) -> FittedText {
        let (kept, set) = try set(line, style, language: language)
        wrap(set, style, width: width)
        return FittedText(kept, set, style, scale: style.size / SetText.size)
    }

    /// Anywhere if a word is longer than the line; narrower if marks stand out of it.
    func wrap(_ set: SetText, _ style: TextStyle, width: Double) {
        let scale = style.size / SetText.size
        var narrower = width
        for _ in 0..<4 {
            set.wrap(at: narrower / scale, .anywhere)
            let over = set.extent(of: 0..<set.lines.count, scale: scale).width - width
            if over <= 0.01 { return }
            narrower = max(width / 4, narrower - over - 0.5)
        }
    }

    /// Draws in a box from the page's start. Returns what it took, as a box from the page's start.
    @discardableResult
    func draw(_ fitted: FittedText, in box: PaperBox, _ align: Alignment = .start, _ vertical: VerticalAlignment = .top)
        -> PaperBox
    {
        guard !fitted.text.isEmpty, !fitted.lines.isEmpty else { return PaperBox(box.x, box.y, 0, 0) }
        let sheet = onSheet(box)
        let spare = box.height - fitted.height
        let top = sheet.y - fitted.extent.y + (vertical == .top ? 0 : vertical == .middle ? spare / 2 : spare)
        let first = fitted.typeset.lines[fitted.lines.lowerBound].top
        var ink: PaperBox?
        var links: [(address: String, rects: [PaperBox])] = []
        let tags = tags(of: fitted)
        for tag in tags { cairo_tag_begin(drawing, tag, nil) }
        use(fitted.style.colour)
        for index in fitted.lines {
            let line = fitted.typeset.lines[index]
            let x = start(of: line, fitted, in: sheet, align)
            let baseline = top + (line.baseline - first) * fitted.scale
            cairo_save(drawing)
            cairo_translate(drawing, x, baseline)
            cairo_scale(drawing, fitted.scale, fitted.scale)
            cairo_move_to(drawing, 0, 0)
            fitted.typeset.show(line: index, on: drawing)
            cairo_restore(drawing)
            links += rects(of: fitted, line: index, from: x, baseline)
            if line.ink.width > 0 {
                let box = PaperBox(
                    x + line.ink.x * fitted.scale, baseline + line.ink.y * fitted.scale, line.ink.width * fitted.scale,
                    line.ink.height * fitted.scale)
                ink = ink?.union(box) ?? box
            }
        }
        // A step of the structure has either words or steps: links stand after the words, not within.
        if let inner = tags.last { cairo_tag_end(drawing, inner) }
        lead(links)
        for tag in tags.dropLast().reversed() { cairo_tag_end(drawing, tag) }
        if let ink {
            placements.append(
                Placement(
                    page: page, text: fitted.text, field: sheet, ink: ink, size: fitted.size, lines: fitted.lines.count))
        }
        return PaperBox(box.x, top + fitted.extent.y, box.width, fitted.height)
    }

    /// Where a line begins on the sheet. Ink that stands out of its line is kept within the box.
    private func start(of line: SetText.Line, _ fitted: FittedText, in sheet: PaperBox, _ align: Alignment) -> Double {
        let isLeft: Bool? =
            switch align {
            case .centre: nil
            case .start: !isMirrored
            case .end: isMirrored
            case .natural: !fitted.typeset.isRightToLeft
            }
        let left = max(0, -line.ink.x * fitted.scale)
        let right = max(0, (line.ink.maxX - line.width) * fitted.scale)
        let spare = sheet.width - line.width * fitted.scale - left - right
        return sheet.x + left + (isLeft.map { $0 ? 0 : spare } ?? spare / 2)
    }

    /// `fit` and `draw` in one.
    @discardableResult
    func text(
        _ text: PaperText, _ style: TextStyle, in box: PaperBox, _ shrinking: Shrinking, _ align: Alignment = .start,
        _ vertical: VerticalAlignment = .top
    ) throws(PaperFault) -> PaperBox {
        draw(try fit(text, style, width: box.width, height: box.height, shrinking), in: box, align, vertical)
    }
}
