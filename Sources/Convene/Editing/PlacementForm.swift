import Base
import HTML

/// Where a session is to stand: text in → a place or complaints.
package struct PlacementForm: Hashable, Sendable {
    package var date: String
    package var start: String
    package var room: String
    package var minutes: String
    package var version: Int?

    package init(sent value: (String) -> String) {
        date = value("date")
        start = value("start")
        room = value("room")
        minutes = value("minutes")
        version = Int(value("version"))
    }

    package init(_ session: Session, isPlaced: Bool, on date: CalendarDate, version: Int) {
        self.date = (isPlaced ? session.date : date).description
        start = isPlaced ? session.start.description : ""
        room = session.room?.text ?? ""
        minutes = String(session.minutes)
        self.version = version
    }

    package func place() throws -> PlacementActions.Place {
        var complaints = Complaints()
        let day = CalendarDate(date)
        if day == nil { complaints.add("date", "session.complaint.date") }
        let clock = ClockTime(start)
        if clock == nil { complaints.add("start", "session.complaint.start") }
        let length = Int(minutes)
        if length == nil { complaints.add("minutes", "session.complaint.length") }
        let place = room.isEmpty ? nil : Identifier(room)
        if place == nil, !room.isEmpty { complaints.add("room", "programme.refusal.noRoom") }
        guard complaints.isEmpty, let day, let clock, let length else { throw complaints }
        return PlacementActions.Place(date: day, start: clock, room: place, minutes: length)
    }
}
