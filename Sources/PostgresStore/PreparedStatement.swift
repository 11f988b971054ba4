import CPQ
import Store

/// What was sent to the server and how its answer is read.
enum PipelineStep {
    case preparation(PreparedStatement)
    case statement(PreparedStatement)
    /// BEGIN and the like.
    case command
    case commit
    case synchronisation

    /// The text of the statement that it is about.
    var text: String? {
        switch self {
        case .preparation(let statement), .statement(let statement): statement.text
        case .command, .commit, .synchronisation: nil
        }
    }
}

/// A statement that the server knows by name. Its columns stay what they were in its first answer: the server refuses to
/// run it once they would be others.
final class PreparedStatement {
    let name: String
    let text: String
    /// How often it was run, under this name and those before it.
    var uses: Int
    private var columns: (names: [String], types: [Oid])?

    init(name: String, text: String, uses: Int) {
        self.name = name
        self.text = text
        self.uses = uses
    }

    /// A plan for a table of ten rows may be a bad one for ten thousand: it is time for another.
    var isDue: Bool { uses >= 64 && uses & (uses - 1) == 0 }

    func rows(_ result: OpaquePointer) -> [Row] {
        let count = PQntuples(result)
        guard count > 0 else { return [] }
        let (names, types) = columns ?? PostgresValue.columns(result)
        columns = (names, types)
        return (0..<count).map { line in
            Row(
                columns: names,
                values: types.indices.map { PostgresValue.value(result, line, Int32($0), type: types[$0]) })
        }
    }
}
