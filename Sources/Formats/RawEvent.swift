import Base

/// A session as schedule.xml and schedule.json v1 write it, before anything of it is understood.
struct RawEvent {
    struct Person {
        var name = ""
        var key = ""
        var affiliation = ""
    }
    struct Link {
        var title = ""
        var url = ""
    }
    var line = 0
    var id = ""
    var guid = ""
    /// Of the day around it.
    var day: CalendarDate?
    var date = ""
    var start = ""
    var duration = ""
    /// Of the room around it; "" if there is none.
    var roomAround = ""
    var room = ""
    var title = ""
    var subtitle = ""
    var track = ""
    var type = ""
    var language = ""
    var abstract = ""
    var description = ""
    var url = ""
    var licence = ""
    var isOptOut = false
    var persons: [Person] = []
    var links: [Link] = []
    var attachments: [Link] = []
}

/// What stands around the sessions.
struct RawSchedule {
    var format: ForeignSchedule.Format
    var generator = ""
    var version = ""
    var title = ""
    var acronym = ""
    var url = ""
    var zone = ""
    var zoneLine = 0
    var dayChange = ""
    var days: [CalendarDate] = []
    var rooms: [ForeignSchedule.Room] = []
    var tracks: [ForeignSchedule.Track] = []
    var events: [RawEvent] = []
    var log = FindingLog()

    init(format: ForeignSchedule.Format) { self.format = format }
}
