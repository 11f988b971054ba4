/// What one person wears.
package struct Badge: Hashable, Sendable {
    package let name: PaperName
    package let organisation: PaperText?
    /// Speaker, participant, press: the bar at the foot, in `accent`.
    package let role: PaperText?
    /// Each language that its wearer speaks, by its own name.
    package let languages: [PaperText]
    package let event: PaperText
    /// What the QR code holds.
    package let code: String?
    package let accent: PaperColour

    package init(
        name: PaperName, organisation: PaperText? = nil, role: PaperText? = nil, languages: [PaperText] = [], event: PaperText,
        code: String? = nil, accent: PaperColour = .teal
    ) {
        self.name = name
        self.organisation = organisation
        self.role = role
        self.languages = languages
        self.event = event
        self.code = code
        self.accent = accent
    }
}

extension Badge {
    private static let margin = mm(7)
    private static let bar = 34.0
    private static let edge = mm(25)

    /// Everything is centred: a name may run in either direction.
    func draw(on canvas: Canvas, in box: PaperBox, band: String) throws {
        let inner = box.inset(Badge.margin, Badge.margin)
        // Room for the hole of the lanyard.
        let strip = PaperBox(inner.x, box.y + mm(13), inner.width, 15)
        canvas.band(band, accent, in: strip)
        let head = PaperBox(inner.x, strip.maxY + 6, inner.width, 32)
        try canvas.text(event, .serif(12.5, bold: true, accent.readable), in: head, Shrinking(10.5, 9.5), .centre, .middle)
        let foot = PaperBox(inner.x, inner.maxY - Badge.bar, inner.width, Badge.bar)
        if let role {
            canvas.fill(foot, accent, radius: 5)
            try canvas.text(
                role, .sans(17, bold: true, accent.opposite), in: foot.inset(10, 5), Shrinking(12, 9.5), .centre, .middle)
        }
        let hasLower = code != nil || !languages.isEmpty
        let lower = PaperBox(inner.x, foot.y - 14 - Badge.edge, inner.width, Badge.edge)
        if hasLower { try drawLower(on: canvas, in: lower) }
        let end = hasLower ? lower.y : foot.y
        try drawPerson(on: canvas, in: PaperBox(inner.x, head.maxY + 2, inner.width, end - head.maxY - 14))
    }

    private func drawPerson(on canvas: Canvas, in box: PaperBox) throws {
        let written = TextStyle(face: .serif, isBold: true, size: 34, leading: 1.16, role: .heading)
        var parts = [
            try canvas.fit(
                name.written, written, width: box.width, height: box.height - (name.latin == nil ? 44 : 74), Shrinking(25, 19, 14)
            )
        ]
        if let latin = name.latin {
            parts.append(
                try canvas.fit(latin, .sans(15, .softInk), width: box.width, height: 30, Shrinking(10.5, 9.5)))
        }
        if let organisation {
            parts.append(try canvas.fit(organisation, .sans(12.5), width: box.width, height: 32, Shrinking(10.5, 9, 8)))
        }
        let gaps = [0, 3, 7].prefix(parts.count)
        let height = parts.reduce(0) { $0 + $1.height } + Double(gaps.reduce(0, +))
        var y = box.y + max(0, (box.height - height) / 2)
        for (part, gap) in zip(parts, gaps) {
            y += Double(gap)
            canvas.draw(part, in: PaperBox(box.x, y, box.width, part.height), .centre)
            y += part.height
        }
    }

    /// The code, and the languages beside it.
    private func drawLower(on canvas: Canvas, in box: PaperBox) throws {
        let isAlone = languages.isEmpty || code == nil
        if let code {
            let x = isAlone ? box.x + (box.width - Badge.edge) / 2 : box.x
            try canvas.code(code, in: PaperBox(x, box.y, Badge.edge, Badge.edge))
        }
        guard !languages.isEmpty else { return }
        let beside = code == nil ? box : PaperBox(box.x + Badge.edge + 16, box.y, box.width - Badge.edge - 16, box.height)
        // From the fifth on they share a line.
        let shown =
            languages.count <= 5
            ? languages : languages.prefix(4) + [PaperText(languages.dropFirst(4).map(\.text).joined(separator: " · "))]
        let step = min(17, beside.height / Double(shown.count))
        let height = step * Double(shown.count)
        var y = beside.y + (beside.height - height) / 2
        for language in shown {
            let line = PaperBox(beside.x, y, beside.width, step)
            try canvas.text(language, .sans(11, .softInk), in: line, Shrinking(7), code == nil ? .centre : .start, .middle)
            y += step
        }
    }
}

/// Badges, one after the other in one file.
package struct BadgeSheet: PaperWork {
    package enum Stock: Sendable { case a6, a4FourUp, quarterLetter, letterFourUp }
    package let info: PaperInfo
    package let badges: [Badge]
    package let stock: Stock
    /// The name from which the event's strip is drawn.
    package let band: String
    package static let mostBadges = 3000

    package init(info: PaperInfo, badges: [Badge], stock: Stock, band: String) {
        self.info = info
        self.badges = badges
        self.stock = stock
        self.band = band
    }

    package var refusesMissingGlyphs: Bool { false }
    package var isLong: Bool { badges.count > 40 }
    package var size: PaperSize {
        switch stock {
        case .a6: .a6
        case .a4FourUp: .a4
        case .quarterLetter: .quarterLetter
        case .letterFourUp: .letter
        }
    }

    package func draw(on canvas: Canvas) throws {
        guard badges.count <= BadgeSheet.mostBadges else { throw PaperFault.tooMany(most: BadgeSheet.mostBadges) }
        let isSheet = stock == .a4FourUp || stock == .letterFourUp
        let (width, height) = isSheet ? (size.width / 2, size.height / 2) : (size.width, size.height)
        for (index, badge) in badges.enumerated() {
            let place = isSheet ? index % 4 : 0
            if place == 0 {
                try canvas.beginPage()
                if isSheet { cutMarks(on: canvas) }
            }
            let cell = PaperBox(Double(place % 2) * width, Double(place / 2) * height, width, height)
            try badge.draw(on: canvas, in: cell, band: band)
        }
    }

    /// At the edges and in the middle, where the knife goes.
    private func cutMarks(on canvas: Canvas) {
        let (x, y) = (size.width / 2, size.height / 2)
        let (near, far) = (mm(4), mm(10))
        for (from, to) in [(near, far), (x - 8, x + 8), (size.width - far, size.width - near)] {
            canvas.line(from: from, y, to: to, y, .softInk, width: 0.4)
        }
        for (from, to) in [(near, far), (y - 8, y + 8), (size.height - far, size.height - near)] {
            canvas.line(from: x, from, to: x, to, .softInk, width: 0.4)
        }
    }
}
