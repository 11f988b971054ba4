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
