import Base
import Store
import Testing

@testable import Convene

@Suite struct RegistrationFilterTests {
    @Test("a filter comes back as it was kept, for letters that are sent later")
    func coding() throws {
        let filter = RegistrationFilter(
            category: Identifier(at: Instant(seconds: 1)), states: [.confirmed, .waiting], text: "ana")
        let row = Row(columns: ["f"], values: [.text(json(filter))])
        let back: RegistrationFilter = try row.decoded("f")
        #expect(back == filter)
        #expect(RegistrationFilter().states.isEmpty)
    }
}
