import Base
import Foundation
import Store
import Testing

@testable import Convene

@Suite struct ApiPlaceTests {
    private static let now = ProgrammeStage.now
    private var category: PlaceCategory { RegistrationStage.category(ProgrammeStage.event, .room) }

    @Test("a place tells what its page tells, and no more")
    func fields() throws {
        let object = try JSONSerialization.jsonObject(
            with: Data(json(ApiPlace(category, PlaceCount(capacity: 10, taken: 4), at: Self.now)).utf8))
        let keys = try #require(object as? [String: Any]).keys.sorted()
        #expect(
            keys == [
                "door", "fee", "hasWaitingList", "id", "isFull", "kind", "left", "mode", "name", "needsApproval", "needsCode",
                "price", "text",
            ], "neither how many there are nor who has them")
    }

    @Test("how many are left, and when there is no limit, nothing")
    func left() {
        let few = ApiPlace(category, PlaceCount(capacity: 10, taken: 4), at: Self.now)
        #expect(few.left == 6)
        #expect(!few.isFull)
        #expect(ApiPlace(category, PlaceCount(capacity: 10, taken: 10), at: Self.now).isFull)
        let many = ApiPlace(category, PlaceCount(capacity: PlaceCategory.unlimited, taken: 7), at: Self.now)
        #expect(many.left == nil)
        #expect(!many.isFull)
    }

    @Test("it says when it opens and closes, and whether it is open now")
    func door() {
        var timed = category
        timed.opens = Self.now.adding(minutes: 1)
        #expect(ApiPlace(timed, PlaceCount(capacity: 1, taken: 0), at: Self.now).door == "early")
        timed.opens = Self.now
        timed.closes = Self.now.adding(minutes: 1)
        let open = ApiPlace(timed, PlaceCount(capacity: 1, taken: 0), at: Self.now)
        #expect(open.door == "open")
        #expect(open.closesAt == Self.now.adding(minutes: 1).description)
        #expect(ApiPlace(timed, PlaceCount(capacity: 1, taken: 0), at: Self.now.adding(minutes: 1)).door == "closed")
    }

    @Test("the seed of a draw is told after it alone")
    func draw() {
        var drawing = category
        drawing.lottery = PlaceCategory.Lottery(until: Self.now.adding(minutes: 5), seed: "secret seed")
        let before = ApiPlace(drawing, PlaceCount(capacity: 1, taken: 0), at: Self.now)
        #expect(before.draw?.commitment == RegistrationNumber.commitment("secret seed"))
        #expect(!json(before).contains("secret seed"))
        drawing.lottery?.drawnAt = Self.now
        #expect(ApiPlace(drawing, PlaceCount(capacity: 1, taken: 0), at: Self.now).draw?.seed == "secret seed")
    }
}
