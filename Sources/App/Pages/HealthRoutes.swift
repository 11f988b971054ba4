import Base
import HTTPTypes
import Store
import Web

/// `/health`: 200 while a query is answered; says which engine it is and warns of what the operator should know.
enum HealthRoutes {
    private struct Health: Encodable {
        let status: String
        let database: String
        let warnings: [String]
    }

    static let routes: [Route] = [
        Route(.get, "/health", .anyone) { exchange in
            let one = try await exchange.database.read { try $0.count("SELECT 1 AS one") }
            guard one == 1 else { throw StoreError.other("the database does not answer") }
            let engine = exchange.database.engine
            return .text(
                json(Health(status: "ok", database: engine.version, warnings: engine.warnings)), type: "application/json")
        }
    ]
}
