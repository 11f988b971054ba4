import Base
import CPQ
import Foundation
import Store

/// Values in libpq's text format, one behind the other in one piece of memory; blobs travel as binary.
struct PostgresArguments {
    /// Each with a NUL behind it.
    private var bytes: [CChar] = []
    /// Where each begins; nil for NULL.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) throws {
        bytes.reserveCapacity(40 * values.count)
        starts.reserveCapacity(values.count)
        for value in values {
            starts.append(value == .null ? nil : bytes.count)
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let number): append(String(number))
            case .real(let number):
                guard number.isFinite else { throw StoreError.check("a number is not finite") }
                append(String(number))
            case .text(let text):
                guard !text.utf8.contains(0) else { throw StoreError.check("text holds a NUL") }
                append(text)
            case .blob(let blob): bytes.append(contentsOf: blob.lazy.map { CChar(bitPattern: $0) })
            }
            lengths.append(Int32(bytes.count - start))
            bytes.append(0)
            if case .blob = value { formats.append(1) } else { formats.append(0) }
        }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) }) }

    /// Calls `body` with how many there are and the arrays that libpq wants; they live as long as the call.
    func withPointers<T>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
        bytes.withUnsafeBufferPointer { buffer in
            let pointers = starts.map { start in start.flatMap { buffer.baseAddress?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(Int32(starts.count), pointers.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}

/// Values from libpq's text format.
enum PostgresValue {
    static func columns(_ result: OpaquePointer) -> (names: [String], types: [Oid]) {
        let width = PQnfields(result)
        return ((0..<width).map { String(cString: PQfname(result, $0)) }, (0..<width).map { PQftype(result, $0) })
    }

    /// By the type's object id in pg_type: 20, 21, 23 integers; 1700 what SUM gives; 700, 701 floats; 16 boolean; 17 bytes.
    static func value(_ result: OpaquePointer, _ line: Int32, _ column: Int32, type: Oid) -> SQLValue {
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
