import Base
import Testing

@testable import Measure

@Suite struct CountryPreviewTests {
    @Test("its address names neither country nor person")
    func address() {
        let id = Identifier(at: Instant(seconds: 0))
        let preview = CountryPreview(id: id, edition: id, unit: "DD", person: id, invitedAt: Instant(seconds: 1))
        #expect(preview.path == "/previews/\(id)")
    }
}
