import Base
import HTML
import People

/// The desk's forms: a door, and the seats of a session.
package struct DoorForm: Sendable {
    package let lines: FormLines
    package let categories: [String]

    /// A form as it was sent: `all` gives every value of a field that may stand there more than once.
    package init(sent fields: [(name: String, value: String)], all: (String) -> [String]) {
        lines = FormLines(fields)
        categories = all("category")
    }

    /// The form of a new door.
    package init() {
        lines = FormLines()
        categories = []
    }

    /// The form of a door that is there.
    package init(_ door: Door) {
        var fields: [(name: String, value: String)] = door.name.texts.map { ("name_\($0.key)", $0.value) }
        fields.append(("name_authentic", door.name.authentic))
        fields.append(("session", door.session?.text ?? ""))
        if door.demandsPayment { fields.append(("demandsPayment", "yes")) }
        if door.countsOut { fields.append(("countsOut", "yes")) }
        lines = FormLines(fields)
        categories = door.categories.map(\.text)
    }

    package var name: Localized { lines.texts("name") }

    package func door(_ id: Identifier, of event: Identifier) throws -> Door {
        var complaints = Complaints()
        if name.isEmpty { complaints.add("name_en", "door.refusal.name") }
        let session = Identifier(lines["session"])
        if session == nil, !lines["session"].isEmpty { complaints.add("session", "door.refusal.session") }
        guard complaints.isEmpty else { throw complaints }
        return Door(
            id: id, event: event, name: name, session: session, categories: Set(categories.compactMap { Identifier($0) }),
            demandsPayment: lines["demandsPayment"] == "yes", countsOut: lines["countsOut"] == "yes")
    }

    /// A number of seats; nil for an empty field, which lifts the limit. Digits of other scripts are read, too.
    package static func seats(_ text: String) throws -> Int? {
        guard !text.isEmpty else { return nil }
        let digits = westernDigits(text)
        guard digits.utf8.count <= 6, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits) else {
            throw Complaints("seats", "door.refusal.seats", ["count": String(SessionSeats.most)])
        }
        return number
    }
}
