import Base

/// What came of reading a pasted programme: items, what every line was taken for, and what has to be asked.
package struct AgendaReading: Sendable, Codable, Hashable {
    package var items: [AgendaItem] = []
    package var lines: [AgendaLine] = []
    package var questions: [AgendaQuestion] = []
    /// The text as a whole could not be read; there are then no items.
    package var refusal: AgendaComplaint?
    /// The time zone as the text names it (`Mexico City Time`, `CEST`); which zone that is, people say.
    package var zoneText: String?
    package init() {}
}

/// One item of a programme, as far as the text says it.
package struct AgendaItem: Sendable, Codable, Hashable {
    /// Nil while nobody has said on which day it is.
    package var date: CalendarDate?
    package var start: ClockTime
    package var end: ClockTime?
    package var endGuessed = false
    package var startGuessed = false
    package var kind: ItemKind = .other
    package var kindGuessed = true
    package var title: String
    /// The heading that it stands under, without the zone in parentheses.
    package var section: String?
    package var room: String?
    package var speakers: [AgendaSpeaker] = []
    package var slots: [AgendaSlot] = []
    package var notes: String?
    /// What is released, where the text lists it.
    package var works: [String] = []
    /// Items with the same number (from 1) run side by side; nil for one that has its time to itself.
    package var parallel: Int?
    /// The source lines that it was read from, counted from 1.
    package var lines: [Int] = []

    package init(date: CalendarDate?, start: ClockTime, end: ClockTime? = nil, title: String) {
        self.date = date
        self.start = start
        self.end = end
        self.title = title
    }
    /// Minutes from start to end, where there is an end.
    package var minutes: Int? { end.map { $0.minutes - start.minutes } }
}

/// Someone named in an item.
package struct AgendaSpeaker: Sendable, Codable, Hashable {
    package var name: String
    package var affiliation: String?
    package var role: AppearanceRole
    package init(name: String, affiliation: String? = nil, role: AppearanceRole = .speaker) {
        self.name = name
        self.affiliation = affiliation
        self.role = role
    }
}

/// A part of an item: one of five talks of eight minutes. Start and length are nil where only the title is known.
package struct AgendaSlot: Sendable, Codable, Hashable {
    package var start: ClockTime?
    package var minutes: Int?
    package var title: String
    package init(start: ClockTime? = nil, minutes: Int? = nil, title: String = "") {
        self.start = start
        self.minutes = minutes
        self.title = title
    }
}

/// A source line with what it was taken for.
package struct AgendaLine: Sendable, Codable, Hashable {
    package enum Verdict: String, CaseIterable, Sendable, Codable { case understood, guessed, leftOut, wrong, blank }
    package let number: Int
    package let text: String
    package var verdict: Verdict
    package var meaning: AgendaMeaning
    package var complaint: AgendaComplaint?
    package init(number: Int, text: String, verdict: Verdict, meaning: AgendaMeaning, complaint: AgendaComplaint? = nil) {
        self.number = number
        self.text = text
        self.verdict = verdict
        self.meaning = meaning
        self.complaint = complaint
    }
}
