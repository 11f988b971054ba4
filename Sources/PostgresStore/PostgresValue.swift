import Base
import CPQ
import Foundation
import Store

/// Values to and from libpq's text format.
enum PostgresValue {
    /// Bytes with a NUL behind them, or nil for NULL; blobs travel as binary.
    struct Encoded {
        let bytes: [CChar]?
        let isBinary: Bool
    }

    static func encoded(_ value: SQLValue) throws -> Encoded {
        switch value {
        case .null: return Encoded(bytes: nil, isBinary: false)
        case .integer(let number): return Encoded(bytes: Array(String(number).utf8CString), isBinary: false)
        case .real(let number):
            guard number.isFinite else { throw StoreError.check("a number is not finite") }
            return Encoded(bytes: Array(String(number).utf8CString), isBinary: false)
        case .text(let text):
            guard !text.utf8.contains(0) else { throw StoreError.check("text holds a NUL") }
            return Encoded(bytes: Array(text.utf8CString), isBinary: false)
        case .blob(let bytes): return Encoded(bytes: bytes.map { CChar(bitPattern: $0) } + [0], isBinary: true)
        }
    }

    /// Calls `body` with the arrays that `PQexecPrepared` wants; they live as long as the call.
    static func withPointers<T>(
        _ values: [Encoded], _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) -> T
    ) -> T {
        let joined: [CChar] = values.flatMap { $0.bytes ?? [] } + [0]
        return joined.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<CChar>?] = []
            var offset = 0
            for value in values {
                if value.bytes == nil { pointers.append(nil) } else { pointers.append(buffer.baseAddress?.advanced(by: offset)) }
                offset += value.bytes?.count ?? 0
            }
            let lengths = values.map { Int32(max(0, ($0.bytes?.count ?? 0) - 1)) } + [0]
            let formats = values.map { Int32($0.isBinary ? 1 : 0) } + [0]
            return (pointers + [nil]).withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(
                            pointers.baseAddress.unsafelyUnwrapped, lengths.baseAddress.unsafelyUnwrapped,
                            formats.baseAddress.unsafelyUnwrapped)
                    }
                }
            }
        }
    }

    static func rows(_ result: OpaquePointer) -> [Row] {
        let width = PQnfields(result)
        let columns = (0..<width).map { String(cString: PQfname(result, $0)) }
        let types = (0..<width).map { PQftype(result, $0) }
        return (0..<PQntuples(result)).map { line in
            Row(columns: columns, values: (0..<width).map { value(result, line, $0, type: types[Int($0)]) })
        }
    }

    /// By the type's object id in pg_type: 20, 21, 23 integers; 1700 what SUM gives; 700, 701 floats; 16 boolean; 17 bytes.
    private static func value(_ result: OpaquePointer, _ line: Int32, _ column: Int32, type: Oid) -> SQLValue {
        guard PQgetisnull(result, line, column) == 0, let bytes = PQgetvalue(result, line, column) else { return .null }
        let text = String(cString: bytes)
        switch type {
        case 20, 21, 23: return Int64(text).map { .integer($0) } ?? .text(text)
        case 1700: return Int64(text).map { .integer($0) } ?? Double(text).map { .real($0) } ?? .text(text)
        case 700, 701: return Double(text).map { .real($0) } ?? .text(text)
        case 16: return .integer(text == "t" ? 1 : 0)
        case 17: return .blob(unhexed(text))
        default: return .text(text)
        }
    }

    /// PostgreSQL's hex form of bytes: `\x6869`.
    private static func unhexed(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in text.utf8.dropFirst(2) {
            guard let digit = Character(UnicodeScalar(character)).hexDigitValue else { continue }
            if let first = high {
                bytes.append(first << 4 | UInt8(digit))
                high = nil
            } else {
                high = UInt8(digit)
            }
        }
        return bytes
    }
}
