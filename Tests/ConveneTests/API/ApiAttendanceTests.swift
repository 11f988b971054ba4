import Base
import Store
import Testing

@testable import Convene

@Suite struct ApiAttendanceTests {
    @Test("figures and places by their names; a place without limit has no capacity")
    func shape() {
        let category = RegistrationStage.category(ProgrammeStage.event, .online)
        let figures = AttendanceFigures([], attended: [:], programme: nil)
        let places = [
            ApiAttendance.Place(category, PlaceCount(capacity: PlaceCategory.unlimited, taken: 2), [.confirmed: 2, .held: 1])
        ]
        #expect(
            json(ApiAttendance(figures, places: places))
                == #"{"came":{"countries":0,"organisations":0,"people":0},"inRoom":0,"places":[{"category":"\#(category.id)","#
                + #""states":{"confirmed":2,"held":1},"taken":2}],"registered":{"countries":0,"organisations":0,"people":0},"#
                + #""sessions":[]}"#)
    }
}
