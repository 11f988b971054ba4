import Base
import Formats

/// Where a session came from: by it the next version of the same file finds it again.
package struct ScheduleOrigin: Hashable, Sendable {
    package let identity: String
    package let session: Identifier
    package let imported: ImportedFields

    package init(identity: String, session: Identifier, imported: ImportedFields) {
        self.identity = identity
        self.session = session
        self.imported = imported
    }

    /// The name of a source: the same for every version of its file, and for its XML and its JSON.
    package static func source(of schedule: ForeignSchedule) -> String {
        let family =
            switch schedule.format {
            case .scheduleXML, .scheduleJSON, .scheduleJSON2: "schedule"
            case .indicoJSON: "indico"
            case .iCalendar: "ical"
            case .csv: "csv"
            }
        let name = schedule.acronym.isEmpty ? schedule.title : schedule.acronym
        return family + ":" + String(folded(name).prefix(100))
    }
}

/// What an importer may choose.
package struct ScheduleChoices: Hashable, Sendable {
    /// BCP 47 tag of the file's texts.
    package var tag: String
    /// Days outside the event's dates are added to the programme; else what is on them has no place.
    package var extendsDays = false
    /// What an earlier import brought and the file holds no more is removed.
    package var removesMissing = false
    /// Where a field was changed here and in the file, the file's value is taken.
    package var fileWins = false

    package init(tag: String, extendsDays: Bool = false, removesMissing: Bool = false, fileWins: Bool = false) {
        self.tag = tag
        self.extendsDays = extendsDays
        self.removesMissing = removesMissing
        self.fileWins = fileWins
    }

    /// The language that most of the file's sessions are in; English if it says none.
    package static func likelyTag(_ schedule: ForeignSchedule) -> String {
        var counts: [String: Int] = [:]
        for event in schedule.events { if let tag = event.languages.first { counts[tag, default: 0] += 1 } }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "en"
    }
}
