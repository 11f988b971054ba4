import Base

/// One statement with its bound values. `\(value)` binds; it can never become part of the text, so joining foreign
/// strings into SQL does not type-check.
///
/// The portable subset, in which every statement of a wing is written, so that one text serves both engines:
/// - ids are text made in Swift; instants are integer milliseconds (BIGINT); booleans are 0/1; structured extras are
///   JSON as opaque text, never looked into by SQL; what is queried is a column;
/// - SELECT, INSERT, UPDATE, DELETE, CTEs, window functions, `ON CONFLICT … DO UPDATE/NOTHING`, `RETURNING`;
/// - types in DDL: TEXT, BIGINT, DOUBLE PRECISION only (SQLite's STRICT tables get INTEGER and REAL);
/// - not used: AUTOINCREMENT, SERIAL, enum types, arrays, LIKE, json functions, dates or `now()` in SQL;
/// - after a constraint error go on only behind `savepoint`: PostgreSQL ends the transaction otherwise.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    package enum Piece: Sendable {
        case text(String)
        case value(SQLValue)
    }
    package private(set) var pieces: [Piece]

    package init(stringLiteral value: StaticString) { pieces = [.text("\(value)")] }
    package init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

    /// Text that the program itself wrote, such as a migration: never anything from outside.
    package init(trusted text: String) { pieces = [.text(text)] }

    package struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []
        package init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(2 * interpolationCount + 1) }
        package mutating func appendLiteral(_ literal: StaticString) { pieces.append(.text("\(literal)")) }
        package mutating func appendInterpolation(_ value: some SQLBindable) { pieces.append(.value(value.sqlValue)) }
        package mutating func appendInterpolation(_ value: (some SQLBindable)?) {
            pieces.append(.value(value?.sqlValue ?? .null))
        }
        /// A list for `IN (…)`; an empty one becomes `NULL`, which matches nothing.
        package mutating func appendInterpolation(list values: [some SQLBindable]) {
            if values.isEmpty { pieces.append(.text("NULL")) }
            for (index, value) in values.enumerated() {
                if index > 0 { pieces.append(.text(", ")) }
                pieces.append(.value(value.sqlValue))
            }
        }
        /// Another statement as a part of this one, with its bound values.
        package mutating func appendInterpolation(_ part: SQL) { pieces += part.pieces }
    }

    /// The text with the engine's own marks (`?` or `$1`…) and the values in their order.
    package func rendered(_ dialect: Dialect) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .value(let value):
                values.append(value)
                switch dialect {
                case .sqlite: text += "?"
                case .postgres: text += "$\(values.count)"
                }
            }
        }
        return (text, values)
    }
}

package enum Dialect: String, Sendable, CaseIterable {
    case sqlite, postgres
}
