import Base
import Testing

@testable import Convene

@Suite struct MaterialRightsTests {
    private let event = ProgrammeStage.id
    private func material(by person: Identifier?) -> Material {
        Material(
            id: event, event: event, session: event, position: 1, kind: .slides, person: person,
            createdAt: ProgrammeStage.now)
    }
    private let stranger = Viewer(person: ProgrammeStage.elsewhere, name: "Eve", grants: [])

    @Test("who sees what: everyone, whoever is signed in, the team and the speakers")
    func seeing() {
        func seen(_ viewer: Viewer?, isSpeaker: Bool = false) -> [MaterialVisibility] {
            let rights = MaterialRights(viewer, in: event, isSpeaker: isSpeaker)
            return MaterialVisibility.allCases.filter(rights.maySee)
        }
        #expect(seen(nil) == [.everyone])
        #expect(seen(stranger) == [.everyone, .signedIn])
        #expect(seen(ProgrammeStage.viewer(.organiser, in: ProgrammeStage.elsewhere)) == [.everyone, .signedIn])
        #expect(seen(stranger, isSpeaker: true) == MaterialVisibility.allCases)
        #expect(seen(ProgrammeStage.viewer(.reader)) == MaterialVisibility.allCases)
    }

    @Test("who changes what: editors everything, speakers what they added, readers nothing")
    func changing() {
        func may(_ viewer: Viewer?, isSpeaker: Bool = false) -> [Bool] {
            let rights = MaterialRights(viewer, in: event, isSpeaker: isSpeaker)
            return [
                rights.mayAdd, rights.mayChange(material(by: viewer?.person)),
                rights.mayChange(material(by: ProgrammeStage.series)), rights.mayChange(material(by: nil)),
            ]
        }
        #expect(may(ProgrammeStage.editor) == [true, true, true, true])
        #expect(may(stranger, isSpeaker: true) == [true, true, false, false])
        #expect(may(stranger) == [false, false, false, false])
        #expect(may(ProgrammeStage.viewer(.reader)) == [false, false, false, false])
        #expect(may(nil, isSpeaker: true) == [false, false, false, false])
    }
}
