import Base

/// A schedule as a foreign file tells it, whatever its format: what an import plans with. Nothing in it is trusted, and
/// nothing of it is HTML: texts are plain or Markdown.
package struct ForeignSchedule: Hashable, Sendable {
    package enum Format: String, CaseIterable, Sendable, Hashable {
        /// schedule.xml of Pentabarf, frab, pretalx, wafer, FOSDEM …
        case scheduleXML
        /// schedule.json of frab and pretalx (schema v1) and of the hub (v2).
        case scheduleJSON
        case scheduleJSON2
        /// Indico's timetable export.
        case indicoJSON
        /// RFC 5545.
        case iCalendar
        case csv

        /// As people call it; the same in every language.
        package var name: String {
            switch self {
            case .scheduleXML: "schedule.xml"
            case .scheduleJSON: "schedule.json"
            case .scheduleJSON2: "schedule.json 2"
            case .indicoJSON: "Indico JSON"
            case .iCalendar: "iCalendar"
            case .csv: "CSV"
            }
        }
    }
    package struct Room: Hashable, Sendable {
        package var name: String
        package var guid: String?
        package var capacity: Int?
        package init(name: String, guid: String? = nil, capacity: Int? = nil) {
            self.name = name
            self.guid = guid
            self.capacity = capacity
        }
    }
    package struct Track: Hashable, Sendable {
        package var name: String
        /// `#rrggbb`, lower case; nil if the file names none that is one.
        package var colour: String?
        package init(name: String, colour: String? = nil) {
            self.name = name
            self.colour = colour
        }
    }

    package var format: Format
    /// Who wrote the file: "frab 0.6", "" if it does not say.
    package var generator = ""
    package var title = ""
    package var acronym = ""
    package var version = ""
    package var url = ""
    /// IANA name, if the file names one that exists.
    package var zone: String?
    /// Conference days, rising, each once; `turn` is the hour of the next calendar date at which the day ends.
    package var days: [CalendarDate] = []
    package var dayTurn: ClockTime?
    /// In order of appearance: the order of columns. Names are trimmed, NFC and unique.
    package var rooms: [Room] = []
    package var tracks: [Track] = []
    /// In the order of the file.
    package var events: [ForeignEvent] = []
    /// What was supplied, dropped or doubted, in the order of the file.
    package var findings: [FormatFinding] = []

    package init(format: Format) { self.format = format }
}

/// A session as a foreign file tells it.
package struct ForeignEvent: Hashable, Sendable {
    package struct Person: Hashable, Sendable {
        package var name: String
        /// The key within the source; empty if it has none. Never a key to a person of ours.
        package var key: String
        package var affiliation: String
        package init(name: String, key: String = "", affiliation: String = "") {
            self.name = name
            self.key = key
            self.affiliation = affiliation
        }
    }
    package struct Link: Hashable, Sendable {
        package var title: String
        /// http or https, absolute or relative to the schedule's `url`; anything else was dropped with a finding.
        package var url: String
        package init(title: String, url: String) {
            self.title = title
            self.url = url
        }
    }
    package enum Status: String, Sendable, Hashable { case confirmed, tentative, cancelled }

    /// Unique in the file and the same in its next version: guid, else uid, else a UUIDv5 of (acronym, id). Never the title.
    package var identity: String
    /// RFC 4122 text in lower case, if the source's own key is one and unique.
    package var guid: String?
    /// Of the file, from 1; 0 if the format has no lines.
    package var line: Int
    /// Nil: the file says no time; it is then an item without a place in the plan.
    package var start: Instant?
    /// The conference day that the file puts it on, if it says so.
    package var day: CalendarDate?
    /// Nil: unknown (also 00:00 in schedule.xml).
    package var minutes: Int?
    /// A whole day (iCalendar DATE values).
    package var isAllDay = false
    package var room: String?
    package var track: String?
    /// As written: "lecture", "Vortrag".
    package var type = ""
    package var title = ""
    package var subtitle = ""
    package var abstract = ""
    package var description = ""
    /// BCP 47 tags.
    package var languages: [String] = []
    package var persons: [Person] = []
    package var links: [Link] = []
    package var attachments: [Link] = []
    package var url = ""
    package var recordingLicence = ""
    package var isRecordingOptOut = false
    package var status: Status = .confirmed
    /// iCalendar SEQUENCE.
    package var sequence = 0

    package init(identity: String, line: Int) {
        self.identity = identity
        self.line = line
    }
}

/// Something that the reader of a file should know of: it was supplied, dropped or doubted. Pages say it in the reader's
/// words (`format.finding.<code>`).
package struct FormatFinding: Hashable, Sendable {
    package enum Kind: String, Sendable, Hashable, CaseIterable { case supplied, dropped, doubted }
    package let kind: Kind
    /// Last part of the word key: `noGuid`, `roomDiffers`.
    package let code: String
    /// From 1; 0 if it is about the whole file.
    package let line: Int
    /// What the words name: `["value": "12:75", "expected": "hh:mm"]`.
    package let arguments: [String: String]
    package init(_ kind: Kind, _ code: String, line: Int, _ arguments: [String: String] = [:]) {
        self.kind = kind
        self.code = code
        self.line = line
        self.arguments = arguments
    }
}

/// Why a file is refused as a whole. `format.refusal.<code>` says it to people, with line, column and arguments.
package struct FormatRefusal: Error, Hashable, Sendable {
    package let code: String
    /// From 1; 0 if the place is not known.
    package let line: Int
    package let column: Int
    /// In JSON and XML: `schedule.conference.days[1].rooms`; else empty.
    package let path: String
    package let arguments: [String: String]
    package init(_ code: String, line: Int = 0, column: Int = 0, path: String = "", _ arguments: [String: String] = [:]) {
        self.code = code
        self.line = line
        self.column = column
        self.path = path
        self.arguments = arguments
    }
}

/// How much of a foreign file is taken: far above the largest real one, far below what hurts.
package enum FormatLimits {
    /// Bytes.
    package static let size = 8 * 1024 * 1024
    /// Sessions.
    package static let events = 5_000
    /// Levels of elements, objects, components.
    package static let depth = 64
    /// Characters of one text; what is longer is cut with a finding.
    package static let text = 100_000
}
