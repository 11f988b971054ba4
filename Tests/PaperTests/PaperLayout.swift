import Testing

@testable import Paper

/// What has to be true of everything on every page.
enum PaperLayout {
    /// Prints, and looks: every letter has a glyph, every text lies in its field and on the sheet, none on another or on a code.
    static func check(_ work: some PaperWork, at location: SourceLocation = #_sourceLocation) async throws -> PrintedPaper {
        let paper = try await PaperPress.shared.print(work)
        #expect(paper.missing.isEmpty, sourceLocation: location)
        let sheet = PaperBox(0, 0, work.size.width, work.size.height).inset(mm(5), mm(5))
        for placement in paper.placements {
            #expect(placement.field.contains(placement.ink), "stands out of its field: \(placement)", sourceLocation: location)
            // The white around a code may reach into the margin.
            let ink = placement.lines == 0 ? placement.ink.inset(mm(3), mm(3)) : placement.ink
            #expect(sheet.contains(ink), "comes near the edge: \(placement)", sourceLocation: location)
        }
        for page in 1...paper.pages {
            let here = paper.placements.filter { $0.page == page }
            for (index, one) in here.enumerated() {
                for other in here[(index + 1)...] where one.ink.overlaps(other.ink) {
                    Issue.record("\(one.text) lies on \(other.text): \(one.ink), \(other.ink)", sourceLocation: location)
                }
            }
        }
        return paper
    }

    /// Looks at the pixels: every text is there, and nothing else is anywhere.
    static func checkPixels(_ paper: PrintedPaper, at location: SourceLocation = #_sourceLocation) throws {
        let reading = try PaperReading(paper)
        defer { reading.close() }
        for page in 1...paper.pages {
            let picture = try reading.picture(page: page)
            let words = paper.placements.filter { $0.page == page }
            for placement in words {
                #expect(picture.hasInk(in: placement.ink), "is not to be seen: \(placement)", sourceLocation: location)
            }
            let known = (words + paper.shapes.filter { $0.page == page }).map { $0.ink.inset(-1.5, -1.5) }
            var stray: [String] = []
            for y in 0..<picture.height {
                let row = known.filter { $0.y <= Double(y + 1) && $0.maxY >= Double(y) }
                for x in 0..<picture.width where picture.isInked(x, y) {
                    if !row.contains(where: { $0.x <= Double(x + 1) && $0.maxX >= Double(x) }) { stray.append("\(x), \(y)") }
                }
            }
            #expect(stray.isEmpty, "page \(page): \(stray.count) pixels of nothing: \(stray.prefix(5))", sourceLocation: location)
        }
    }
}
