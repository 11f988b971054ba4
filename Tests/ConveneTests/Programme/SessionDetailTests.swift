import Base
import Foundation
import Testing

@testable import Convene

@Suite("Details of a session")
struct SessionDetailTests {
    @Test("only what is there is written, and a missing field reads as nothing")
    func sparse() throws {
        #expect(String(decoding: try JSONEncoder().encode(SessionDetail()), as: UTF8.self) == "{}")
        #expect(try JSONDecoder().decode(SessionDetail.self, from: Data("{}".utf8)) == SessionDetail())
        #expect(SessionDetail().isEmpty && !SessionDetail(isRecordingOptOut: true).isEmpty)
        let licence = try JSONDecoder().decode(SessionDetail.self, from: Data(#"{"recordingLicence":"CC0-1.0"}"#.utf8))
        #expect(licence == SessionDetail(recordingLicence: "CC0-1.0"))
    }
}
