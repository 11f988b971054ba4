import Base
import Testing

@testable import People

@Suite("Portraits")
struct PortraitTests {
    @Test("what is no picture is refused beside its field")
    func refused() {
        do {
            _ = try Portrait.made(from: Array("<svg onload=alert(1)>".utf8))
            Issue.record("taken")
        } catch {
            #expect((error as? Refusal)?.field == "portrait")
        }
    }
}
