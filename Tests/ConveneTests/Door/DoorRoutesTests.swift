import Base
import Foundation
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct DoorRoutesTests {
    private struct Body: Decodable {
        struct Scan: Decodable {
            let id: String
            let result: String
            let isConflict: Bool
            let name: String?
        }
        let scans: [Scan]
        let refused: [String]?
        let since: String?
        let parts: [String: [Row]]?
        struct Row: Decodable {
            let k: String
            let n: String?
        }
    }
    private struct List: Decodable {
        struct Seen: Decodable {
            let id: String
            let result: String
        }
        let since: String
        let parts: [String: [Body.Row]]
        let scans: [Seen]
        let more: Bool
    }

    private func read<T: Decodable>(_ answer: Answer) throws -> T { try JSONDecoder().decode(T.self, from: Data(answer.body)) }

    @Test("without a script: a number, a ticket, a name, and taking back", arguments: Backend.available)
    func plain(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            let blank = try await stage.page(stage.door())
            #expect(blank.contains("Main") && blank.contains(#"name="code""#) && blank.contains(#"name="_token""#))
            let sent = try await stage.ask(stage.door(), post: [("code", ana.number.lowercased()), ("id", "m1"), ("kind", "in")])
            let place = try #require(sent.fields[.location])
            #expect(sent.status == .seeOther && place.hasPrefix(stage.door() + "?scan="))
            let again = try await stage.ask(
                stage.door(), post: [("code", ana.number.lowercased()), ("id", "m1"), ("kind", "in")])
            #expect(again.fields[.location] == place, "pressed twice, it is one scan")
            let id = String(place.split(separator: "=")[1])
            let shown = try await stage.page(stage.door(), query: [("scan", id)])
            #expect(shown.contains("Let in") && shown.contains("Ana") && shown.contains(#"class="door-result good""#))
            stage.world.clock.advance(seconds: 1)
            let twice = try await stage.ask(stage.door(), post: [("code", stage.ticket(ana)), ("id", "m1"), ("kind", "in")])
            let second = String(try #require(twice.fields[.location]).split(separator: "=")[1])
            #expect(second != id, "another code from the same page is another scan")
            let known = try await stage.page(stage.door(), query: [("scan", second)])
            #expect(known.contains("Already in: Main"))
            let name = try await stage.ask(stage.door(), post: [("code", "ana"), ("id", "m2")])
            #expect(name.fields[.location] == stage.door() + "?q=ana")
            #expect(try await stage.page(stage.door(), query: [("q", "ana")]).contains(ana.number))
            let back = try await stage.ask(stage.door(), post: [("undoes", id)])
            let third = String(try #require(back.fields[.location]).split(separator: "=")[1])
            #expect(try await stage.page(stage.door(), query: [("scan", third)]).contains("Taken back"))
            #expect(try await stage.ask(stage.door(), post: [("code", " ")]).fields[.location] == stage.door())
        }
    }

    @Test("batches: a verdict for each, what is odd by name, the same for the same", arguments: Backend.available)
    func scans(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let ana = try await stage.stage.register("Ana")
            let at = stage.database.now.milliseconds - 5000
            let id = DoorStage.id(1).text
            let json = """
                {"skew":0,"scans":[{"id":"\(id)","kind":"in","how":"wedge","at":\(at),"said":"admitted","code":"\(stage.ticket(ana))"},
                  {"id":"odd","kind":"in","at":\(at),"code":"x"},{"id":"\(DoorStage.id(2))","kind":"in","at":\(at + 1),"code":"0000-0000"}]}
                """
            for _ in 0..<2 {
                let body: Body = try read(try await stage.ask(stage.door() + "/scans", json: json))
                #expect(body.scans.map(\.result) == ["admitted", "notKnown"] && body.scans[0].name == "Ana")
                #expect(body.refused == ["odd"])
            }
            #expect(try await stage.all().count == 2)
            let many = "{\"scans\":[" + Array(repeating: "{}", count: 501).joined(separator: ",") + "]}"
            let refusals = [
                try await EventWorld.refusal { try await stage.ask(stage.door() + "/scans", json: many) }?.words,
                try await EventWorld.refusal { try await stage.ask(stage.door() + "/scans", json: "no") }?.words,
                try await EventWorld.refusal { try await stage.ask("/door/\(DoorDevice.newSecret())/scans", json: json) }?.words,
            ]
            #expect(refusals == ["door.refusal.manyScans", "door.refusal.batch", "refusal.notFound"])
            let odd: Body = try read(try await stage.ask(stage.door() + "/scans", json: #"{"skew":0,"scans":[]}"#))
            #expect(odd.scans.isEmpty)
        }
    }

    @Test("the list: all at first, nothing when nothing changed, the scans of this place alone", arguments: Backend.available)
    func list(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let people = try await stage.register(3)
            let first: List = try read(try await stage.ask(stage.door() + "/list"))
            #expect(first.parts.values.joined().count == 3 && first.scans.isEmpty && !first.more)
            try await stage.receive([stage.scan(1, people[0].number)])
            try await stage.receive([stage.scan(2, people[1].number)], at: 2)
            let second: List = try read(try await stage.ask(stage.door() + "/list", query: [("since", first.since)]))
            #expect(second.parts.isEmpty && second.scans.map(\.id) == [DoorStage.id(1).text])
            let third: List = try read(try await stage.ask(stage.door(1) + "/list", query: [("since", second.since)]))
            #expect(third.parts.isEmpty && third.scans.isEmpty && third.since == second.since)
            for odd in ["x", "..", "\(first.since).9", "\(String(repeating: "0", count: 512)).-5"] {
                let body: List = try read(try await stage.ask(stage.door() + "/list", query: [("since", odd)]))
                #expect(!body.since.isEmpty)
            }
            let found = String(decoding: try await stage.ask(stage.door() + "/find", query: [("q", "q1")]).body, as: UTF8.self)
            #expect(found.contains(people[1].number) && !found.contains(people[0].number))
            let device = try await stage.database.read { try DoorStore.device(stage.devices[0].id, in: $0) }
            #expect(device?.seenAt == stage.database.now)
        }
    }

    @Test("the page may use the camera, tells nobody its address, and is kept by nobody on the way") func headers() async throws {
        try await DoorStage.with(.sqlite) { stage in
            let answer = try await stage.ask(stage.door())
            let sent = Dictionary(answer.fields.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { $0 + " | " + $1 })
            #expect(sent["permissions-policy"] == "camera=(self), microphone=(), geolocation=()")
            #expect(sent["referrer-policy"] == "no-referrer" && sent["x-robots-tag"] == "noindex")
            #expect(sent["set-cookie"]?.contains("plenaria-keeps=1") == true, "signing out must not empty the queue")
            guard case .personal = answer.keeping else {
                Issue.record("it is kept")
                return
            }
            #expect(BrowserCookie.isKeeping("a=b; plenaria-keeps=1") && !BrowserCookie.isKeeping("plenaria-keeps=10"))
        }
    }

    @Test("pages of a door in seven languages, with every word") func words() async throws {
        try await DoorStage.with(.sqlite) { stage in
            let ana = try await stage.stage.register("Ana")
            try await stage.set(2)
            try await stage.receive([
                stage.scan(1, ana.number, said: .admitted), stage.scan(2, ana.number, at: 5, said: .admitted),
                stage.scan(3, "0000-0000"),
            ])
            for language in Language.allCases {
                let page = try await stage.page(
                    stage.door(), query: [("lang", language.rawValue), ("scan", DoorStage.id(2).text)])
                #expect(!page.contains(">door.") && !page.contains("\"door."), "\(language)")
                #expect(page.contains(#"lang="\#(language.rawValue)" dir="\#(language.direction)""#))
                let desk = try await stage.page(
                    "/desk/e/gmc-2025/doors", query: [("lang", language.rawValue)], as: stage.world.administrator)
                #expect(!desk.contains(">door.") && desk.contains("Ana"), "\(language)")
            }
        }
    }
}
