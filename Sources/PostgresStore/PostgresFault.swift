import CPQ
import Store

/// What the server says of a failure, by its SQLSTATE (PostgreSQL's manual, appendix A), in the words of both engines.
enum PostgresFault {
    static func check(_ result: OpaquePointer) throws {
        let status = PQresultStatus(result)
        if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY { return }
        throw error(result)
    }

    static func error(_ result: OpaquePointer) -> StoreError {
        // Not done, since a statement before it in the pipeline had failed: that one's error is the one to tell.
        if PQresultStatus(result) == PGRES_PIPELINE_ABORTED { return .passedOver }
        let state = field(result, "C") ?? ""
        let message = field(result, "M") ?? "no message"
        let constraint = field(result, "n") ?? message
        switch state {
        case "23505": return .unique(constraint)
        case "23503": return .foreignKey(constraint)
        case "23514", "23502", "22P05", "22021": return .check(constraint)
        // 0A000: the schema was changed meanwhile, and a prepared statement's columns are others.
        case "40001", "40P01", "55P03", "0A000": return .conflict(message)
        case "25P02": return .passedOver
        case "53100": return .full(message)
        case "57P01", "57P02", "57P03": return .disconnected(message)
        case let code where code.hasPrefix("08") || code.isEmpty: return .disconnected(message)
        default: return .other("\(state) \(message)")
        }
    }

    private static func field(_ result: OpaquePointer, _ code: Character) -> String? {
        code.asciiValue.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
    }
}

extension StoreError {
    var isLoss: Bool {
        if case .disconnected = self { return true }
        return false
    }
}
