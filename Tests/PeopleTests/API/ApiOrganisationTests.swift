import Base
import Foundation
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite struct ApiOrganisationTests {
    private func keys(_ bytes: [UInt8], _ path: String...) throws -> [String] {
        var object: Any = try JSONSerialization.jsonObject(with: Data(bytes))
        for name in path {
            let inner = try #require((object as? [String: Any])?[name])
            object = (inner as? [Any])?.first ?? inner
        }
        return try #require(object as? [String: Any]).keys.sorted()
    }

    @Test("organisations come in parts, by slug, with the fields that are promised", arguments: Backend.available)
    func list(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            for slug in ["aaa", "bbb", "ccc"] { _ = try await world.organisation(slug, slug.uppercased()) }
            let first = try await world.ask("/api/v1/organisations", query: [("limit", "2")])
            #expect(try keys(first.body) == ["items", "next"])
            #expect(try keys(first.body, "items") == ["continent", "country", "history", "id", "kind", "name", "path", "slug"])
            #expect(first.text.contains(#""next":"bbb""#))
            let second = try await world.ask("/api/v1/organisations", query: [("limit", "2"), ("after", "bbb")])
            #expect(second.text.contains(#""slug":"ccc""#))
            #expect(!second.text.contains("next"))
            for query in [[("limit", "0")], [("limit", "201")], [("limit", "+5")], [("limit", "x")], [("after", "zzz")]] {
                let refused = try await refusal {
                    try await world.ask("/api/v1/organisations", query: query.map { (name: $0.0, value: $0.1) })
                }
                #expect(refused?.code == .invalid, "\(query)")
            }
        }
    }

    @Test("an organisation is shown with the steps of its memberships", arguments: Backend.available)
    func one(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let organisation = try await world.organisation("unam", "UNAM")
            let day = try day("2024-05-01")
            try await world.database.write { tx in
                _ = try MembershipActions.apply(
                    organisation.id, as: .university, on: KnownDate(day, .month), source: "minutes", by: world.administrator,
                    in: tx)
            }
            let answer = try await world.ask("/api/v1/organisations/unam")
            #expect(try keys(answer.body) == ["memberships", "organisation"])
            #expect(answer.text.contains(#""memberships":[[{"on":"2024-05","source":"minutes","step":"applied"}]]"#))
            #expect(try await refusal { try await world.ask("/api/v1/organisations/none") }?.code == .notFound)
        }
    }
}
