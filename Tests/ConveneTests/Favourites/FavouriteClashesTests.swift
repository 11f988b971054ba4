import Base
import Testing

@testable import Convene

@Suite struct FavouriteClashesTests {
    private func clashes(_ spans: [(start: Int, minutes: Int)]) throws -> [[Int]] {
        let sessions = try spans.enumerated().map {
            try SiteSample.session($0.offset, "2025-12-03", $0.element.start, $0.element.minutes, Localized("S"))
        }
        let view = ProgrammeView(SiteSample.release(sessions), reader: nil, language: .en)
        let found = FavouriteClashes.found(among: view.items)
        return spans.indices.map { index in
            (found[SiteSample.id(index)] ?? []).compactMap { item in spans.indices.first { SiteSample.id($0) == item.session.id }
            }
        }
    }

    @Test("What overlaps clashes, both ways") func overlap() throws {
        #expect(try clashes([(540, 60), (570, 60), (700, 30)]) == [[1], [0], []])
    }
    @Test("What touches does not, and what takes no time does not") func touch() throws {
        #expect(try clashes([(540, 60), (600, 60)]) == [[], []])
        #expect(try clashes([(540, 60), (560, 0)]) == [[], []])
    }
    @Test("A long one clashes with all within it, those only with it") func within() throws {
        #expect(try clashes([(540, 180), (550, 10), (600, 10)]) == [[1, 2], [0], [0]])
        #expect(try clashes([(540, 60), (540, 60), (540, 60)]) == [[1, 2], [0, 2], [0, 1]])
    }
    @Test("Past midnight too") func night() throws { #expect(try clashes([(1400, 90), (1450, 30)]) == [[1], [0]]) }
    @Test("Nothing chosen, nothing clashes") func none() throws { #expect(try clashes([]) == []) }
}
