import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

/// News since the last look, the frame for other sites, speakers and the worker, through their routes.
@Suite struct ReaderRoutesTests {
    @Test(
        "All changes between a release and now stand as one; what came and went between is not told", arguments: Backend.available
    )
    func news(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            try await FavouriteStage.publish(stage.world, stage.event, [("First", 540), ("Fleeting", 800)])
            try await FavouriteStage.publish(stage.world, stage.event, [("First", 540), ("Late", 900)])
            let path = "/e/gmc-2025/changes"
            let text = try await stage.page(path, query: [("since", "1")])
            #expect(text.contains("All changes from release 1 to release 3") && text.contains("3 sessions are affected"))
            #expect(text.contains("Late") && text.contains("Second") && text.contains("Third") && !text.contains("Fleeting"))
            #expect(text.contains(#"<option value="1" selected>"#))
            let none = try await stage.page(path, query: [("since", "3")])
            #expect(none.contains("Nothing that readers see has changed") && !none.contains("affected"))
            #expect(try await stage.page(path, query: [("since", "99")]).contains("Nothing that readers see has changed"))
            for odd in ["0", "-1", "x", ""] {
                let refusal = try await EventWorld.refusal { try await stage.ask(path, query: [("since", odd)]) }
                #expect(refusal?.code == .notFound, "since \(odd)")
            }
            let programme = try await stage.page("/e/gmc-2025/programme")
            #expect(programme.contains(#"id="news" data-event="/e/gmc-2025" data-release="3" hidden"#))
            #expect(try await stage.page(path).contains("since=1"), "the way without script")
        }
    }

    @Test(
        "The frame for other sites may stand anywhere, and holds no form, cookie, star or account", arguments: Backend.available)
    func embed(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            for viewer in [nil, stage.reader, stage.world.administrator] {
                let answer = try await stage.ask("/e/gmc-2025/embed", as: viewer)
                let text = String(decoding: answer.body, as: UTF8.self)
                let policy = try #require(answer.fields[.contentSecurityPolicy])
                #expect(policy.contains("frame-ancestors *") && policy.contains("default-src 'none'"))
                #expect(answer.fields[.setCookie] == nil)
                for part in ["<form", "<input", "star", viewer?.name ?? "nobody at all"] {
                    #expect(!text.contains(part), "\(part)")
                }
                #expect(text.contains("First") && text.contains(#"<base target="_blank">"#))
            }
            let dark = try await stage.page("/e/gmc-2025/embed", query: [("theme", "dark"), ("day", "2025-12-04")])
            #expect(dark.contains(#"data-theme="dark""#) && !dark.contains("First"))
            #expect(try await !stage.page("/e/gmc-2025/embed", query: [("theme", "\"x")]).contains("data-theme"))
            // What is not public cannot be framed, not even by those who may see it.
            _ = try await stage.world.event("hidden-2025", isPublic: false)
            let refusal = try await EventWorld.refusal {
                try await stage.ask("/e/hidden-2025/embed", as: stage.world.administrator)
            }
            #expect(refusal?.code == .notFound)
            // Every other page may stand in no frame.
            #expect(try await stage.ask("/e/gmc-2025/programme").fields[.contentSecurityPolicy] == nil)
            #expect(SecurityHeaders.policy.contains("frame-ancestors 'none'"))
            let snippet = try await stage.page("/e/gmc-2025/programme")
            #expect(snippet.contains("&lt;iframe src=&quot;https://conference.example/e/gmc-2025/embed?lang=en&quot;"))
        }
    }

    @Test("The worker lies at the root and is asked for anew", arguments: Backend.available)
    func worker(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let answer = try await stage.ask("/worker.js")
            #expect(answer.type.hasPrefix("text/javascript") && String(decoding: answer.body, as: UTF8.self) == "self")
            guard case .shared = answer.keeping else {
                Issue.record("a worker that is kept for ever cannot be replaced")
                return
            }
        }
    }

    @Test("Speakers have pages under the key of the interface for programs; others are not found", arguments: Backend.available)
    func speakers(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let (event, administrator) = (stage.event, stage.world.administrator)
            #expect(try await stage.page("/e/gmc-2025/speakers").contains("No speakers have been named yet"))
            try await stage.world.database.write { tx in
                var draft = SessionDraft(
                    date: event.first, start: ClockTime(minutes: 1000), minutes: 30, kind: .talk, title: Localized("With her"))
                draft.people = [SessionDraft.Person(name: "Ana Ruiz", affiliation: "UNAM")]
                _ = try ProgrammeActions.addSession(draft, to: event, by: administrator, in: tx)
                _ = try ReleaseActions.publish(event, message: Localized("Out"), by: administrator, in: tx)
            }
            let key = try #require(SpeakerKey(SiteSample.person("Ana Ruiz"))).text
            #expect(try await stage.page("/e/gmc-2025/speakers").contains(#"href="/e/gmc-2025/speakers/\#(key)""#))
            let page = try await stage.page("/e/gmc-2025/speakers/\(key)")
            #expect(page.contains("Ana Ruiz") && page.contains("With her") && !page.contains("First"))
            for odd in ["n-aaaaaaaaaaaaa", "x", stage.reader.person.text] {
                let refusal = try await EventWorld.refusal { try await stage.ask("/e/gmc-2025/speakers/\(odd)") }
                #expect(refusal?.code == .notFound)
            }
        }
    }

    @Test("Search and choices work together from the address", arguments: Backend.available)
    func search(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let text = try await stage.page("/e/gmc-2025/programme", query: [("q", "first"), ("kind", "talk")])
            #expect(text.contains("1 of 3 sessions") && text.contains("<mark>First</mark>") && !text.contains("Second"))
        }
    }
}
