import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct DoorDeskRoutesTests {
    @Test("a door, a device whose address is shown once, and taking it away", arguments: Backend.available)
    func desk(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let (way, me) = ("/desk/e/gmc-2025/doors", stage.world.administrator)
            let wrong = try await stage.ask(way, post: [("name_en", " ")], as: me)
            #expect(wrong.status.code == 422)
            let done = try await stage.ask(
                way, post: [("name_en", "Side"), ("category", stage.stage.room.id.text), ("demandsPayment", "yes")], as: me)
            #expect(done.status == .seeOther)
            let door = try #require(
                try await stage.database.read {
                    try DoorStore.all(of: stage.event.id, in: $0).first { $0.name.text(.en) == "Side" }
                })
            #expect(door.categories == [stage.stage.room.id] && door.demandsPayment)
            let made = String(
                decoding: try await stage.ask(
                    "\(way)/\(door.id)/devices", post: [("device-\(door.id)", "Phone 7"), ("names", "yes")], as: me
                ).body, as: UTF8.self)
            let address = try #require(made.firstMatch(of: /https:\/\/conference.example(\/door\/[A-Za-z0-9_-]{32})/))
            #expect(try await stage.page(String(address.1)).contains("Phone 7"))
            #expect(!(try await stage.page(way, as: me)).contains(address.1), "it is shown once")
            let device = try #require(
                try await stage.database.read { try DoorStore.devices(of: stage.event.id, in: $0).first { $0.name == "Phone 7" } }
            )
            #expect(device.keepsNames)
            _ = try await stage.ask("\(way)/\(door.id)/devices/\(device.id)/revoke", post: [], as: me)
            let gone = try await EventWorld.refusal { try await stage.ask(String(address.1)) }
            #expect(gone?.code == .gone)
            let edit = try await stage.page("\(way)/\(door.id)", as: me)
            #expect(edit.contains("Side") && !edit.contains(#"value="remove""#))
            _ = try await stage.ask("\(way)/\(door.id)", post: [("name_en", "West"), ("countsOut", "yes")], as: me)
            let changed = try await stage.database.read { try DoorStore.find(door.id, in: $0) }
            #expect(changed?.name.text(.en) == "West" && changed?.countsOut == true && changed?.categories.isEmpty == true)
        }
    }

    @Test("readers see doors and figures and no form", arguments: Backend.available)
    func readers(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let page = try await stage.page("/desk/e/gmc-2025/doors", as: EventWorld.viewer(.reader, in: stage.event.id))
            #expect(page.contains("Main") && !page.contains("/devices") && !page.contains("desk-form"))
            let refusal = try await EventWorld.refusal {
                try await stage.ask("/desk/e/gmc-2025/doors", as: EventWorld.viewer(.organiser, in: stage.session))
            }
            #expect(refusal?.code == .forbidden)
        }
    }

    @Test("seats of a session: set, complained of, taken on the registration's page", arguments: Backend.available)
    func seats(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            let (way, me) = ("/desk/e/gmc-2025/seats", stage.world.administrator)
            for text in ["many", "-1", "1000000"] {
                let answer = try await stage.ask(way, post: [("seatSession", stage.session.text), ("seats", text)], as: me)
                #expect(answer.status.code == 422, "\(text)")
            }
            #expect(
                try await stage.ask(way, post: [("seatSession", stage.session.text), ("seats", "٣")], as: me).status == .seeOther)
            let ana = try await stage.register(1)[0]
            let address = RegistrationAddress(stage.keys.derived("registration")).path(ana.id, generation: ana.generation)
            let page = try await stage.page(address)
            #expect(page.contains("Workshop") && page.contains("3 seats left"))
            let taken = try await stage.ask(address + "/seats", post: [("session", stage.session.text), ("do", "take")])
            #expect(taken.status == .seeOther)
            #expect(try await stage.page(address).contains("You have a seat"))
            _ = try await stage.ask(address + "/seats", post: [("session", stage.session.text), ("do", "giveUp")])
            #expect(try await stage.page(address).contains("3 seats left"))
            let form = RegistrationAddress(stage.keys.derived("registration")).path(ana.id, generation: 0)
            let notOwn = try await EventWorld.refusal {
                try await stage.ask(form + "/seats", post: [("session", stage.session.text), ("do", "take")])
            }
            #expect(notOwn?.code == .notFound)
        }
    }
}
