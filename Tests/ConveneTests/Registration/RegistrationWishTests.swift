import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct RegistrationWishTests {
    @Test("sent twice it is done once; it counts from when it was asked; programs ask for others", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let asked = stage.database.now.adding(seconds: -3)
            let wish = RegistrationWish(category: stage.online.id, key: "one", askedAt: asked, isOwn: false)
            var all: [Registration] = []
            for _ in 1...2 {
                all.append(
                    try await stage.database.write { [stage] tx in
                        try RegistrationActions.hold(
                            wish, of: stage.event, by: stage.world.administrator, tell: stage.tell, in: tx)
                    })
            }
            #expect(all[0].id == all[1].id && all[0].createdAt == asked && all[0].person == nil)
            var other = wish
            other.key = "two"
            other.isOwn = true
            let own = try await stage.database.write { [stage, other] tx in
                try RegistrationActions.hold(other, of: stage.event, by: stage.world.administrator, tell: stage.tell, in: tx)
            }
            #expect(own.id != all[0].id && own.person == stage.world.administrator.person)
        }
    }

    @Test("a wish for another event's place finds nothing", arguments: Backend.available)
    func elsewhere(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let other = try await stage.world.event("other-2025")
            let refusal = try await EventWorld.refusal {
                try await stage.database.write { [stage] tx in
                    try RegistrationActions.hold(
                        RegistrationWish(category: stage.room.id, key: "x"), of: other, by: nil, tell: stage.tell, in: tx)
                }
            }
            #expect(refusal?.code == .notFound)
        }
    }

    /// Over the pages, as browsers come: each holds a place of her own, and both send the same address at one moment.
    @Test("two forms with one address at one moment: one is registered, both are answered alike", arguments: Backend.available)
    func double(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1000) { stage in
            let world = stage.world
            func hold(_ key: String) async throws -> String {
                let form = [("category", stage.room.id.text), ("key", key)].map { (name: $0.0, value: $0.1) }
                return try await world.ask("\(stage.event.path)/register", post: form).fields[.location] ?? ""
            }
            for round in 0..<12 {
                let key = "key-of-somebodys-browser-\(round)"
                let (one, two) = (try await hold(key + "-a"), try await hold(key + "-b"))
                let form = [("name", "Ana"), ("email", "ana-\(round)@people.example"), ("language", "es")]
                    .map { (name: $0.0, value: $0.1) }
                async let first = world.ask("\(one)/submit", post: form)
                async let second = world.ask("\(two)/submit", post: form)
                let answers = try await [first, second]
                #expect(answers.map(\.status) == [.seeOther, .seeOther])
            }
            let states = try await stage.database.read {
                try $0.rows("SELECT state, COUNT(*) AS n FROM registration GROUP BY state ORDER BY state").map {
                    "\(try $0.text("state")) \(try $0.int("n"))"
                }
            }
            #expect(states == ["cancelled 12", "confirmed 12"])
            let broken = try await stage.broken()
            #expect(broken == nil)
        }
    }
}
