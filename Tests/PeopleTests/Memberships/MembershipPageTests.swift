import Base
import Foundation
import HTTPTypes
import People
import Store
import TestKit
import Testing
import Web

@Suite("MembershipPage")
struct MembershipPageTests {
    @Test("the public page shows the counts, the map and every member of the day") func members() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = world.administrator
            try await world.database.write { try PeopleDemo.fill(in: $0, administrator: viewer) }
            let page = try await world.ask("/members", query: [("on", "2025-12-03")]).text
            #expect(
                page.contains(
                    "18 universities, 6 online education platforms and 1 research institute from 18 countries on 6 continents."))
            #expect(page.components(separatedBy: "<circle class=\"dot-").count == 26)
            #expect(page.components(separatedBy: #"<th scope="row">"#).count == 26)
            #expect(page.contains("<h2>South America</h2>"))
            #expect(page.contains(#"<time datetime="2024">2024</time>"#))
            let chinese = try await world.ask("/members", query: [("on", "2025-12-03"), ("lang", "zh")]).text
            #expect(chinese.contains("清华大学"))
            #expect(chinese.contains("18 所大学"))
            let arabic = try await world.ask("/members", query: [("on", "2025-12-03"), ("lang", "ar")]).text
            #expect(arabic.contains(#"dir="rtl""#))
            #expect(arabic.contains("إدراك"))
            let none = try await world.ask("/members", query: [("on", "2020-12-10")]).text
            #expect(none.contains("There were no members on that day."))
            #expect(!none.contains("<circle class=\"dot-"))
        }
    }

    @Test("today's page lasts until midnight, that of another day for ever; nonsense for a date is today") func keeping()
        async throws
    {
        try await PeopleWorld.with(.sqlite) { world in
            func until(_ query: [(name: String, value: String)]) async throws -> Instant?? {
                guard case .shared(_, let until) = try await world.ask("/members", query: query).keeping else { return nil }
                return .some(until)
            }
            let today = world.clock.now.wall().date
            let midnight = Instant(seconds: Int64(today.adding(days: 1).dayNumber) * 86_400)
            let (plain, nonsense, past) = (
                try await until([]), try await until([("on", "x<script>")]), try await until([("on", "2021-01-01")])
            )
            #expect(plain == .some(midnight))
            #expect(nonsense == .some(midnight))
            #expect(past == .some(nil))
        }
    }

    @Test("an organisation goes through its steps by forms alone") func forms() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let viewer = world.administrator
            let organisation = try await world.organisation("unam", "UNAM")
            let wrong = try await world.ask(
                "/desk/members", post: [("apply_organisation", ""), ("apply_on", "soon")], as: viewer)
            #expect(wrong.status.code == 422)
            #expect(wrong.text.contains(##"<a href="#apply_on">"##))
            let made = try await world.ask(
                "/desk/members",
                post: [("apply_organisation", organisation.id.text), ("apply_kind", "university"), ("apply_on", "2023")],
                as: viewer)
            let path = try #require(made.fields[.location])
            let early = try await world.ask(path + "/ratify", post: [("ratify_on", "2022-12-14")], as: viewer)
            #expect(early.status.code == 422)
            #expect(early.text.contains(##"<a href="#ratify_on">"##))
            let ratified = try await world.ask(
                path + "/ratify", post: [("ratify_on", "2023-12-14"), ("ratify_source", "<b>Board</b>")], as: viewer)
            #expect(ratified.status.code == 303)
            #expect(
                try await world.ask(path + "/kind", post: [("kind_kind", "platform"), ("kind_on", "2024-01-01")], as: viewer)
                    .status.code == 303)
            let page = try await world.ask("/o/unam").text
            #expect(page.contains("&lt;b&gt;Board&lt;/b&gt;"))
            #expect(try await world.ask(path + "/leave", post: [("leave_on", "2024")], as: viewer).status.code == 303)
            let roll = try await world.ask("/members", query: [("on", "2023-12-31")]).text
            #expect(roll.contains("1 university from 1 country on 1 continent."))
        }
    }
}
