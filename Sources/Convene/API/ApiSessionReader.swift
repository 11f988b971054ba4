import Base
import Formats

/// A session of a request: JSON in → a draft or all its faults.
enum ApiSessionReader {
    private static let readOnly: Set<String> = ["id", "guid", "startsAt", "endsAt"]
    private static let taken: Set<String> = [
        "date", "start", "minutes", "room", "track", "kind", "authentic", "title", "subtitle", "abstract", "description",
        "section",
        "languages", "people", "slots", "isInternal", "isRecordingOptOut", "recordingLicence", "origin",
    ]

    /// `old` lends what a client cannot set. Throws the faults as a list.
    static func draft(_ node: JSONNode, before old: Session?) throws(ApiFaults) -> SessionDraft {
        var fields = ApiFieldReader(node, takes: taken.union(readOnly))
        let authentic = fields.value("authentic") { ApiFieldReader.isTag($0) ? $0 : nil } ?? old?.title.authentic
        let date = fields.value("date", isNeeded: true) { CalendarDate($0) }
        let start = fields.value("start", isNeeded: true) { clock($0) }
        let minutes = fields.number("minutes", 1...2880, isNeeded: true)
        let kind: ItemKind? = fields.choice("kind", isNeeded: true)
        let room = fields.value("room") { Identifier($0) }
        let track = fields.value("track") { Identifier($0) }
        let title = fields.texts("title", authentic: authentic, most: 500, isNeeded: true)
        var detail = SessionDetail(guid: old?.detail.guid)
        detail.subtitle = fields.texts("subtitle", authentic: authentic, most: 500)
        detail.description = fields.texts("description", authentic: authentic, most: 20_000)
        detail.recordingLicence = fields.line("recordingLicence", most: 200)
        detail.isRecordingOptOut = fields.truth("isRecordingOptOut")
        detail.origin = origin(&fields)
        let abstract = fields.texts("abstract", authentic: authentic, most: 5000)
        let section = fields.texts("section", authentic: authentic, most: 200)
        let languages = languages(&fields)
        let people = people(&fields)
        let slots = slots(&fields, authentic)
        let isInternal = fields.truth("isInternal")
        guard fields.faults.isEmpty, let date, let start, let minutes, let kind else { throw ApiFaults(all: fields.faults) }
        return SessionDraft(
            date: date, start: start, minutes: minutes, room: room, kind: kind, title: title, abstract: abstract,
            section: section,
            languages: languages, people: people, slots: slots, track: track, isInternal: isInternal, detail: detail)
    }

    /// Two digits, a colon, two digits: `09:20`, `25:30`.
    static func clock(_ text: String) -> ClockTime? {
        text.utf8.count == 5 && text.utf8.allSatisfy({ (48...58).contains($0) }) ? ClockTime(text) : nil
    }

    private static func origin(_ fields: inout ApiFieldReader) -> String {
        let text = fields.line("origin", most: 500)
        if !text.isEmpty, !text.hasPrefix("https://"), !text.hasPrefix("http://") { fields.fault("origin", "api.fault.value") }
        return text
    }

    private static func languages(_ fields: inout ApiFieldReader) -> [String] {
        var tags: [String] = []
        for (index, node) in fields.list("languages", most: 20).enumerated() {
            guard case .text(let tag) = node.value, ApiFieldReader.isTag(tag) else {
                fields.fault("languages[\(index)]", "api.fault.tag", ["tag": singleLine(node.text)])
                continue
            }
            tags.append(tag)
        }
        return tags
    }

    private static func people(_ fields: inout ApiFieldReader) -> [SessionDraft.Person] {
        fields.list("people", most: 120).enumerated().map { index, node in
            var own = ApiFieldReader(
                node, at: "people[\(index)]",
                takes: ["id", "speaker", "name", "affiliation", "role", "presence", "readBy"])
            let person = SessionDraft.Person(
                id: own.value("id") { Identifier($0) }, name: own.line("name", most: 200, isNeeded: true),
                affiliation: own.line("affiliation", most: 300), role: own.choice("role") ?? .speaker,
                presence: own.choice("presence") ?? .inRoom, readBy: own.line("readBy", most: 200))
            fields.add(own.faults)
            return person
        }
    }

    private static func slots(_ fields: inout ApiFieldReader, _ authentic: String?) -> [SessionDraft.Part] {
        fields.list("slots", most: 200).enumerated().compactMap { index, node in
            var own = ApiFieldReader(node, at: "slots[\(index)]", takes: ["id", "start", "minutes", "title"])
            let start = own.value("start", isNeeded: true) { clock($0) }
            let minutes = own.number("minutes", 1...2880, isNeeded: true)
            let title = own.texts("title", authentic: authentic, most: 500)
            fields.add(own.faults)
            guard let start, let minutes else { return nil }
            return SessionDraft.Part(start: start, minutes: minutes, title: title)
        }
    }
}

/// All that is wrong with what a client sent, field by field.
struct ApiFaults: Error, Hashable {
    let all: [Refusal]
}
