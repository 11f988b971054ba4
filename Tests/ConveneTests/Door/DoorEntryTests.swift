import Base
import Testing

@testable import Convene

@Suite struct DoorEntryTests {
    @Test("the key of a number is what the device's page makes of it") func keys() throws {
        let cases = try DoorCases.read()
        for one in cases.keys {
            #expect(DoorEntry.key(of: one.number, in: Identifier(stored: cases.event)) == one.key)
        }
    }

    @Test("initials of names in any form") func initials() {
        #expect(DoorEntry.initials("Ana María Pérez") == "A. M.")
        #expect(DoorEntry.initials("Sukarno") == "S.")
        #expect(DoorEntry.initials("王小明") == "王.")
        #expect(DoorEntry.initials("") == "")
    }
}
