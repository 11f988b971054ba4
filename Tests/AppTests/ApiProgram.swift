import App
import Base
import Convene
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import People
import Store
import Testing

/// A program with a token at the interface of one event.
struct ApiProgram: Sendable {
    let client: any TestClientProtocol
    let secret: String?
    var event = "gmc-2025"

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, key: String? = nil, match: String? = nil
    ) async throws -> TestResponse {
        var fields = HTTPFields()
        if let secret { fields[.authorization] = "Bearer \(secret)" }
        if body != nil { fields[.contentType] = "application/json" }
        if let key, let name = HTTPField.Name("Idempotency-Key") { fields[name] = key }
        fields[.ifMatch] = match
        return try await client.execute(
            uri: "/api/v1/events/\(event)" + path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
    }
    func json(_ response: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(response.text.utf8)) as? [String: Any])
    }
    func text(_ response: TestResponse, _ name: String) throws -> String {
        try #require(try json(response)[name] as? String, "\(response.text)")
    }
    func items(_ response: TestResponse) throws -> [[String: Any]] {
        try #require(try json(response)["items"] as? [[String: Any]])
    }

    /// What registers somebody of that name.
    static func body(_ category: Identifier, _ name: String, _ more: String = "") -> String {
        #"{"category":"\#(category)","name":"\#(name)","email":"\#(name.lowercased())@people.example"\#(more)}"#
    }
}

extension AppWorld {
    func apiToken(_ asker: Asker, _ scopes: Set<ApiToken.Scope>) async throws -> String {
        try await house.database.write { tx in
            let person = try #require(try PersonStore.find(email: "\(asker.rawValue)@test.example", in: tx))
            let viewer = try #require(try RoleStore.viewer(person.id, in: tx))
            return try ApiTokenActions.create(ApiTokenDraft(name: "test", scopes: scopes), by: viewer, in: tx).secret
        }
    }

    func place(
        _ capacity: Int, of event: Event? = nil, _ change: (inout PlaceCategory) -> Void = { _ in }
    ) async throws -> Identifier {
        let event = event ?? self.event
        var category = PlaceCategory(
            id: event.id, event: event.id, name: Localized("Places"), text: .empty, kind: .general, mode: .room, position: 0,
            needsCode: false, needsApproval: false, hasWaitingList: true, fee: .free, price: "", holdMinutes: 15,
            offerMinutes: 60)
        change(&category)
        return try await house.database.write { [category] tx in
            try PlaceCategoryActions.add(category, capacity: capacity, to: event, by: administrator(tx), in: tx).id
        }
    }
}
