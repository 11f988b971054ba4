import Testing

@testable import Paper

@Suite("Page breaks")
struct PageBreaksTests {
    private func piece(_ height: Double, gap: Double = 0, keep: Bool = false, starts: Bool = false, head: Int? = nil) -> Piece {
        var piece = Piece(height: height, content: .drawing { _, _ in })
        piece.gap = gap
        piece.keepsWithNext = keep
        piece.startsPage = starts
        piece.head = head
        return piece
    }

    private func pages(_ pieces: [Piece], first: Double = 100, others: Double = 100) -> [[Int]] {
        PageBreaks.pages(of: pieces, first: first, others: others).map { $0.map(\.piece) }
    }

    @Test("pages are filled, and a gap above the first piece is left out")
    func fills() {
        let places = PageBreaks.pages(of: [piece(60, gap: 30), piece(30, gap: 10), piece(20, gap: 10)], first: 100, others: 100)
        #expect(places.map { $0.map(\.y) } == [[0, 70], [0]])
    }

    private func elastic(_ height: Double, least: Double, gap: Double = 0) -> Piece {
        var piece = Piece(height: height, content: .elastic(least: least) { _, _, _ in })
        piece.gap = gap
        return piece
    }

    @Test("what may be lower is drawn lower where it stays on its page by that, and at its full height elsewhere")
    func gives() {
        func heights(_ pieces: [Piece]) -> [[Double]] {
            PageBreaks.pages(of: pieces, first: 100, others: 100).map { $0.map(\.height) }
        }
        #expect(heights([piece(60), elastic(50, least: 30, gap: 5), piece(10)]) == [[60, 35], [10]])
        #expect(heights([piece(60), elastic(50, least: 36, gap: 5), piece(10)]) == [[60], [50, 10]])
        #expect(heights([piece(60), elastic(20, least: 5), piece(10)]) == [[60, 20, 10]])
        // With what stays before it.
        #expect(heights([piece(40), piece(20, keep: true), elastic(50, least: 30)]) == [[40, 20, 40]])
        #expect(heights([piece(60), piece(20, keep: true), elastic(50, least: 30)]) == [[60], [20, 50]])
        // Higher than any page.
        #expect(heights([elastic(150, least: 90), piece(20)]) == [[100], [20]])
    }

    @Test("what keeps with the next goes with it")
    func keeps() { #expect(pages([piece(80), piece(10, keep: true), piece(5, keep: true), piece(30)]) == [[0], [1, 2, 3]]) }

    @Test("a chain that is longer than a page is broken where it has to be")
    func chains() {
        let chain = (0..<30).map { _ in piece(10, keep: true) }
        #expect(pages([piece(95)] + chain).map(\.count) == [1, 10, 10, 10])
    }

    @Test("the head of a table comes again, and only there")
    func heads() {
        let rows = [piece(10, keep: true)] + (0..<12).map { _ in piece(20, head: 0) } + [piece(5)]
        #expect(pages(rows) == [[0, 1, 2, 3, 4], [0, 5, 6, 7, 8], [0, 9, 10, 11, 12, 13]])
    }

    @Test("a first page with little room is left, one with enough is used")
    func firsts() {
        #expect(pages([piece(50), piece(50), piece(50)], first: 20) == [[], [0, 1], [2]])
        #expect(pages([piece(50), piece(50)], first: 60) == [[0], [1]])
        #expect(pages([piece(10), piece(10, starts: true), piece(10)]) == [[0], [1, 2]])
        #expect(pages([]) == [[]])
    }

    @Test("a piece that is higher than any page stands alone")
    func high() { #expect(pages([piece(10), piece(500), piece(10)]) == [[0], [1], [2]]) }
}
