import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Materials on the web")
struct MaterialRoutesTests {
    private static func desk(_ stage: MaterialStage) -> String { "/desk/e/gmc-2025/sessions/\(stage.session)/materials" }
    private static func session(_ stage: MaterialStage) -> String { "/e/gmc-2025/s/\(stage.session)" }
    private static let slides = [("kind", "slides"), ("visibility", "everyone"), ("title-en", "My <slides>")]

    @Test("from the form to the public page, to the download and away again", arguments: Backend.available)
    func journey(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let desk = Self.desk(stage)
            let editor = ProgrammeStage.editor
            #expect(try await stage.page(desk, by: editor).contains(#"enctype="multipart/form-data""#))
            let wrong = try await stage.ask(.post, desk, form: Self.slides, by: editor)
            #expect(wrong.status == .unprocessableContent)
            let shown = String(decoding: wrong.body, as: UTF8.self)
            #expect(shown.contains("Choose a file or give an address") && shown.contains("My &lt;slides&gt;"))
            let page = MaterialStage.upload("talk.pdf", "<html><script>alert(1)</script>")
            let refused = try await stage.ask(.post, desk, form: Self.slides, file: page, by: editor)
            #expect(refused.status == .unprocessableContent)
            #expect(String(decoding: refused.body, as: UTF8.self).contains("“talk.pdf” is a web page"))
            #expect(try await stage.status(.post, desk, form: Self.slides, file: MaterialStage.pdf, by: editor) == 303)
            let made = try #require(try await stage.all().first)
            let open = try await stage.page(Self.session(stage), by: nil)
            #expect(open.contains("My &lt;slides&gt;"))
            let way = Material.path(MaterialStage.event, stage.session, made.id)
            #expect(open.contains(way))
            let answer = try await stage.ask(.get, way, by: nil)
            #expect(answer.status == .ok)
            #expect(answer.body == MaterialStage.pdf.bytes)
            #expect(answer.fields[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(answer.fields[.contentSecurityPolicy] == "sandbox; default-src 'none'")
            guard case .checked = answer.keeping else {
                Issue.record("a download is asked for each time")
                return
            }
            let edited = Self.slides.filter { $0.0 != "visibility" } + [("visibility", "signedIn")]
            #expect(try await stage.status(.post, "\(desk)/\(made.id)", form: edited, by: editor) == 303)
            #expect(try await stage.all().first?.file == made.file, "the file stays without a new one")
            #expect(try await stage.status(.get, way, by: nil) == 401)
            #expect(try await stage.status(.get, way, by: stage.stranger) == 200)
            let locked = try await stage.page(Self.session(stage), by: nil)
            #expect(!locked.contains("My &lt;slides&gt;") && locked.contains("/sign-in?next="))
            #expect(try await stage.status(.post, "\(desk)/\(made.id)/remove", by: editor) == 303)
            #expect(try await stage.status(.get, way, by: stage.stranger) == 404)
            #expect(try await !stage.page(Self.session(stage), by: nil).contains("class=\"materials\""))
        }
    }

    @Test("what was asked of the form comes after the question whether one may")
    func rights() async throws {
        try await MaterialStage.run(.sqlite) { stage in
            let desk = Self.desk(stage)
            let made = try await stage.add()
            for (viewer, status) in [(nil, 401), (stage.stranger, 403), (ProgrammeStage.viewer(.reader), 403)] as [(Viewer?, Int)]
            {
                for path in [desk, "\(desk)/\(made.id)", "\(desk)/\(made.id)/remove", "\(desk)/\(made.id)/move"] {
                    #expect(try await stage.status(.post, path, by: viewer) == status, "\(path)")
                }
                #expect(try await stage.status(.get, "\(desk)/\(made.id)", by: viewer) == status)
            }
            #expect(try await stage.status(.get, desk, by: stage.stranger) == 403)
            let seen = try await stage.page(desk, by: ProgrammeStage.viewer(.reader))
            #expect(seen.contains("The slides") && !seen.contains("<form class=\"desk-form\""))
        }
    }

    @Test("a speaker without a role has a way from the public page to her own materials", arguments: Backend.available)
    func speaker(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let desk = Self.desk(stage)
            _ = try await stage.add()
            #expect(try await stage.page(Self.session(stage), by: stage.speaker).contains(desk))
            #expect(try await !stage.page(Self.session(stage), by: stage.stranger).contains(desk))
            #expect(try await stage.status(.post, desk, form: Self.slides, file: MaterialStage.pdf, by: stage.speaker) == 303)
            let own = try #require(try await stage.all().last)
            let page = try await stage.page(desk, by: stage.speaker)
            #expect(page.matches(of: /materials\/[0-9a-f-]{36}" aria-label/).count == 1, "only her own can be changed")
            #expect(page.contains("\(desk)/\(own.id)") && !page.contains("/move"))
            #expect(!page.contains("/desk/e/gmc-2025/programme"), "the desk is not hers")
            #expect(try await stage.status(.post, "\(desk)/\(own.id)/remove", by: stage.speaker) == 303)
        }
    }

    @Test("programs get what everyone may have, and nothing else", arguments: Backend.available)
    func programs(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let video = try await stage.add(.recording, MaterialStage.video)
            let captions = try await stage.add(.captions, MaterialStage.vtt, language: "en", recording: video.id)
            let link = try await stage.add(.link, nil, url: "https://example.org/a")
            _ = try await stage.add(visibility: .signedIn)
            _ = try await stage.add(visibility: .team)
            let path = "/api/v1/events/gmc-2025/sessions/\(stage.session)/materials"
            // Nobody sees more here than everybody does.
            for viewer in [nil, ProgrammeStage.organiser] {
                let text = try await stage.page(path, by: viewer)
                let ids = text.matches(of: /"id":"([^"]+)"/).map { String($0.output.1) }
                #expect(ids == [video, captions, link].map(\.id.text))
                #expect(text.contains(#""url":"https://example.org/a""#))
                #expect(text.contains("\"recording\":\"\(video.id)\""))
                #expect(text.contains("http://localhost/e/gmc-2025/s/\(stage.session)/materials/\(video.id)"))
            }
            _ = try await stage.add(to: stage.unpublished)
            let early = "/api/v1/events/gmc-2025/sessions/\(stage.unpublished)/materials"
            #expect(try await stage.status(.get, early, by: ProgrammeStage.organiser) == 404)
        }
    }
}
