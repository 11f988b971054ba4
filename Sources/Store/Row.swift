import Base
import Foundation

/// One row of an answer. Columns are read by name; a wrong name or type is a mistake of ours and throws `StoreError.row`.
package struct Row: Sendable {
    package let columns: [String]
    package let values: [SQLValue]
    package init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    package func value(_ name: String) throws -> SQLValue {
        guard let index = columns.firstIndex(of: name) else { throw StoreError.row("no column \(name) in \(columns)") }
        return values[index]
    }

    /// The columns whose names begin so, without that beginning: one of several things that a joined row holds.
    package func part(_ prefix: String) -> Row {
        let own = columns.indices.filter { columns[$0].hasPrefix(prefix) }
        return Row(columns: own.map { String(columns[$0].dropFirst(prefix.count)) }, values: own.map { values[$0] })
    }

    package func text(_ name: String) throws -> String {
        guard let text = try optionalText(name) else { throw StoreError.row("\(name) is null") }
        return text
    }
    package func optionalText(_ name: String) throws -> String? {
        switch try value(name) {
        case .null: return nil
        case .text(let text): return text
        case let other: throw StoreError.row("\(name) is \(other), not text")
        }
    }
    package func int(_ name: String) throws -> Int {
        guard let number = try optionalInt(name) else { throw StoreError.row("\(name) is null") }
        return number
    }
    package func optionalInt(_ name: String) throws -> Int? {
        switch try value(name) {
        case .null: return nil
        case .integer(let number): return Int(number)
        case let other: throw StoreError.row("\(name) is \(other), not an integer")
        }
    }
    package func optionalDouble(_ name: String) throws -> Double? {
        switch try value(name) {
        case .null: return nil
        case .real(let number): return number
        case .integer(let number): return Double(number)
        case let other: throw StoreError.row("\(name) is \(other), not a number")
        }
    }
    package func bool(_ name: String) throws -> Bool { try int(name) != 0 }
    package func instant(_ name: String) throws -> Instant { Instant(milliseconds: Int64(try int(name))) }
    package func optionalInstant(_ name: String) throws -> Instant? {
        try optionalInt(name).map { Instant(milliseconds: Int64($0)) }
    }
    package func id(_ name: String) throws -> Identifier { Identifier(stored: try text(name)) }
    package func optionalID(_ name: String) throws -> Identifier? { try optionalText(name).map(Identifier.init(stored:)) }
    package func date(_ name: String) throws -> CalendarDate {
        let written = try text(name)
        guard let date = CalendarDate(written) else { throw StoreError.row("\(name) is \(written), not a date") }
        return date
    }
    package func optionalDate(_ name: String) throws -> CalendarDate? {
        try optionalText(name) == nil ? nil : try date(name)
    }
    package func localized(_ name: String) throws -> Localized { try recalled(name) }
    /// A column of JSON text as a value.
    package func decoded<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T {
        try Row.decoded(try text(name), name)
    }
    /// The same for texts that are read again and again; not for what persons wrote (see `DecodedTexts`).
    package func recalled<T: Decodable & Sendable>(_ name: String, as type: T.Type = T.self) throws -> T {
        try DecodedTexts.shared.value(try text(name)) { try Row.decoded($0, name) }
    }
    private static func decoded<T: Decodable>(_ text: String, _ name: String) throws -> T {
        do {
            return try JSONDecoder().decode(T.self, from: Data(text.utf8))
        } catch let error as DecodingError { throw StoreError.row("\(name): \(error)") }
    }
    /// A column that holds the raw value of an enum.
    package func raw<T: RawRepresentable>(_ name: String, as type: T.Type = T.self) throws -> T where T.RawValue == String {
        let written = try text(name)
        guard let found = T(rawValue: written) else { throw StoreError.row("\(name) is \(written), not a \(T.self)") }
        return found
    }
}

/// A value as JSON text with sorted keys: the same value gives the same bytes.
package func json(_ value: some Encodable) -> String {
    guard let data = try? sortingEncoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
}

/// One for all threads: nothing of it is changed once it is made.
private let sortingEncoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
}()
