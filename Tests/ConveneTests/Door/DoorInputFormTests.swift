import Testing

@testable import Convene

@Suite struct DoorInputFormTests {
    @Test("the one field takes tickets, numbers and names, as the device's page takes them") func typed() throws {
        for one in try DoorCases.read().typed {
            for isKnown in [false, true] {
                let wanted = isKnown ? one.known ?? one.kind : one.kind
                switch DoorInputForm(one.text, isNumber: { _ in isKnown }) {
                case .empty: #expect(wanted == "empty", "\(one.text)")
                case .scan: #expect(wanted == "scan", "\(one.text)")
                case .search: #expect(wanted == "search", "\(one.text)")
                }
            }
        }
    }
}
