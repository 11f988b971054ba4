import App
import Base
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestKit
import Testing
import Web
import Yams

/// The description of the interface and the interface are one.
@Suite struct ApiDocumentTests {
    private struct Operation: Hashable, CustomStringConvertible {
        let method: String
        let path: String
        var description: String { "\(method) \(path)" }
    }

    private func document(_ client: any TestClientProtocol) async throws -> [String: Any] {
        let response = try await client.execute(uri: "/api/v1/openapi.yaml", method: .get)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/yaml")
        return try #require(try Yams.load(yaml: response.text) as? [String: Any])
    }

    private static let methods = ["get", "put", "post", "patch", "delete", "head", "options", "trace"]

    @Test("each route is described with its scope, and each description has its route", .timeLimit(.minutes(15)))
    func complete() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                let paths = try #require(try await document(client)["paths"] as? [String: Any])
                var described: [Operation: String?] = [:]
                for (path, item) in paths {
                    for (method, operation) in try #require(item as? [String: Any]) where Self.methods.contains(method) {
                        let operation = try #require(operation as? [String: Any])
                        #expect((operation["security"] != nil) == (operation["x-scope"] != nil), "\(method) \(path)")
                        described[Operation(method: method, path: path)] = operation["x-scope"] as? String
                    }
                }
                var made: [Operation: String?] = [:]
                for route in world.house.table.routes where route.path.hasPrefix("/api/") {
                    let path =
                        "/"
                        + route.path.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
                        .joined(separator: "/")
                    made[Operation(method: route.method.rawValue.lowercased(), path: path)] = .some(route.scope)
                    // What needs rights takes a token, and what takes a token needs rights.
                    #expect((route.scope != nil) == (route.access != .anyone), "\(route.path)")
                    #expect(route.method == .get || route.takesJSON, "\(route.path)")
                }
                #expect(Set(described.keys) == Set(made.keys))
                for (operation, scope) in made { #expect(described[operation] == scope, "\(operation)") }
            }
        }
    }

    @Test("every name that the document points to is there, and no schema stands in it unused", .timeLimit(.minutes(15)))
    func references() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                let text = try await client.execute(uri: "/api/v1/openapi.yaml", method: .get).text
                let components = try #require(try await document(client)["components"] as? [String: Any])
                var there: Set<String> = []
                for kind in ["schemas", "parameters", "responses", "headers"] {
                    let names = try #require(components[kind] as? [String: Any]).keys
                    there.formUnion(names.map { "\(kind)/\($0)" })
                }
                let named = Set(text.matches(of: /#\/components\/([a-z]+\/[A-Za-z]+)/).map { String($0.output.1) })
                #expect(named.subtracting(there) == [])
                #expect(there.subtracting(named) == [])
            }
        }
    }
}
