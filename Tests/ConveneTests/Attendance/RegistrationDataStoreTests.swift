import Base
import Foundation
import HTTPTypes
import Store
import Testing
import TestKit
import Web

@testable import Convene

@Suite struct RegistrationDataStoreTests {
    @Test("the holder gets all that is held of her, and nothing of another", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            _ = try await stage.issue()
            let one = stage.people[0]
            let answer = try await stage.door.ask(stage.path(one) + "/data.json")
            let data = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
            #expect((data["holder"] as? [String: Any])?["email"] as? String == "q0@people.example")
            #expect((data["scans"] as? [[String: Any]])?.map { $0["result"] as? String } == ["admitted"])
            #expect((data["papers"] as? [[String: Any]])?.count == 1)
            #expect(data["namelessFrom"] as? String == "2026-12-04")
            #expect(!String(decoding: answer.body, as: UTF8.self).contains(stage.people[1].number))
        }
    }
}
