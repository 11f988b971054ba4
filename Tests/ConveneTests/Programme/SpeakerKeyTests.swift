import Base
import Testing

@testable import Convene

@Suite struct SpeakerKeyTests {
    private func appearance(_ name: String, _ person: Int? = nil) -> Appearance {
        Appearance(
            id: SiteSample.id(1), person: person.map(SiteSample.id), name: name, affiliation: "UNAM", role: .speaker,
            presence: .inRoom, readBy: "")
    }
    private func key(_ name: String) -> String? { SpeakerKey(appearance(name))?.text }

    @Test("A linked person is the key, whatever the name") func linked() {
        #expect(SpeakerKey(appearance("Ana Ruiz", 7)) == SpeakerKey(appearance("A. Ruiz", 7)))
        #expect(SpeakerKey(appearance("Ana Ruiz", 7))?.person == SiteSample.id(7))
        #expect(SpeakerKey(appearance("Ana Ruiz"))?.person == nil)
    }

    @Test("Case, accents, width and blanks make no difference; another name does") func folding() {
        #expect(key("José  Núñez") == key("jose NUNEZ") && key("Ｊｏｓｅ Nunez") == key("jose nunez"))
        #expect(key("Jose\u{301} Nu\u{0303}n\u{303}ez") == key("José Nũñez"))
        #expect(key("Josef Nunez") != key("Jose Nunez"))
        #expect(key("王芳") != nil && key("王芳") != key("王方"))
        #expect(key("") == nil && key(" \u{200E}\t") != "" && key("   ") == nil)
    }

    @Test("The key of a name never changes: addresses hold it") func stable() {
        #expect(SpeakerKey.fnv1a("foobar".utf8) == 0x8594_4171_f739_67e8, "the published test vector")
        #expect(key("Ana Ruiz") == key("Ana Ruiz") && key("Ana Ruiz")?.utf8.count == 15)
        #expect(key("Ana Ruiz") == "n-vaqp5ovviq6wk")
    }

    @Test("What has not the form of a key is none")
    func parsing() throws {
        let made = try #require(key("Ana Ruiz"))
        #expect(SpeakerKey(made)?.text == made)
        #expect(SpeakerKey(SiteSample.id(3).text.uppercased())?.text == SiteSample.id(3).text)
        for wrong in ["", "n-", "n-abc", "n-ABCDEFGHIJKLM", "n-aaaaaaaaaaaa1", "../../etc", "n-aaaaaaaaaaaaa/", made + "a"] {
            #expect(SpeakerKey(wrong) == nil, "\(wrong)")
        }
    }

    @Test("The name shown is the most frequent, then the longest, then the first") func display() {
        #expect(SpeakerKey.name(of: ["Ana", "Ana Ruiz", "Ana"].map { appearance($0) }) == "Ana")
        #expect(SpeakerKey.name(of: ["Ana", "Ana Ruiz"].map { appearance($0) }) == "Ana Ruiz")
        #expect(SpeakerKey.name(of: ["Bea", "Ana"].map { appearance($0) }) == "Ana")
        #expect(SpeakerKey.name(of: [appearance("")]) == "")
    }
}
