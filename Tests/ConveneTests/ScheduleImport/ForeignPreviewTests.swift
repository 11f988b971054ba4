import Base
import Formats
import Testing

@testable import Convene

@Suite("A file looked at without an event")
struct ForeignPreviewTests {
    @Test("its days and zone are the file's own")
    func days() {
        let event = ForeignPreview.event(of: ImportStage.schedule(["A"]), zone: .utc)
        #expect(
            event.zone == ProgrammeStage.event.zone && event.first == ProgrammeStage.first && event.last == ProgrammeStage.first)
        #expect(ForeignPreview.event(of: ForeignSchedule(format: .csv), zone: .utc).zone == "UTC")
    }
}
