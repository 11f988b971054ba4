import Base
import Convene
import Foundation

extension Parser {
    /// What a scanner or somebody at a door gives: a ticket, a number, a name or anything else.
    static let ticket = Parser(name: "ticket", limit: 1 << 16) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        _ = DoorInputForm(text, isNumber: { $0.utf8.first == 48 })
        switch TicketCode.read(text) {
        case .garbled, .foreign: return
        case .number(let number): promise(RegistrationNumber.read(number) == number, "a number is one")
        case .code(let code):
            promise(code.signature.count == 64, "a signature is whole")
            promise((0...TicketCode.mostGeneration).contains(code.generation), "a generation is counted")
            promise(RegistrationNumber.read(code.number) == code.number, "a ticket has a number")
            promise(code.text.utf8.count == TicketCode.length, "a ticket has one length")
            promise(TicketCode.read(code.text) == .code(code), "what is written can be read")
            // Of a key that nobody has.
            let seal = TicketSeal(Data(repeating: 1, count: 32))
            promise(!seal.holds(code, for: "0198b0a0-0000-7000-8000-000000000000"), "nobody but the house makes one")
        }
    }
}
