import Base

/// What a column can hold in both engines.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// What may be bound to a statement.
package protocol SQLBindable: Sendable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable { package var sqlValue: SQLValue { self } }
extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension Int: SQLBindable { package var sqlValue: SQLValue { .integer(Int64(self)) } }
extension Int64: SQLBindable { package var sqlValue: SQLValue { .integer(self) } }
extension Double: SQLBindable { package var sqlValue: SQLValue { .real(self) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .integer(self ? 1 : 0) } }
extension [UInt8]: SQLBindable { package var sqlValue: SQLValue { .blob(self) } }
extension Instant: SQLBindable { package var sqlValue: SQLValue { .integer(milliseconds) } }
extension Identifier: SQLBindable { package var sqlValue: SQLValue { .text(text) } }
extension CalendarDate: SQLBindable { package var sqlValue: SQLValue { .text(description) } }
extension Language: SQLBindable { package var sqlValue: SQLValue { .text(rawValue) } }
extension Zone: SQLBindable { package var sqlValue: SQLValue { .text(name) } }
extension Localized: SQLBindable { package var sqlValue: SQLValue { .text(json(self)) } }
