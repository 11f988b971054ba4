import Base
import Foundation
import HTML

/// The session form: text in → a draft or complaints.
package struct SessionForm: Sendable {
    /// What was typed, field by field, so that a form with complaints shows it again.
    package private(set) var fields: [String: String]
    /// How many rows for people the form has.
    package let rows: Int
    package static let mostPeople = 120
    private static let blankRows = 3

    package subscript(_ name: String) -> String { fields[name] ?? "" }

    /// The form as it was sent. `value` gives a field's text, nil where it is missing.
    package init(sent value: (String) -> String?) {
        var fields: [String: String] = [:]
        func take(_ name: String, many: Bool = false) {
            let text = value(name) ?? ""
            fields[name] = many ? manyLines(text) : singleLine(text)
        }
        for name in [
            "date", "start", "end", "minutes", "room", "kind", "authentic", "languages", "version", "track", "internal",
            "unplaced", "licence", "optOut",
        ] { take(name) }
        take("slots", many: true)
        for language in Language.allCases {
            take("title-\(language.rawValue)")
            take("subtitle-\(language.rawValue)")
            take("description-\(language.rawValue)", many: true)
            take("section-\(language.rawValue)")
            take("abstract-\(language.rawValue)", many: true)
        }
        var count = 0
        while count < SessionForm.mostPeople, value(SessionForm.field(count, "name")) != nil {
            for part in SessionForm.parts { take(SessionForm.field(count, part)) }
            count += 1
        }
        self.fields = fields
        rows = count
    }

    /// The form for a session that is there, or for a new one.
    package init(_ draft: SessionDraft, version: Int) {
        var fields = [
            "date": draft.date.description, "start": draft.start.description,
            "end": draft.start.adding(minutes: draft.minutes).description,
            "room": draft.room?.text ?? "", "kind": draft.kind.rawValue, "authentic": draft.title.authentic,
            "languages": draft.languages.joined(separator: ", "), "version": String(version),
            "slots": SlotLines.text(draft.slots, start: draft.start), "track": draft.track?.text ?? "",
            "internal": draft.isInternal ? "yes" : "", "licence": draft.detail.recordingLicence,
            "optOut": draft.detail.isRecordingOptOut ? "yes" : "",
        ]
        for language in Language.allCases {
            let tag = language.rawValue
            fields["title-\(tag)"] = draft.title[tag] ?? ""
            fields["section-\(tag)"] = draft.section[tag] ?? ""
            fields["abstract-\(tag)"] = draft.abstract[tag] ?? ""
            fields["subtitle-\(tag)"] = draft.detail.subtitle[tag] ?? ""
            fields["description-\(tag)"] = draft.detail.description[tag] ?? ""
        }
        for (index, person) in draft.people.enumerated() {
            fields[SessionForm.field(index, "id")] = person.id?.text ?? ""
            fields[SessionForm.field(index, "name")] = person.name
            fields[SessionForm.field(index, "affiliation")] = person.affiliation
            fields[SessionForm.field(index, "role")] = person.role.rawValue
            fields[SessionForm.field(index, "presence")] = person.presence.rawValue
            fields[SessionForm.field(index, "readBy")] = person.readBy
        }
        self.fields = fields
        rows = min(SessionForm.mostPeople, draft.people.count + SessionForm.blankRows)
    }

    package static let parts = ["id", "name", "affiliation", "role", "presence", "readBy"]
    package static func field(_ row: Int, _ part: String) -> String { "person-\(row)-\(part)" }

    /// Whether a new session is to wait beside the plan.
    package var isUnplaced: Bool { self["unplaced"] == "yes" }

    /// The version of the draft that the form was made from.
    package var version: Int? { Int(self["version"]) }
    package mutating func see(_ version: Int) { fields["version"] = String(version) }

    /// `old` lends what the form does not show: texts in other languages than the seven.
    package func draft(before old: Session?) throws -> SessionDraft {
        var complaints = Complaints()
        let date = CalendarDate(self["date"])
        if date == nil { complaints.add("date", "session.complaint.date") }
        let start = ClockTime(self["start"])
        if start == nil { complaints.add("start", "session.complaint.start") }
        let length = length(from: start, &complaints)
        let kind = ItemKind(rawValue: self["kind"])
        if kind == nil { complaints.add("kind", "session.complaint.kind") }
        let room = self["room"].isEmpty ? nil : Identifier(self["room"])
        if room == nil, !self["room"].isEmpty { complaints.add("room", "programme.refusal.noRoom") }
        let track = self["track"].isEmpty ? nil : Identifier(self["track"])
        if track == nil, !self["track"].isEmpty { complaints.add("track", "programme.refusal.noTrack") }
        let title = localized("title", old?.title)
        if title.isEmpty { complaints.add("title-\(authentic)", "session.complaint.title") }
        let languages = tags(&complaints)
        var slots: [SessionDraft.Part] = []
        do {
            slots = try SlotLines.read(
                self["slots"], start: start ?? ClockTime(minutes: 0), tag: authentic, old: old?.slots ?? [])
        } catch let fault as SlotLines.Fault {
            complaints.add("slots", "session.complaint.slots", ["line": String(fault.line), "text": fault.text])
        }
        let people = people(&complaints)
        complainOfLength(old, &complaints)
        guard complaints.isEmpty, let date, let start, let length, let kind else { throw complaints }
        return SessionDraft(
            date: date, start: start, minutes: length, room: room, kind: kind, title: title,
            abstract: localized("abstract", old?.abstract), section: localized("section", old?.section), languages: languages,
            people: people, slots: slots, track: track, isInternal: self["internal"] == "yes", detail: detail(old?.detail))
    }

    /// What another program said of the session stays: the form does not show it.
    private func detail(_ old: SessionDetail?) -> SessionDetail {
        var detail = old ?? SessionDetail()
        detail.subtitle = localized("subtitle", old?.subtitle)
        detail.description = localized("description", old?.description)
        detail.recordingLicence = self["licence"]
        detail.isRecordingOptOut = self["optOut"] == "yes"
        return detail
    }

    /// What a field holds at most, in letters; the same as for programs.
    private static let most = ["title": 500, "subtitle": 500, "section": 200, "abstract": 5000, "description": 20_000]
    private static let mostOfPerson = ["name": 200, "affiliation": 300, "readBy": 200]

    /// A longer text that an import brought may stay as it is.
    private func complainOfLength(_ old: Session?, _ complaints: inout Complaints) {
        let known = old.map { SessionForm(SessionDraft($0), version: 0) }
        func check(_ field: String, _ most: Int) {
            guard self[field].count > most, self[field] != known?[field] else { return }
            complaints.add(field, "api.fault.long", ["most": String(most)])
        }
        for (name, most) in SessionForm.most {
            for language in Language.allCases { check("\(name)-\(language.rawValue)", most) }
        }
        for (part, most) in SessionForm.mostOfPerson {
            for row in 0..<rows { check(SessionForm.field(row, part), most) }
        }
        check("licence", 200)
    }

    package var authentic: String { self["authentic"].isEmpty ? "en" : self["authentic"] }

    /// The end or the minutes: whichever is filled in. An end at or before the start is of the day after midnight only
    /// if it is written so (25:30).
    private func length(from start: ClockTime?, _ complaints: inout Complaints) -> Int? {
        if !self["end"].isEmpty {
            guard let end = ClockTime(self["end"]) else {
                complaints.add("end", "session.complaint.end")
                return nil
            }
            guard let start else { return nil }
            guard end > start else {
                complaints.add("end", "session.complaint.endsBeforeStart")
                return nil
            }
            return end.minutes - start.minutes
        }
        guard let minutes = Int(self["minutes"]), (1...2880).contains(minutes) else {
            complaints.add(self["minutes"].isEmpty ? "end" : "minutes", "session.complaint.length")
            return nil
        }
        return minutes
    }

    private func localized(_ name: String, _ old: Localized?) -> Localized {
        var texts = old?.texts ?? [:]
        for language in Language.allCases { texts[language.rawValue] = self["\(name)-\(language.rawValue)"] }
        return Localized(texts, authentic: authentic)
    }

    /// BCP 47 tags, apart by commas or blanks: letters, digits and hyphens.
    private func tags(_ complaints: inout Complaints) -> [String] {
        let tags = self["languages"].split(whereSeparator: { ", ;".contains($0) }).map(String.init)
        let wrong = tags.first { tag in
            let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
            return !(2...3).contains(parts[0].count) || parts[0].contains { !$0.isASCII || !$0.isLetter }
                || parts.contains { !(1...8).contains($0.count) || $0.contains { !$0.isASCII || !($0.isLetter || $0.isNumber) } }
        }
        if let wrong { complaints.add("languages", "session.complaint.languages", ["tag": wrong]) }
        return tags
    }

    private func people(_ complaints: inout Complaints) -> [SessionDraft.Person] {
        (0..<rows).compactMap { row in
            func value(_ part: String) -> String { self[SessionForm.field(row, part)] }
            guard !value("name").isEmpty else {
                if !value("affiliation").isEmpty { complaints.add(SessionForm.field(row, "name"), "session.complaint.name") }
                return nil
            }
            return SessionDraft.Person(
                id: Identifier(value("id")), name: value("name"), affiliation: value("affiliation"),
                role: AppearanceRole(rawValue: value("role")) ?? .speaker,
                presence: Presence(rawValue: value("presence")) ?? .inRoom, readBy: value("readBy"))
        }
    }
}
