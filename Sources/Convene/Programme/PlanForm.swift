import Base
import HTML

/// The small forms of the plan: a day, a room. Each room has its own fields, told apart by a prefix, since they stand on
/// one page.
package enum PlanForm {
    package struct RoomDraft: Sendable {
        package let id: Identifier?
        package let name: Localized
        package let capacity: Int?
    }

    package static func prefix(_ room: Identifier?) -> String { room.map { "room-\($0)" } ?? "room-new" }

    package static func day(sent value: (String) -> String) throws -> ProgrammeDay {
        var complaints = Complaints()
        let date = CalendarDate(value("date"))
        if date == nil { complaints.add("date", "session.complaint.date") }
        let ends = value("ends").isEmpty ? ClockTime(minutes: 1440) : ClockTime(value("ends"))
        if ends == nil { complaints.add("ends", "programme.refusal.dayEnds") }
        guard let date, let ends else { throw complaints }
        return ProgrammeDay(date: date, ends: ends)
    }

    package static func room(sent value: (String) -> String) throws -> RoomDraft {
        let id = Identifier(value("room"))
        let prefix = prefix(id)
        var complaints = Complaints()
        var texts: [String: String] = [:]
        for language in Language.allCases { texts[language.rawValue] = value("\(prefix)-\(language.rawValue)") }
        // The first language that has a name is the authentic one: English where there is one.
        let authentic = Language.allCases.first { texts[$0.rawValue]?.isEmpty == false } ?? .en
        let name = Localized(texts, authentic: authentic.rawValue)
        if name.isEmpty { complaints.add("\(prefix)-en", "programme.refusal.roomName") }
        for (tag, text) in texts where text.count > 200 {
            complaints.add("\(prefix)-\(tag)", "api.fault.long", ["most": "200"])
        }
        let typed = value("\(prefix)-capacity")
        let capacity = Int(typed)
        if !typed.isEmpty, capacity.map({ (1...1_000_000).contains($0) }) != true {
            complaints.add("\(prefix)-capacity", "programme.refusal.capacity")
        }
        guard complaints.isEmpty else { throw complaints }
        return RoomDraft(id: id, name: name, capacity: capacity)
    }
}
