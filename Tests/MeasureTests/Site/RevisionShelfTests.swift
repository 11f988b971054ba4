import Base
import Testing

@testable import Measure

@Suite struct RevisionShelfTests {
    @Test("A revision is computed once, another anew, and a full shelf is emptied")
    func shelf() {
        let shelf = RevisionShelf<Int>(limit: 2)
        var edition = IndexSample.edition(), made = 0
        func value() -> Int {
            shelf.value(of: edition) {
                made += 1
                return made
            }
        }
        #expect(value() == 1 && value() == 1)
        edition.revision = 2
        #expect(value() == 2 && value() == 2)
        edition.revision = 3
        #expect(value() == 3)
        edition.revision = 1
        #expect(value() == 4)
    }
}
