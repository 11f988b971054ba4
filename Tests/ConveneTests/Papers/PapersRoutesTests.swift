import Base
import HTTPTypes
import Store
import Testing
import TestKit
import Web

@testable import Convene

@Suite struct PapersRoutesTests {
    private static let pdf = Array("%PDF".utf8)

    @Test("the desk prints badges, the list and signs", arguments: Backend.available)
    func desk(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let desk = "/desk\(stage.event.path)/papers"
            for sheet in BadgeOrder.Sheet.allCases {
                let file = try await stage.door.ask(desk + "/badges.pdf", query: [("sheet", sheet.rawValue)], as: stage.organiser)
                #expect(file.type == "application/pdf" && file.body.starts(with: Self.pdf))
            }
            #expect(try await stage.door.ask(desk + "/list.pdf", as: stage.organiser).body.starts(with: Self.pdf))
            let nobody = try await EventWorld.refusal {
                try await stage.door.ask(desk + "/badges.pdf", query: [("q", "nobody at all")], as: stage.organiser)
            }
            #expect(nobody?.words == "papers.refusal.nobody")
            // Sessions without rooms have no doors.
            let roomless = try await EventWorld.refusal { try await stage.door.ask(desk + "/signs.pdf", as: stage.organiser) }
            #expect(roomless?.words == "papers.refusal.roomless")
            for page in ["", "/invitation", "/certificates"] {
                let text = try await stage.door.page(desk + page, as: stage.organiser)
                #expect(text.contains("aria-current=\"page\""), "\(page)")
            }
        }
    }

    @Test(
        "the holder has her ticket, and her certificate once it is issued; the form's address opens neither",
        arguments: Backend.available)
    func own(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let one = stage.people[0]
            let way = stage.path(one)
            #expect(try await stage.door.ask(way + "/ticket.pdf").body.starts(with: Self.pdf))
            let before = try await stage.door.page(way)
            #expect(before.contains("<svg class=\"qr\"") && !before.contains("certificate.pdf"))
            #expect(try await EventWorld.refusal { try await stage.door.ask(way + "/certificate.pdf") }?.code == .notFound)
            let issued = try await stage.issue()
            #expect(try await stage.door.page(way).contains("certificate.pdf?number=\(issued[0].number)"))
            #expect(try await stage.door.ask(way + "/certificate.pdf").body.starts(with: Self.pdf))
            let form = RegistrationAddress(stage.door.keys.derived("registration")).path(one.id, generation: 0)
            for file in ["/ticket.pdf", "/certificate.pdf", "/invitation.pdf", "/data.json"] {
                #expect(try await EventWorld.refusal { try await stage.door.ask(form + file) }?.code == .notFound, "\(file)")
            }
            let other = try await EventWorld.refusal {
                try await stage.door.ask(stage.path(stage.people[1]) + "/certificate.pdf", query: [("number", issued[0].number)])
            }
            #expect(other?.code == .notFound)
        }
    }

    @Test(
        "who was there on line: by a list of addresses, by ticks on any of the pages, and looked for",
        arguments: Backend.available)
    func online(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let desk = "/desk\(stage.event.path)/papers/certificates"
            func ask(_ path: String, post form: [(String, String)]? = nil, query: [(String, String)] = []) async throws -> String
            {
                let answer = try await stage.door.ask(desk + path, post: form, query: query, as: stage.organiser)
                return String(decoding: answer.body, as: UTF8.self)
            }
            let empty = try await stage.door.ask(
                desk + "/marks/addresses", post: [("addresses", "Ana Ruiz")], as: stage.organiser)
            let said = String(decoding: empty.body, as: UTF8.self)
            #expect(empty.status == .unprocessableContent && said.contains("Ana Ruiz</textarea>"))
            #expect(said.contains(##"<a href="#addresses">"##))
            let told = try await ask(
                "/marks/addresses", post: [("addresses", "\(stage.remote.holder.email) nobody@people.example")])
            #expect(told.contains("1 person is marked as present.") && told.contains("nobody@people.example</bdi>"))
            #expect(told.contains("value=\"\(stage.remote.id)\" id=\"p-\(stage.remote.id)\" checked"))
            // Looked for; what is not shown is not taken back.
            #expect(!(try await ask("", query: [("q", "nobody at all")])).contains("name=\"present\""))
            #expect(try await ask("", query: [("q", "REMOTE")]).contains("name=\"present\""))
            let back = try await stage.door.ask(desk + "/marks", post: [("q", "rem ote"), ("page", "2")], as: stage.organiser)
            #expect(back.fields[.location] == desk + "?q=rem%20ote&page=2#online")
            #expect(
                try await stage.database.read { try CertificateStore.marked(of: stage.event.id, in: $0) } == [stage.remote.id])
        }
    }

    @Test("a letter of invitation is made on demand and can be printed", arguments: Backend.available)
    func invitation(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let way = stage.path(stage.people[1])
            try await stage.open()
            #expect(try await stage.door.ask(way + "/invitation", post: []).status == .seeOther)
            #expect(try await stage.door.ask(way + "/invitation.pdf").body.starts(with: Self.pdf))
        }
    }

    @Test("anyone can check a number, and learns nothing else", arguments: Backend.available)
    func verifying(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let one = try #require(try await stage.issue().first)
            let typed = one.number.lowercased().filter { $0 != "-" }
            let found = try await stage.door.ask("/verify", query: [("number", typed)])
            #expect(found.fields[.location] == one.path)
            let page = try await stage.door.ask(one.path)
            let text = String(decoding: page.body, as: UTF8.self)
            #expect(page.fields[HTTPField.Name("X-Robots-Tag") ?? .server] == "noindex")
            #expect(text.contains("Q0") && text.contains(one.printedDigest) && text.contains("notice good"))
            #expect(!text.contains("@people.example") && !text.contains(stage.people[0].number))
            try await stage.database.write {
                try CertificateActions.revoke(one.id, of: stage.event, by: stage.organiser, in: $0)
            }
            #expect(try await stage.door.page(one.path).contains("notice bad"))
            #expect(try await stage.door.ask("/verify", query: [("number", "what?")]).status == .unprocessableContent)
            let unknown = try await EventWorld.refusal { try await stage.door.ask("/verify/0000-0000-0000") }
            #expect(unknown?.words == "certificate.refusal.unknown")
        }
    }
}
