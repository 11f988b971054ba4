import Base
import Testing

@testable import Convene

@Suite struct ProgrammeShelfTests {
    @Test("Each release, zone and language has its own view, and the shelf stays small") func views() throws {
        let shelf = ProgrammeShelf(limit: 2)
        let first = try SiteSample.opening()
        let second = SiteSample.release([try SiteSample.session(1, "2025-12-03", 60, 30, Localized("New"))], number: 2)
        #expect(shelf.view(first, reader: nil, language: .en).items.count == 8)
        #expect(shelf.view(second, reader: nil, language: .en).items.count == 1)
        #expect(shelf.view(first, reader: Zone("Asia/Shanghai"), language: .en).reader?.name == "Asia/Shanghai")
        #expect(shelf.view(first, reader: nil, language: .ar).language == .ar)
        #expect(shelf.view(first, reader: nil, language: .en).language == .en)
    }
}
