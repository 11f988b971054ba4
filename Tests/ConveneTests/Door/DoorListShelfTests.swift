import Base
import Testing

@testable import Convene

@Suite struct DoorListShelfTests {
    @Test("a list is made again when anything on it changes, when its time is over, and for another event")
    func shelf() throws {
        let shelf = DoorListShelf()
        let event = Identifier(at: Instant(seconds: 1))
        var made = 0
        func ask(_ mark: String, _ second: Int64, _ event: Identifier) {
            _ = shelf.list(of: event, mark: mark, now: Instant(seconds: second)) {
                made += 1
                return DoorList([], event: event)
            }
        }
        ask("a", 0, event)
        ask("a", 29, event)
        #expect(made == 1)
        ask("b", 29, event)
        #expect(made == 2)
        ask("b", 60, event)
        #expect(made == 3)
        ask("b", 60, Identifier(at: Instant(seconds: 2)))
        #expect(made == 4)
        ask("b", 10, event)
        #expect(made == 5, "a clock that was put back does not keep it for ever")
    }
}
