/// Parts that several papers have in common.
extension Flow {
    /// Lines of a programme: the time in a column of its own, the title, a note beneath it.
    func sessions(_ sessions: [PaperSession], title: TextStyle, note: TextStyle, divided: Bool = true) throws {
        var time = title
        time.face = .sans
        time.isBold = true
        let breadth = try timeWidth(sessions, time)
        for session in sessions {
            var texts = [(session.title, title)]
            if let text = session.note { texts.append((text, note)) }
            let cells = [
                Cell(x: 0, width: breadth, texts: [(session.time, time)]),
                Cell(x: breadth + 14 * scale, width: column.width - breadth - 14 * scale, texts: texts),
            ]
            try row(cells, padding: (divided ? 0.36 : 0.12) * title.size * scale) { box in
                if divided { canvas.line(from: box.x, box.y, to: box.maxX, box.y, .line) }
            }
        }
    }

    /// The widest time, but not more than a third of the column.
    private func timeWidth(_ sessions: [PaperSession], _ style: TextStyle) throws -> Double {
        let widths = try sessions.map {
            try canvas.set($0.time, style).set.extent(of: 0..<1, scale: style.size * scale / SetText.size).width
        }
        return min(column.width / 3, (widths.max() ?? 0) + 0.5)
    }

    /// Labels with what they say beneath, side by side in equal columns; the first line is the strongest.
    func facts(_ facts: [PaperFact], label: TextStyle, value: TextStyle, columns: Int) throws {
        let count = max(1, min(columns, facts.count))
        let space = 18 * scale
        let width = (column.width - space * Double(count - 1)) / Double(count)
        for start in stride(from: 0, to: facts.count, by: count) {
            if start > 0 { gap(10) }
            try row(
                facts[start..<min(start + count, facts.count)].enumerated().map { place, fact in
                    Cell(
                        x: Double(place) * (width + space), width: width,
                        texts: [(fact.label, label)]
                            + fact.values.enumerated().map { ($1, $0 == 0 ? value : value.lighter) })
                })
        }
    }

    /// Room for a hand, a line, the name and the office; side by side.
    func signatories(_ people: [PaperSignatory], hand: Double, name: TextStyle, office: TextStyle, columns: Int) throws {
        let count = max(1, columns)
        let space = 24 * scale
        let width = (column.width - space * Double(count - 1)) / Double(count)
        for start in stride(from: 0, to: people.count, by: count) {
            let cells = people[start..<min(start + count, people.count)].enumerated().map { place, person in
                Cell(
                    x: Double(place) * (width + space), width: width,
                    texts: [(person.name, name)] + person.office.map { ($0, office) })
            }
            try need((hand + 60) * scale)
            gap(hand)
            try row(cells, padding: 5 * scale) { box in
                for cell in cells {
                    canvas.line(from: box.x + cell.x, box.y, to: box.x + cell.x + cell.width, box.y, .softInk, width: 0.7)
                }
            }
        }
    }
}

extension TextStyle {
    /// What stands under something strong.
    fileprivate var lighter: TextStyle {
        var style = self
        style.isBold = false
        style.size *= 0.92
        return style
    }
}
