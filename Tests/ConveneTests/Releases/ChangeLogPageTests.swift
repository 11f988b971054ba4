import Base
import HTML
import Testing

@testable import Convene

@Suite("The change log that people read")
struct ChangeLogPageTests {
    private func log(_ language: Language, _ edit: (inout Programme) -> Void) throws -> String {
        var after = ProgrammeChangesTests.base
        edit(&after)
        let changes = ProgrammeChange.diff(ProgrammeChangesTests.base, after)
        return ChangeLogPage.log(try ProgrammeStage.scene(language), ProgrammeStage.event, changes).text
    }

    @Test("every change is named in every language, with no key left over", arguments: Language.allCases)
    func words(language: Language) throws {
        let scene = try ProgrammeStage.scene(language)
        for edit in ProgrammeChangesTests.edits {
            let text = try log(language, edit.make)
            #expect(ProgrammeStage.missing(Markup(text)) == [])
            for code in edit.codes {
                let label = scene.words("changes.\(code)")
                #expect(label != "changes.\(code)" && text.contains("<b>\(label)</b>"), "\(code)")
            }
        }
    }

    @Test("a move says from when to when, with dates where they differ", arguments: Language.allCases)
    func moved(language: Language) throws {
        let sameDay = try log(language) { $0.sessions[1].start = ProgrammeStage.time("13:15") }
        #expect(sameDay.contains("12:00–12:30</span></del>") && sameDay.contains("13:15–13:45</span></ins>"))
        let words = try ProgrammeStage.scene(language).words
        let nextDay = try log(language) { $0.sessions[1].date = ProgrammeStage.second }
        #expect(nextDay.contains("<del>\(words.date(ProgrammeStage.first, .dayMonth))"))
        #expect(nextDay.contains("<ins>\(words.date(ProgrammeStage.second, .dayMonth))"))
    }

    @Test("a change in another language than the reader's is named with its language")
    func otherLanguage() throws {
        let text = try log(.en) { $0.sessions[0].title["es"] = "Apertura" }
        #expect(text.contains("Spanish:") && text.contains(#"<ins><span lang="es" dir="auto">Apertura</span></ins>"#))
        #expect(try log(.es) { $0.sessions[0].title["es"] = "Apertura" }.contains("<ins>Apertura</ins>"))
    }

    @Test("titles and names are escaped, and only live sessions are links")
    func safe() throws {
        var after = ProgrammeChangesTests.base
        after.sessions[0].title = Localized("<script>")
        let changes = ProgrammeChange.diff(ProgrammeChangesTests.base, after)
        let scene = try ProgrammeStage.scene()
        let text = ChangeLogPage.log(scene, ProgrammeStage.event, changes, linking: [after.sessions[0].id]).text
        #expect(!text.contains("<script>") && text.contains("/e/gmc-2025/s/\(after.sessions[0].id)"))
        #expect(!ChangeLogPage.log(scene, ProgrammeStage.event, changes).text.contains("<a "))
    }
}
