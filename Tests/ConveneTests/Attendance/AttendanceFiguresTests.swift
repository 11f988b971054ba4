import Base
import Testing
import TestKit

@testable import Convene

@Suite struct AttendanceFiguresTests {
    @Test("an organisation of the register is one whatever was written; blanks count for nobody")
    func counting() throws {
        let id = Identifier(at: Instant(seconds: 1))
        let event = try EventWorld.draft().event(id, in: id)
        func one(_ organisation: String, _ country: String, known: Identifier? = nil) -> Registration {
            var one = Registration(RegistrationStage.category(event, .room), at: Instant(seconds: 1), id: id)
            one.holder = RegistrationHolder(name: "A", organisation: organisation, country: country)
            one.organisation = known
            return one
        }
        let count = AttendanceFigures.Count(of: [
            one("UNAM", "MX", known: id), one("U.N.A.M.", "MX", known: id), one("Peking University", "CN"),
            one("PEKING university", ""), one("", ""),
        ])
        #expect(count == .init(people: 5, organisations: 2, countries: 2))
    }
}
