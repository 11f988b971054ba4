import Base
import Testing

@testable import Convene

@Suite("Keys of letters' files")
struct RegistrationFileKeyTests {
    @Test("a key reads as it was written", arguments: Language.allCases)
    func again(language: Language) {
        var one = Registration(
            RegistrationStage.category(ProgrammeStage.event, .room), at: ProgrammeStage.now,
            id: Identifier(at: ProgrammeStage.now))
        one.generation = 3
        one.holder.language = language
        for isEnded in [true, false] {
            let key = RegistrationFileKey(one, isEnded: isEnded)
            #expect(RegistrationFileKey(key.text) == key && key.isEnded == isEnded && key.generation == 3)
        }
    }
}
