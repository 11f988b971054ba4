import Base
import Foundation
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct FavouriteRoutesTests {
    private static let path = "/e/gmc-2025/favourites"

    @Test("Without an account the browser keeps it: a cookie of the event's pages, and no row", arguments: Backend.available)
    func browser(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let session = stage.sessions[0]
            let answer = try await stage.ask(
                Self.path, post: [("action", "add"), ("session", session.text), ("next", "/e/gmc-2025/programme")])
            #expect(answer.status == .seeOther && answer.fields[.location] == "/e/gmc-2025/programme")
            #expect(
                answer.fields[.setCookie]?.hasPrefix("plenaria-favourites=\(FavouriteCookie([session]).value); Path=/e/gmc-2025;")
                    == true)
            let page = try await stage.page("/e/gmc-2025/mine", cookie: FavouriteCookie([session]))
            #expect(page.contains("First") && !page.contains("Second") && page.contains("1 session"))
            let gone = try await stage.ask(
                Self.path, post: [("action", "remove"), ("session", session.text)], cookie: FavouriteCookie([session]))
            #expect(gone.fields[.setCookie]?.contains("Max-Age=0") == true && gone.fields[.location] == "/e/gmc-2025/mine")
            let rows = try await stage.world.database.read { try $0.count("SELECT COUNT(*) FROM favourite") }
            #expect(rows == 0)
        }
    }

    @Test("A star without script leads to a page that asks, with the session on it", arguments: Backend.available)
    func offer(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let session = stage.sessions[1]
            let programme = try await stage.page("/e/gmc-2025/programme")
            #expect(programme.contains(#"href="/e/gmc-2025/mine?add=\#(session)""#))
            let page = try await stage.page("/e/gmc-2025/mine", query: [("add", session.text)])
            #expect(page.contains("Add this to your schedule?") && page.contains("Second") && page.contains(#"value="add""#))
            let chosen = try await stage.page(
                "/e/gmc-2025/mine", query: [("add", session.text)], cookie: FavouriteCookie([session]))
            #expect(!chosen.contains("Add this to your schedule?"))
        }
    }

    @Test("Pages for everyone hold no star of anybody; one's own are never stored", arguments: Backend.available)
    func caching(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let cookie = FavouriteCookie(stage.sessions)
            for path in ["/e/gmc-2025/programme", "/e/gmc-2025/s/\(stage.sessions[0])", "/e/gmc-2025"] {
                let plain = try await stage.ask(path)
                let marked = try await stage.ask(path, cookie: cookie)
                #expect(plain.body == marked.body, "\(path) is the same for everyone")
                guard case .shared = plain.keeping else {
                    Issue.record("\(path) is not shared")
                    continue
                }
                #expect(plain.fields[.setCookie] == nil)
            }
            try await stage.world.database.write {
                try FavouriteActions.add(stage.sessions[0], of: stage.event, by: stage.reader, in: $0)
            }
            for path in [
                "/e/gmc-2025/mine", "/e/gmc-2025/mine.ics", "/e/gmc-2025/programme", "/e/gmc-2025/s/\(stage.sessions[0])",
            ] {
                guard case .personal = try await stage.ask(path, as: stage.reader).keeping else {
                    Issue.record("\(path) of somebody signed in could be stored")
                    continue
                }
            }
            let mine = try await stage.page("/e/gmc-2025/programme", as: stage.reader)
            #expect(mine.components(separatedBy: #"aria-pressed="true""#).count == 2)
            #expect(try await !stage.page("/e/gmc-2025/programme", as: stage.other).contains(#"aria-pressed="true""#))
        }
    }

    @Test("What the browser kept goes to the account, and leaves the browser", arguments: Backend.available)
    func adoption(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let cookie = FavouriteCookie(Array(stage.sessions[..<2]))
            let page = try await stage.page("/e/gmc-2025/mine", cookie: cookie, as: stage.reader)
            #expect(page.contains("This browser keeps 2 sessions that are not in your account."))
            let answer = try await stage.ask(Self.path, post: [("action", "adopt")], cookie: cookie, as: stage.reader)
            #expect(answer.status == .seeOther && answer.fields[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await Set(stage.chosen(by: stage.reader)) == Set(stage.sessions[..<2]))
            let after = try await stage.page("/e/gmc-2025/mine", cookie: cookie, as: stage.reader)
            #expect(!after.contains("This browser keeps") && after.contains("at the same time as another"))
        }
    }

    @Test(
        "What cannot be meant is complained about and changes nothing",
        arguments: [[], [("action", "add")], [("action", "add"), ("session", "x")], [("action", "boil"), ("session", "x")]])
    func complaints(_ form: [(String, String)]) async throws {
        try await FavouriteStage.with(.sqlite) { stage in
            for viewer in [nil, stage.reader] {
                let answer = try await stage.ask(Self.path, post: form.map { (name: $0.0, value: $0.1) }, as: viewer)
                #expect(answer.status == .unprocessableContent)
                #expect(String(decoding: answer.body, as: UTF8.self).contains("error-summary"))
            }
        }
    }

    @Test(
        "The way back stays on the event's pages",
        arguments: [
            "https://evil.example", "//evil.example", "/e/gmc-2025/..//evil.example", "/e/gmc-2025-x", "/desk", "/e/gmc-2025\\x",
            "",
        ])
    func back(_ next: String) throws {
        let form = FavouriteForm { $0 == "next" ? next : "" }
        #expect(form.back(try SiteSample.event()) == "/e/gmc-2025/mine")
        let own = FavouriteForm { $0 == "next" ? "/e/gmc-2025/programme?q=a#s-1" : "" }
        #expect(own.back(try SiteSample.event()) == "/e/gmc-2025/programme?q=a#s-1")
    }

    @Test("A full browser says so", arguments: Backend.available)
    func full(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let full = FavouriteCookie((1...FavouriteCookie.most).map(SiteSample.id))
            let answer = try await stage.ask(
                Self.path, post: [("action", "add"), ("session", stage.sessions[0].text)], cookie: full)
            #expect(answer.status == .unprocessableContent && answer.fields[.setCookie]?.contains("favourites") != true)
            #expect(String(decoding: answer.body, as: UTF8.self).contains("at most 110 sessions"))
        }
    }

    @Test(
        "The private address gives the calendar to whoever has it, kept nowhere and found by no engine",
        arguments: Backend.available)
    func calendar(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let event = stage.event
            try await stage.world.database.write { tx in
                try FavouriteActions.adopt(Array(stage.sessions[..<2]), of: event, by: stage.reader, in: tx)
            }
            let made = String(
                decoding: try await stage.ask(Self.path + "/calendar", post: [], as: stage.reader).body, as: UTF8.self)
            let match = try #require(
                made.firstMatch(of: /https:\/\/conference\.example(\/e\/gmc-2025\/calendar\/[^\/]+\/mine\.ics)\?lang=en/))
            let address = String(match.1)
            let answer = try await stage.ask(address)
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(answer.type.hasPrefix("text/calendar") && text.contains("SUMMARY;LANGUAGE=en:First"))
            #expect(text.contains("SUMMARY;LANGUAGE=en:Second") && !text.contains("Third"))
            guard case .personal = answer.keeping else {
                Issue.record("a calendar could be stored on its way")
                return
            }
            #expect(answer.fields[try #require(HTTPField.Name("X-Robots-Tag"))] == "noindex")
            // The page never shows it again.
            #expect(try await !stage.page("/e/gmc-2025/mine", as: stage.reader).contains(address))
            // What is called off is said; what was never chosen is not.
            try await FavouriteStage.publish(stage.world, event, [("Second", 570)])
            let later = String(decoding: try await stage.ask(address).body, as: UTF8.self)
            #expect(later.contains("STATUS:CANCELLED") && later.contains("First") && !later.contains("Third"))
            let mine = try await stage.page("/e/gmc-2025/mine", as: stage.reader)
            #expect(mine.contains("No longer in the programme") && mine.contains("First"))
            _ = try await stage.ask(Self.path + "/calendar/end", post: [], as: stage.reader)
            #expect(try await EventWorld.refusal { try await stage.ask(address) }?.code == .notFound)
        }
    }

    @Test("Somebody without an account has a file", arguments: Backend.available)
    func file(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let text = try await stage.page("/e/gmc-2025/mine.ics", cookie: FavouriteCookie([stage.sessions[2]]))
            #expect(text.contains("Third") && !text.contains("First"))
            #expect(try await stage.page("/e/gmc-2025/mine.ics").contains("BEGIN:VCALENDAR"))
        }
    }
}
