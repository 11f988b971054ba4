import Base
import Crypto
import Foundation
import Testing

@testable import Convene

@Suite struct TicketCodeTests {
    let cases: DoorCases
    init() throws { cases = try DoorCases.read() }

    private var signer: TicketSigner { TicketSigner(SymmetricKey(data: cases.seed)) }

    @Test("a ticket is what another program makes of the same key, and fits a small code") func text() {
        for one in cases.tickets {
            let code = signer.code(event: cases.event, number: one.number, generation: one.generation)
            #expect(code.text == one.text)
            #expect(code.text.utf8.count == TicketCode.length)
            #expect(code.text.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }, "letters of a QR's small alphabet")
        }
        #expect(signer.seal.bytes == cases.seal)
        #expect(TicketSeal.hint(cases.event) == cases.hint)
    }

    @Test("what is scanned or typed is read as the device's page reads it") func readings() {
        for one in cases.readings {
            let what = "\(one.text.prefix(40)) is \(one.kind)"
            switch TicketCode.read(one.text) {
            case .code(let code):
                #expect(one.kind == "code", "\(what)")
                #expect(code.number == one.number && code.generation == one.generation && code.event == one.event, "\(what)")
            case .number(let number): #expect(one.kind == "number" && number == one.number, "\(what)")
            case .garbled: #expect(one.kind == "garbled", "\(what)")
            case .foreign: #expect(one.kind == "foreign", "\(what)")
            }
        }
    }

    @Test("the seal tells ours from others', and for another event") func sealed() {
        for one in cases.sealed {
            guard case .code(let code) = TicketCode.read(one.text) else {
                Issue.record("\(one.text) is no ticket")
                continue
            }
            #expect(TicketSeal(cases.seal).holds(code, for: cases.event) == one.holds)
        }
        #expect(!TicketSeal(Data()).holds(signer.code(event: cases.event, number: "K3XM-9PQ2", generation: 1), for: cases.event))
    }

    @Test("no letter of a ticket can be misread, and no two neighbours change places, unseen") func misread() throws {
        let text = Array(try #require(cases.tickets.first).text)
        for index in text.indices {
            for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != text[index] {
                var wrong = text
                wrong[index] = other
                if case .code = TicketCode.read(String(wrong)) { Issue.record("letter \(index) as \(other)") }
            }
            guard index + 1 < text.count, text[index] != text[index + 1] else { continue }
            var turned = text
            turned.swapAt(index, index + 1)
            if case .code = TicketCode.read(String(turned)) { Issue.record("letters \(index) and \(index + 1)") }
        }
    }

    @Test("any registration's ticket is read back; generations are bounded") func roundTrip() {
        for generation in [0, 1, 2, 31, 32, 1022, 1023, 1024, -1, Int.max] {
            let code = signer.code(event: cases.event, number: RegistrationNumber.new(), generation: generation)
            #expect(TicketCode.read(code.text) == .code(code))
            #expect((0...1023).contains(code.generation))
        }
    }
}
