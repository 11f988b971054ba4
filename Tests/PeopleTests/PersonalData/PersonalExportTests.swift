import Base
import Foundation
import Testing

@testable import People

@Suite("The export of personal data")
struct PersonalExportTests {
    @Test("sections of one name are joined, keys come in a fixed order")
    func document() throws {
        let person = Person(id: Identifier(at: Instant(seconds: 1)), name: "Ana \"A\"")
        let sections = [
            PersonalExport.Section(name: "b", rows: [["x": "1"]]), PersonalExport.Section(name: "b", rows: [["x": "2"]]),
            PersonalExport.Section(name: "a", rows: []),
        ]
        let text = String(decoding: try PersonalExport(person: person, sections: sections).json(), as: UTF8.self)
        #expect(text.contains(#"Ana \"A\""#))
        let a = try #require(text.range(of: "\"a\"")).lowerBound
        let b = try #require(text.range(of: "\"b\"")).lowerBound
        #expect(a < b)
    }
}
