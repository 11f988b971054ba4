import Base
import Foundation
import Store
import Testing

@testable import Convene

/// The names of the fields are a promise: a renamed one breaks this test before it breaks somebody's program.
@Suite struct ApiProgrammeTests {
    private func keys(_ value: some Encodable) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(json(value).utf8))
        return try #require(object as? [String: Any]).keys.sorted()
    }

    @Test("a release and a draft have the fields that are promised")
    func releases() throws {
        let event = try SiteSample.event()
        let release = try SiteSample.opening()
        let answer = ApiRelease(event, release)
        #expect(try keys(answer) == ["event", "plan", "release"])
        #expect(try keys(answer.release) == ["at", "digest", "message", "number"])
        #expect(try keys(answer.plan) == ["days", "rooms", "sessions", "tracks", "zone"])
        #expect(try keys(try #require(answer.plan.days.first)) == ["date", "ends"])
        #expect(try keys(try #require(answer.plan.rooms.first)) == ["id", "name", "position"])
        let track = Track(id: SiteSample.id(1), name: Localized("Policy"), position: 1, colour: "#112233")
        #expect(try keys(ApiPlan.Thread(track)) == ["colour", "id", "name", "position"])
        #expect(try keys(ApiDraft(event, release.programme, version: 3)) == ["event", "plan", "unplaced", "version"])
        #expect(answer.release.at == "2025-11-24T16:00:00Z")
        #expect(answer.plan.days.map(\.ends) == ["28:00", "28:00"])
        let head = ApiReleaseHead(release.head)
        #expect(try keys(ApiReleasePart(items: [head], next: "1")) == ["items", "next"])
        #expect(try keys(ApiReleasePart(items: [head], next: nil)) == ["items"])
        #expect(
            try keys(ApiOutlook(digest: "", latest: 1, changes: [], blocking: [])) == ["blocking", "changes", "digest", "latest"])
    }
}
