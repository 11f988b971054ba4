import Base
import Foundation
import Testing

@testable import Convene

@Suite("Programmes as they are kept for ever")
struct ProgrammeCodingTests {
    @Test("a release from before tracks, places and details reads as it was and keeps its digest")
    func old() throws {
        let session = ProgrammeStage.session("A", "09:00")
        let text = ReleaseStore.canonical(ProgrammeStage.programme([session]))
        for key in ["tracks", "unplaced", "isInternal", "detail", "track"] { #expect(!text.contains("\"\(key)\"")) }
        let read = try JSONDecoder().decode(Programme.self, from: Data(text.utf8))
        #expect(read == ProgrammeStage.programme([session]))
        #expect(ReleaseStore.canonical(read) == text)
    }

    @Test("everything that a programme holds comes back")
    func whole() throws {
        let track = Track(id: Identifier(at: ProgrammeStage.now), name: Localized("Policy"), position: 1, colour: "#aa0033")
        var session = ProgrammeStage.session("A", "09:00")
        session.track = track.id
        session.isInternal = true
        session.detail = SessionDetail(
            subtitle: Localized("Sub"), description: Localized("# Long"), guid: "5f0c2a0e-0000-4000-8000-000000000001",
            recordingLicence: "CC-BY-4.0", isRecordingOptOut: true, origin: "https://example.org/a")
        var programme = ProgrammeStage.programme([session])
        programme.tracks = [track]
        programme.unplaced = [ProgrammeStage.session("B", "00:00")]
        let read = try JSONDecoder().decode(Programme.self, from: JSONEncoder().encode(programme))
        #expect(read == programme)
    }

    @Test("what is published holds nothing internal and nothing without a place")
    func published() {
        var session = ProgrammeStage.session("A", "09:00")
        session.isInternal = true
        var programme = ProgrammeStage.programme([session, ProgrammeStage.session("B", "10:00")])
        programme.unplaced = [ProgrammeStage.session("C", "00:00")]
        #expect(programme.published.sessions.map { $0.title.text(.en) } == ["B"])
        #expect(programme.published.unplaced.isEmpty)
        #expect(programme.anySession(programme.unplaced[0].id) != nil && programme.session(programme.unplaced[0].id) == nil)
    }
}
