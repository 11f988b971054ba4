import Base
import Foundation

/// What is given to a person of what is held of her: sections of rows, and files.
package struct PersonalExport: Sendable, Hashable {
    package struct Section: Sendable, Hashable {
        package let name: String
        package let rows: [[String: String]]
        package init(name: String, rows: [[String: String]]) {
            self.name = name
            self.rows = rows
        }
    }
    package let person: Person
    package let sections: [Section]
    /// Kept files that are hers.
    package let files: [Identifier]
    /// Names of files that were too many for one archive, with their addresses on the site in `sections`.
    package var leftOut: [String] = []
    /// Bytes of files that go into one archive.
    package static let mostBytes = 64 << 20

    package init(person: Person, sections: [Section], files: [Identifier] = []) {
        self.person = person
        self.sections = sections
        self.files = files
    }

    /// `personal-data.json`: the person, then a list of objects for each section; keys in a fixed order.
    package func json() throws -> [UInt8] {
        struct Document: Encodable {
            let person: Person
            let sections: [String: [[String: String]]]
            let filesLeftOut: [String]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let named = Dictionary(sections.map { ($0.name, $0.rows) }, uniquingKeysWith: { $0 + $1 })
        return Array(try encoder.encode(Document(person: person, sections: named, filesLeftOut: leftOut)))
    }
}
