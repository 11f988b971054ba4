import Base
import Testing

@testable import Convene

@Suite struct ProgrammeFilterTests {
    private func titles(_ query: [String: String], _ language: Language = .en) throws -> [String] {
        let view = ProgrammeView(try SiteSample.opening(), reader: nil, language: language)
        return ProgrammeFilter { query[$0] }.items(of: view).map(\.title.text)
    }

    @Test("Each choice narrows, and choices narrow together") func choices() throws {
        #expect(try titles([:]).count == 8)
        #expect(try titles(["day": "2025-12-04"]) == ["Plenary 3"])
        #expect(try titles(["kind": "plenary"]) == ["Plenary 1", "Plenary 2", "Plenary 3"])
        #expect(try titles(["room": SiteSample.id(51).text]) == ["Plenary 1", "Plenary 3"])
        #expect(try titles(["language": "es"]) == ["Plenary 1"])
        #expect(try titles(["kind": "plenary", "day": "2025-12-03", "language": "en"]) == ["Plenary 2"])
    }

    @Test("A search finds titles in every language, names, rooms and sections without case and accents") func search() throws {
        #expect(try titles(["q": "OPENING video"]) == ["Opening Video"])
        #expect(try titles(["q": "الافتتاح"]) == ["Opening Video"])
        #expect(try titles(["q": "ruíz"]) == ["Plenary 1"])
        #expect(try titles(["q": "sala"]) == ["Plenary 1", "Plenary 3"])
        #expect(try titles(["q": "plenaries night"]) == ["Night 🌙 session"])
        #expect(try titles(["q": "nothing like it"]).isEmpty)
    }

    @Test(
        "What cannot be read asks for nothing",
        arguments: [
            ["day": "tomorrow"], ["kind": "party"], ["room": "Room B"], ["view": "table"], ["q": "   "],
        ])
    func unreadable(_ query: [String: String]) {
        #expect(ProgrammeFilter { query[$0] } == ProgrammeFilter())
    }

    @Test("The address made from a filter gives the filter again") func addresses() {
        let query = ["day": "2025-12-03", "kind": "talk", "language": "es", "q": "a & b", "view": "grid"]
        let filter = ProgrammeFilter { query[$0] }
        let fields = Dictionary(uniqueKeysWithValues: filter.fields.map { ($0.name, $0.value) })
        #expect(fields == query)
        #expect(!filter.isOpen && filter.with { $0 = ProgrammeFilter() }.isOpen)
    }
}
