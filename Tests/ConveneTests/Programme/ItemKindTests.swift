import Base
import HTML
import Testing

@testable import Convene

@Suite("Kinds, roles and presences")
struct ItemKindTests {
    @Test("every language has a word of its own for each of them", arguments: Language.allCases)
    func words(language: Language) throws {
        let words = try ProgrammeStage.scene(language).words
        for key in ItemKind.allCases.map({ "kind.\($0.rawValue)" }) + Presence.allCases.map({ "presence.\($0.rawValue)" })
            + AppearanceRole.allCases.map({ "appearance.role.\($0.rawValue)" })
        {
            let isThere = words.has(key)
            #expect(isThere, "\(key)")
        }
        let names = Set(ItemKind.allCases.map { words("kind.\($0.rawValue)") })
        #expect(names.count == ItemKind.allCases.count)
    }

    @Test("a break is what needs no speaker")
    func breaks() {
        #expect(ItemKind.allCases.filter(\.isBreak) == [.social, .break, .registration])
    }
}
