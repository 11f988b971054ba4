import Base
import HTML
import Testing

@testable import Convene

@Suite struct MaterialPageTests {
    private let event = ProgrammeStage.event
    private let session = ProgrammeStage.series

    private func material(
        _ kind: MaterialKind, _ title: String = "", file: Material.File? = nil, url: String = "", language: String = "",
        of recording: Identifier? = nil
    ) -> Material {
        Material(
            id: Identifier(at: ProgrammeStage.now), event: event.id, session: session, position: 1, kind: kind,
            title: Localized(title), language: language, licence: .attribution, file: file, url: url, recording: recording,
            createdAt: ProgrammeStage.now)
    }
    private func file(_ type: String, _ size: Int = 3_400_000) -> Material.File {
        Material.File(id: ProgrammeStage.id, name: "a", type: type, size: size, sha256: "")
    }
    private func list(_ materials: [Material], more: Bool = false, mayAdd: Bool = false, _ language: Language = .en) throws
        -> String
    {
        let shown = MaterialActions.Shown(materials: materials, isMoreForSignedIn: more, mayAdd: mayAdd)
        return MaterialPage.list(try ProgrammeStage.scene(language), event, session, shown).text
    }

    @Test("nothing is shown where there is nothing")
    func nothing() throws {
        #expect(try list([]).isEmpty)
        #expect(try list([], more: true).contains("/sign-in?next=/e/gmc-2025/s/\(session)"))
        #expect(try list([], mayAdd: true).contains("/desk/e/gmc-2025/sessions/\(session)/materials"))
        #expect(try !list([material(.link, url: "https://example.org")]).contains("/sign-in"))
    }

    @Test("a recording of ours is played with its captions, the reader's own by default")
    func recording() throws {
        let video = material(.recording, file: file("video/webm"))
        let english = material(.captions, file: file("text/vtt"), language: "en", of: video.id)
        let spanish = material(.captions, file: file("text/vtt"), language: "es", of: video.id)
        let page = try list([video, english, spanish], .es)
        #expect(page.contains(#"<video controls preload="none""#))
        #expect(page.contains(#"src="/e/gmc-2025/s/\#(session)/materials/\#(video.id)""#))
        #expect(page.contains(#"<track kind="captions" srclang="es" label="español""#))
        #expect(page.matches(of: /\ default>/).count == 1)
        #expect(page.contains("materials/\(spanish.id)\" default>"))
        #expect(page.matches(of: /<li>/).count == 1, "captions stand under their recording")
        #expect(try list([material(.recording, file: file("audio/mpeg"))]).contains("<audio controls"))
        let elsewhere = try list([material(.recording, url: "https://media.example.org/v/1")])
        #expect(!elsewhere.contains("<video"))
        #expect(elsewhere.contains(#"href="https://media.example.org/v/1" rel="external""#))
    }

    @Test("foreign text is escaped, and an address that is none leads nowhere")
    func hostile() throws {
        let page = try list([material(.link, "<img src=x onerror=alert(1)>", url: "javascript:alert(1)", language: "\"><b>")])
        #expect(!page.contains("<img") && !page.contains("javascript:") && !page.contains("\"><b>"))
    }

    @Test("sizes are said in words", arguments: [(1, "1 KB"), (600_000, "586 KB"), (1_048_576, "1 MB"), (3_400_000, "3.2 MB")])
    func sizes(bytes: Int, text: String) throws {
        #expect(MaterialPage.size(try ProgrammeStage.scene().words, bytes) == text)
    }

    @Test("every word is there in every language", arguments: Language.allCases)
    func words(language: Language) throws {
        let all = MaterialKind.allCases.map { material($0, url: "https://example.org") }
        let page = try list(all, more: true, mayAdd: true, language)
        let desk = try ProgrammeStage.book()
        #expect(!page.contains("material."))
        for key in desk.keys(.en) where key.hasPrefix("material.") {
            #expect(desk.keys(language).contains(key), "\(key) in \(language.rawValue)")
        }
    }
}
