import Base
import Foundation
import Store
import Testing

@testable import Convene

@Suite struct ApiEventTests {
    private func keys(_ value: some Encodable) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(json(value).utf8))
        return try #require(object as? [String: Any]).keys.sorted()
    }

    @Test("an event has the fields that are promised, and no more than its public page tells")
    func fields() throws {
        let event = try SiteSample.event()
        #expect(
            try keys(ApiEvent(event)) == [
                "city", "country", "first", "id", "kind", "last", "name", "path", "shortName", "slug", "venue", "zone",
            ])
        var online = event
        online.country = ""
        #expect(ApiEvent(online).country == nil)
        let date = try #require(CalendarDate("2025-10-01"))
        let file = EventFile(
            event: event,
            themes: [EventTheme(id: SiteSample.id(1), text: Localized("AI"), announced: date, source: "mail of Ada")],
            parties: [EventParty(id: SiteSample.id(2), role: .host, organisation: nil, name: Localized("UNAM"), position: 1)],
            figures: [
                EventFigure(
                    id: SiteSample.id(3), standing: .planned, value: 340, qualifier: .moreThan, unit: "people", asOf: date,
                    source: "mail of Ada")
            ], outcomes: [EventOutcome(id: SiteSample.id(4), title: Localized("Report"), position: 1)])
        let answer = ApiEventFile(file, release: 2)
        #expect(try keys(answer) == ["event", "figures", "outcomes", "parties", "release", "themes"])
        #expect(try keys(try #require(answer.themes.first)) == ["announced", "text"])
        #expect(try keys(try #require(answer.parties.first)) == ["name", "role"])
        #expect(try keys(try #require(answer.figures.first)) == ["asOf", "qualifier", "standing", "unit", "value"])
        #expect(!json(answer).contains("mail of Ada"), "where a figure was read is for the desk")
    }
}
