import Base

/// What a line was taken for: a word key with its arguments, so that every language can say it.
package struct AgendaMeaning: Sendable, Codable, Hashable {
    package enum Code: String, CaseIterable, Sendable, Codable {
        case item = "agenda.meaning.item"
        case time = "agenda.meaning.time"
        case date = "agenda.meaning.date"
        case dates = "agenda.meaning.dates"
        case title = "agenda.meaning.title"
        case parallel = "agenda.meaning.parallel"
        case continuation = "agenda.meaning.continuation"
        case speaker = "agenda.meaning.speaker"
        case subItem = "agenda.meaning.subItem"
        case heading = "agenda.meaning.heading"
        case zone = "agenda.meaning.zone"
        case duration = "agenda.meaning.duration"
        case each = "agenda.meaning.each"
        case room = "agenda.meaning.room"
        case columns = "agenda.meaning.columns"
        case note = "agenda.meaning.note"
        case prose = "agenda.meaning.prose"
        case noise = "agenda.meaning.noise"
        case unread = "agenda.meaning.unread"
        case blank = "agenda.meaning.blank"
    }
    package let code: Code
    package let arguments: [String: String]
    package init(_ code: Code, _ arguments: [String: String] = [:]) {
        self.code = code
        self.arguments = arguments
    }
}

/// What is wrong or was guessed: a word key with what was found; the words say what was expected.
package struct AgendaComplaint: Sendable, Codable, Hashable, Error {
    package enum Code: String, CaseIterable, Sendable, Codable {
        case wrongTime = "agenda.wrong.time"
        case wrongDate = "agenda.wrong.date"
        case wrongOrder = "agenda.wrong.order"
        case wrongTitle = "agenda.wrong.title"
        case outsideDates = "agenda.guessed.outsideDates"
        case guessedWeekday = "agenda.guessed.weekday"
        case guessedDay = "agenda.guessed.day"
        case guessedYear = "agenda.guessed.year"
        case guessedEnd = "agenda.guessed.end"
        case guessedHalf = "agenda.guessed.half"
        case guessedNight = "agenda.guessed.night"
        case guessedParallel = "agenda.guessed.parallel"
        case guessedSlots = "agenda.guessed.slots"
        case guessedPerson = "agenda.guessed.person"
        case guessedTitle = "agenda.guessed.title"
        case guessedRange = "agenda.guessed.range"
        case guessedHeading = "agenda.guessed.heading"
        case severalTimes = "agenda.guessed.severalTimes"
        case dateOpen = "agenda.guessed.dateOpen"
        case refusedColumns = "agenda.refused.columns"
        case refusedBytes = "agenda.refused.bytes"
        case refusedLines = "agenda.refused.lines"
    }
    package let code: Code
    package let arguments: [String: String]
    package init(_ code: Code, _ arguments: [String: String] = [:]) {
        self.code = code
        self.arguments = arguments
    }
}

/// Something that only people can say. Nothing is filled in before they have.
package struct AgendaQuestion: Sendable, Codable, Hashable {
    package enum Code: String, CaseIterable, Sendable, Codable {
        /// No date anywhere for the items from this line on; `assumedDate` answers it.
        case dateNeeded = "agenda.question.date"
        /// A day and a month, and no year anywhere.
        case yearNeeded = "agenda.question.year"
        /// Two dates are possible (03/12/2025); `options` has them.
        case dateAmbiguous = "agenda.question.ambiguous"
        /// The last item of a day has a start and no end.
        case endNeeded = "agenda.question.end"
    }
    package let code: Code
    package let line: Int
    package let arguments: [String: String]
    package let options: [CalendarDate]
    package init(_ code: Code, line: Int, _ arguments: [String: String] = [:], options: [CalendarDate] = []) {
        self.code = code
        self.line = line
        self.arguments = arguments.merging(["line": String(line)]) { given, _ in given }
        self.options = options
    }
}
