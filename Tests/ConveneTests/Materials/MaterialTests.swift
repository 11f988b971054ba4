import Base
import Testing

@testable import Convene

@Suite struct MaterialTests {
    private func material(_ position: Int, _ kind: MaterialKind = .slides, of recording: Identifier? = nil) -> Material {
        Material(
            id: Identifier(at: ProgrammeStage.now), event: ProgrammeStage.id, session: ProgrammeStage.elsewhere,
            position: position, kind: kind, recording: recording, createdAt: ProgrammeStage.now)
    }

    @Test("captions follow their recording wherever it stands, and none is lost")
    func order() {
        let slides = material(2)
        let recording = material(3, .recording)
        let paper = material(4, .paper)
        let second = material(5, .captions, of: recording.id)
        let first = material(1, .captions, of: recording.id)
        let orphan = material(1, .captions, of: Identifier(at: ProgrammeStage.now))
        let all = [orphan, paper, second, slides, recording, first]
        #expect(Material.ordered(all).map(\.id) == [slides, recording, first, second, paper, orphan].map(\.id))
    }
}
