import Base
import HTTPTypes
import People
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct EditionPostMailTests {
    private static let desk = "/desk/measure/tiny-2026"

    private static func letters(_ stage: MeasureStage) async throws -> [Letter] {
        try await stage.database.read { (tx) throws in
            try LetterStore.recent(50, in: tx).filter { $0.purpose == EditionLetterMail.purpose }.reversed()
        }
    }
    /// Each a second later, so that letters have an order.
    private static func send(_ stage: MeasureStage, _ path: String, _ fields: [(String, String)]) async throws -> Int {
        stage.clock.now = stage.clock.now.adding(seconds: 1)
        return try await stage.ask(desk + path, post: fields.map { (name: $0.0, value: $0.1) }, as: stage.administrator).status
            .code
    }

    @Test(
        "contacts: one letter when the preview opens, in their language; one for each answer; nothing twice",
        arguments: Backend.available)
    func contacts(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (one, two) = (try await stage.person("Uno"), try await stage.person("Due"))
            try await stage.database.write { (tx) throws in
                _ = try ProfileActions.change(to: ProfileActions.Draft(name: "Uno", reading: .es), by: one, in: tx)
            }
            for unit in ["AA", "BB"] {
                #expect(try await Self.send(stage, "/previews", [("person", one.person.text), ("unit", unit)]) == 303)
            }
            #expect(try await Self.letters(stage).isEmpty, "nothing before it is open")
            #expect(try await Self.send(stage, "/state", [("do", "preview"), ("until", "2001-01-01T12:00")]) == 422)
            let until = stage.clock.now.adding(seconds: 5 * 86_400)
            let typed = EditionReleaseForm.text(until)
            #expect(try await Self.send(stage, "/state", [("do", "preview"), ("until", typed)]) == 303)
            var letters = try await Self.letters(stage)
            #expect(letters.map(\.to) == ["uno@people.example"] && letters[0].language == .es)
            #expect(letters[0].subject == "Índice mínimo 2026: la vista previa está abierta")
            let previews = try await stage.database.read { [id = stage.edition.id] (tx) throws in
                try PreviewStore.all(of: id, in: tx)
            }
            for preview in previews { #expect(letters[0].text.contains("https://index.example\(preview.path)?lang=es")) }
            #expect(letters[0].text.contains("\(until.wall().time) UTC"))

            #expect(try await Self.send(stage, "/previews", [("person", two.person.text), ("unit", "CC")]) == 303)
            letters = try await Self.letters(stage)
            #expect(letters.count == 2 && letters[1].to == "due@people.example" && letters[1].language == .en)
            #expect(try await Self.send(stage, "/state", [("do", "draft")]) == 303)
            #expect(try await Self.send(stage, "/state", [("do", "preview")]) == 303)
            #expect(try await Self.letters(stage).count == 2, "she knows it already")

            let asked = try #require(previews.first)
            try await stage.database.write { (tx) throws in try PreviewActions.comment("Old", on: asked.id, by: one, in: tx) }
            #expect(try await Self.send(stage, "/previews/\(asked.id)", [("text-\(asked.id)", "Corrected")]) == 303)
            letters = try await Self.letters(stage)
            #expect(letters.count == 3 && letters[2].to == "uno@people.example" && letters[2].text.contains(asked.path))
            #expect(!letters[2].text.contains("Corrected"), "what was said is read behind the sign-in")
        }
    }

    @Test("comments end at the instant that was said, and who has said nothing is reminded once", arguments: Backend.available)
    func reminder(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let id = stage.edition.id
            let (silent, heard) = (try await stage.person("Silent"), try await stage.person("Heard"))
            let start = stage.clock.now
            let pen = EditionPen(book: MeasureStage.book, baseURL: "https://index.example")
            let previews = try await stage.database.write { [administrator = stage.administrator] (tx) throws in
                let previews = try [silent, heard].map {
                    try PreviewActions.invite($0.person, to: "AA", of: id, by: administrator, in: tx)
                }
                try EditionActions.openPreview(id, until: start.adding(seconds: 5 * 86_400), by: administrator, in: tx)
                try EditionPostMail.previewOpened(id, pen, in: tx)
                try PreviewActions.comment("Seen", on: previews[1].id, by: heard, in: tx)
                return previews
            }
            @Sendable func remind() async throws -> [String] {
                try await stage.database.write { (tx) throws in
                    if try EditionPostMail.isReminderDue(in: tx) { try EditionPostMail.remind(pen, in: tx) }
                }
                return try await Self.letters(stage).filter { $0.subject.contains("end soon") }.map(\.to)
            }
            #expect(try await remind() == [])
            stage.clock.now = start.adding(seconds: 4 * 86_400)
            #expect(try await remind() == ["silent@people.example"])
            #expect(try await remind() == ["silent@people.example"], "once")
            stage.clock.now = start.adding(seconds: 5 * 86_400)
            #expect(
                try await stage.refusal { (tx) throws in
                    try PreviewActions.comment("Late", on: previews[0].id, by: silent, in: tx)
                } == "measure.refusal.previewClosed")
            #expect(try await stage.page(previews[0].path, as: silent).contains("comments are no longer taken"))
        }
    }

    @Test(
        "those who release: told once when it is frozen and planned, in either order; all when it is public",
        arguments: Backend.available)
    func releasers(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (chair, contact) = (try await stage.person("Chair"), try await stage.person("Contact"))
            #expect(try await Self.send(stage, "/previews", [("person", contact.person.text), ("unit", "AA")]) == 303)
            #expect(try await Self.send(stage, "/release", [("releaser", chair.person.text)]) == 303)
            #expect(try await Self.letters(stage).isEmpty, "it is not frozen")
            #expect(try await Self.send(stage, "/state", [("do", "freeze")]) == 303)
            #expect(try await Self.send(stage, "/release", [("releaser", chair.person.text)]) == 303)
            var letters = try await Self.letters(stage)
            #expect(letters.map(\.to) == ["chair@people.example"] && letters[0].text.contains("waits for your cue"))
            #expect(letters[0].text.contains("https://index.example/desk/measure/tiny-2026/release"))
            let end = stage.clock.now.adding(minutes: 120)
            let typed = EditionReleaseForm.text(end)
            for _ in 1...2 {
                #expect(
                    try await Self.send(stage, "/release", [("releaser", chair.person.text), ("embargo", typed)]) == 303)
            }
            letters = try await Self.letters(stage)
            #expect(
                letters.count == 2 && letters[1].text.contains("by itself"), "another plan is another letter, the same is none")

            stage.clock.now = end.adding(minutes: 1)
            for _ in 1...2 { for round in EditionRoundRoutes.rounds { try await round.body(stage.hall) } }
            letters = Array(try await Self.letters(stage).dropFirst(2))
            #expect(Set(letters.map(\.to)) == ["chair@people.example", "contact@people.example"] && letters.count == 2)
            let hers = try #require(letters.first { $0.to == "contact@people.example" })
            #expect(hers.subject == "Tiny index 2026 is public")
            #expect(hers.text.contains("https://index.example/index/tiny-2026/u/AA?lang=en"))
        }
    }
}
