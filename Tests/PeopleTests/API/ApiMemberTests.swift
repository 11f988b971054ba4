import Base
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite struct ApiMemberTests {
    @Test("the roll of a day has the counts of the page and its members", arguments: Backend.available)
    func roll(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let organisation = try await world.organisation("unam", "UNAM", .university, "MX")
            let (applied, ratified) = (try day("2024-05-01"), try day("2024-06-01"))
            try await world.database.write { tx in
                let membership = try MembershipActions.apply(
                    organisation.id, as: .university, on: KnownDate(applied), source: "", by: world.administrator, in: tx)
                _ = try MembershipActions.ratify(
                    membership.id, on: KnownDate(ratified), source: "", by: world.administrator, in: tx)
            }
            let then = try await world.ask("/api/v1/members", query: [("on", "2024-05-31")])
            #expect(then.text == #"{"continents":0,"count":0,"countries":0,"items":[],"on":"2024-05-31"}"#)
            let now = try await world.ask("/api/v1/members", query: [("on", "2024-06-01")])
            #expect(
                now.text
                    == #"{"continents":1,"count":1,"countries":1,"items":[{"country":"MX","kind":"university","name":{"en":"UNAM"},"#
                    + #""organisation":"\#(organisation.id)","since":"2024-06-01","slug":"unam"}],"on":"2024-06-01"}"#)
            #expect(try await refusal { try await world.ask("/api/v1/members", query: [("on", "yesterday")]) }?.code == .invalid)
        }
    }
}
