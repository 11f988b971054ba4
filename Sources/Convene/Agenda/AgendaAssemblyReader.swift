import Base

/// A line with its parts, and whether a blank line stands before it.
struct AgendaEntry: Sendable {
    let number: Int
    let text: AgendaText
    var parts: AgendaParts
    var gap = false
    /// Page numbers, addresses of the web, running heads.
    var isNoise = false
    /// A title that stands above its time.
    var isHeldTitle = false
    var isBlank: Bool { text.isBlank }
}

/// An item that is still being read.
struct AgendaDraft: Sendable {
    var item: AgendaItem
    /// The title as far as it has come, with everything that will be taken off it.
    var raw: AgendaText
    var line: Int
    /// Items of days without a date are kept apart by it.
    var day: Int
    var duration: AgendaDuration?
    var subs: [AgendaText] = []
    var isOpen = false
    /// "Parallel sessions": gives way to the sessions that follow.
    var isContainer = false
    var hasChildren = false
    var complaint: AgendaComplaint?
    var isPending: Bool { raw.bytes.isEmpty }
}

/// Goes through the lines once and puts items together. What a line means depends on what stands before it and, for
/// headings, on what follows.
struct AgendaAssembly {
    enum Last { case title, speaker, sub, note, other }

    let entries: [AgendaEntry]
    let habits: AgendaHabits
    var calendar: AgendaCalendar
    var drafts: [AgendaDraft] = []
    var lines: [AgendaLine]
    var questions: [AgendaQuestion] = []
    var zone: String?

    var current: Int?
    var date: CalendarDate?
    /// Counts the days seen, dated or not.
    var day = 0
    var dayWords: String?
    var isAsked = false
    var previousStart: ClockTime?
    var isFresh = true
    /// A heading above the days, and one under a day.
    var outer: String?
    var inner: String?
    var room: String?
    var chairs: [AgendaSpeaker] = []
    var role: AppearanceRole?
    var swallows = false
    var last = Last.other
    var lastLength = 0

    init(entries: [AgendaEntry], habits: AgendaHabits, calendar: AgendaCalendar) {
        self.entries = entries
        self.habits = habits
        self.calendar = calendar
        date = calendar.onlyDay
        lines = entries.map {
            AgendaLine(number: $0.number, text: $0.text.string, verdict: .leftOut, meaning: AgendaMeaning(.unread))
        }
    }

    mutating func run() {
        for index in entries.indices { step(index) }
    }

    mutating func mark(
        _ index: Int, _ verdict: AgendaLine.Verdict, _ code: AgendaMeaning.Code, _ arguments: [String: String] = [:],
        _ complaint: AgendaComplaint? = nil
    ) {
        let isGuess = complaint.map { ![.dateOpen, .outsideDates].contains($0.code) } ?? false
        lines[index].verdict = isGuess && verdict == .understood ? .guessed : verdict
        lines[index].meaning = AgendaMeaning(code, arguments)
        lines[index].complaint = complaint
    }

    private mutating func step(_ index: Int) {
        let entry = entries[index]
        let parts = entry.parts
        if entry.isBlank { return mark(index, .blank, .blank) }
        if parts.isRule { return mark(index, .leftOut, .noise) }
        if entry.isNoise, current.map({ !drafts[$0].isPending }) ?? true { return mark(index, .leftOut, .noise) }
        if parts.isHeader {
            zone = zone ?? parts.zone
            current = nil
            return mark(index, .understood, .columns)
        }
        if let bad = parts.badDate, !isPending { return wrongDate(index, bad) }
        if let bad = parts.badTime {
            mark(index, .wrong, .unread, [:], AgendaComplaint(.wrongTime, ["found": bad]))
            current = nil
            swallows = entry.text.count <= bad.unicodeScalars.count + 3
            return
        }
        if let day = parts.day, !parts.isTrailingDay || takesTrailingDay(index) {
            read(day, index)
            if parts.span == nil { return }
        }
        if let span = parts.span { read(span, index) } else { read(index) }
    }

    var isPending: Bool { current.map { drafts[$0].isPending } ?? false }

    /// What comes after a day that does not exist must not land on the day before it.
    private mutating func wrongDate(_ index: Int, _ found: String) {
        mark(index, .wrong, .unread, [:], AgendaComplaint(.wrongDate, ["found": found]))
        newDay(nil)
        dayWords = found
        isAsked = true
    }

    mutating func newDay(_ date: CalendarDate?) {
        self.date = date
        day += 1
        isAsked = false
        previousStart = nil
        isFresh = true
        current = nil
        inner = nil
        room = nil
        chairs = []
        role = nil
    }

    /// The next line that says something, and how many of those to skip.
    func following(_ index: Int) -> Int? {
        var next = index + 1
        while next < entries.count, entries[next].isBlank || entries[next].parts.isRule || entries[next].isNoise { next += 1 }
        return next < entries.count ? next : nil
    }
}

extension AgendaAssembly {
    /// Sets the day that a line names.
    private mutating func read(_ found: AgendaDay, _ index: Int) {
        let parts = entries[index].parts
        let words = entries[index].text.string
        if found.isRange {
            zone = zone ?? AgendaZoneReader.sentence(entries[index].text)
            if parts.span == nil { current = nil }
            return mark(index, .understood, .dates, ["dates": words])
        }
        let result = calendar.find(found, previous: date)
        let said = result.date?.description ?? parts.dayWords
        if result.date != date || (result.date == nil && said != dayWords) {
            let waiting = isPending && parts.body.bytes.isEmpty && parts.span == nil ? current : nil
            newDay(result.date)
            if let waiting {
                // The time came first, then its day.
                drafts[waiting].item.date = result.date
                drafts[waiting].day = day
                current = waiting
            }
        }
        dayWords = said
        if let code = result.question, !isAsked {
            isAsked = true
            // One year, one order of day and month, one first day are answers for the whole text.
            if !questions.contains(where: { $0.code == code }) {
                questions.append(
                    AgendaQuestion(code, line: entries[index].number, ["found": parts.dayWords], options: result.options))
            }
        }
        let open = result.date == nil ? AgendaComplaint(.dateOpen, ["found": parts.dayWords]) : nil
        mark(index, .understood, .date, ["date": said], result.complaint ?? open)
        if parts.span == nil, !parts.body.bytes.isEmpty || !parts.speakers.isEmpty { readBehindDay(index) }
    }

    /// "December 3rd – Opening Ceremony": words beside a day are a heading.
    private mutating func readBehindDay(_ index: Int) {
        let body = entries[index].parts.body
        if AgendaZoneReader.isZone(body) {
            zone = zone ?? body.string
            return
        }
        isFresh = true
        if AgendaRoomReader.isName(body) {
            room = body.string
            return
        }
        let title = heading(body)
        if let title, !AgendaHeadingReader.isDayPart(body) {
            inner = title
        }
    }

    /// A day at the end of other words counts above timed lines, and not inside an item.
    private func takesTrailingDay(_ index: Int) -> Bool {
        guard !isPending, entries[index].parts.span == nil else { return !isPending && entries[index].parts.span != nil }
        var next = following(index)
        for _ in 0..<3 {
            guard let at = next else { return false }
            let parts = entries[at].parts
            if parts.isTimed || parts.isHeader || parts.day != nil { return true }
            next = following(at)
        }
        return false
    }
}
