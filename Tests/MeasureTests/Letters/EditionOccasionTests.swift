import Base
import Testing

@testable import Measure

@Suite struct EditionOccasionTests {
    @Test("another instant is another letter; a cue is none")
    func keys() {
        let (one, other) = (Instant(seconds: 1), Instant(seconds: 2))
        #expect(EditionOccasion.plan(one).about != EditionOccasion.plan(other).about)
        #expect(EditionOccasion.plan(nil).about == "cue" && EditionOccasion.plan(nil).kind == EditionOccasion.plan(one).kind)
        #expect(EditionOccasion.reminder(until: one).kind != EditionOccasion.plan(one).kind)
        #expect(EditionOccasion.release.about.isEmpty)
    }
}
