import Base

/// What somebody typed or a scanner gave into the one field of a door: a ticket, a number, or a name to look for.
package enum DoorInputForm: Hashable, Sendable {
    case empty
    case scan(String)
    case search(String)

    static let longestName = 60

    /// Letters alone may be a number or a name: they are a number if somebody has it.
    package init(_ typed: String, isNumber: (String) -> Bool) {
        let text = singleLine(typed)
        guard !text.isEmpty else {
            self = .empty
            return
        }
        switch TicketCode.read(text) {
        case .code, .garbled: self = .scan(text)
        case .number(let number):
            let isPlainlyOne = text.contains { $0.isNumber } || text.dropFirst(4).first == "-"
            self = isPlainlyOne || isNumber(number) ? .scan(text) : .search(text)
        case .foreign:
            let isName = text.count <= DoorInputForm.longestName && text.contains { $0.isLetter } && !text.contains("://")
            self = isName ? .search(text) : .scan(text)
        }
    }
}
