import Base
import Formats

/// The small parts of a plan in a request: JSON in → values or faults.
enum ApiPlanReader {
    struct Place: Hashable {
        let name: Localized
        let capacity: Int?
    }

    static func place(_ node: JSONNode) throws(ApiFaults) -> Place {
        var fields = ApiFieldReader(node, takes: ["id", "position", "name", "capacity"])
        let name = fields.texts("name", authentic: nil, most: 200, isNeeded: true)
        let capacity = fields.number("capacity", 1...1_000_000)
        guard fields.faults.isEmpty else { throw ApiFaults(all: fields.faults) }
        return Place(name: name, capacity: capacity)
    }

    struct Thread: Hashable {
        let name: Localized
        let colour: String?
    }

    static func thread(_ node: JSONNode) throws(ApiFaults) -> Thread {
        var fields = ApiFieldReader(node, takes: ["id", "position", "name", "colour"])
        let name = fields.texts("name", authentic: nil, most: 200, isNeeded: true)
        let colour = fields.value("colour") { $0 }
        guard fields.faults.isEmpty else { throw ApiFaults(all: fields.faults) }
        return Thread(name: name, colour: colour)
    }

    /// Where a session is to stand.
    struct Spot: Hashable {
        let date: CalendarDate
        let start: ClockTime
        let minutes: Int
        let room: Identifier?
    }

    static func spot(_ node: JSONNode) throws(ApiFaults) -> Spot {
        var fields = ApiFieldReader(node, takes: ["date", "start", "minutes", "room"])
        let date = fields.value("date", isNeeded: true) { CalendarDate($0) }
        let start = fields.value("start", isNeeded: true) { ApiSessionReader.clock($0) }
        let minutes = fields.number("minutes", 1...2880, isNeeded: true)
        let room = fields.value("room") { Identifier($0) }
        guard fields.faults.isEmpty, let date, let start, let minutes else { throw ApiFaults(all: fields.faults) }
        return Spot(date: date, start: start, minutes: minutes, room: room)
    }

    static func day(_ node: JSONNode, _ date: CalendarDate) throws(ApiFaults) -> ProgrammeDay {
        var fields = ApiFieldReader(node, takes: ["date", "ends"])
        let ends = fields.value("ends", isNeeded: true) { ApiSessionReader.clock($0) }
        guard fields.faults.isEmpty, let ends else { throw ApiFaults(all: fields.faults) }
        return ProgrammeDay(date: date, ends: ends)
    }

    struct Publication: Hashable {
        let message: Localized
        /// The digest of the draft that was looked at before.
        let draft: String?
    }

    static func publication(_ node: JSONNode, isNeeded: Bool) throws(ApiFaults) -> Publication {
        var fields = ApiFieldReader(node, takes: isNeeded ? ["message", "draft"] : ["message"])
        let message = fields.texts("message", authentic: nil, most: 2000, isNeeded: isNeeded)
        let draft = fields.has("draft") ? fields.line("draft", most: 64) : nil
        guard fields.faults.isEmpty else { throw ApiFaults(all: fields.faults) }
        return Publication(message: message, draft: draft)
    }
}
