import Base
import HTML

/// The import form: the pasted text, what it is to do, the answers given so far.
package struct AgendaImportForm: Sendable {
    package let text: String
    package let mode: AgendaMode
    package let tag: String
    /// As typed: the day of whatever has none.
    package let date: String
    /// Question line → what was typed.
    package let answers: [Int: String]
    /// The version of the draft that the preview was made from.
    package let version: Int?

    package static let blank = AgendaImportForm(sent: { _ in nil }, fields: [])
    private static let mostAnswers = 300

    /// `value` gives a field's text, nil where it is missing. The text keeps its tabs and line ends: they say where
    /// columns are.
    package init(sent value: (String) -> String?, fields: [String]) {
        func line(_ name: String) -> String { singleLine(value(name) ?? "") }
        text = value("text") ?? ""
        mode = AgendaMode(rawValue: line("mode")) ?? .add
        let sent = line("tag")
        tag = Language(rawValue: sent) == nil ? "en" : sent
        date = line("date")
        version = Int(line("version"))
        var answers: [Int: String] = [:]
        for name in fields.prefix(AgendaImportForm.mostAnswers) where name.hasPrefix("answer-") {
            if let number = Int(name.dropFirst(7)) { answers[number] = line(name) }
        }
        self.answers = answers
    }

    package static func field(_ question: AgendaQuestion) -> String { "answer-\(question.line)" }

    /// The answers as values; what cannot be read is complained of.
    package func read() throws -> AgendaAnswers {
        var complaints = Complaints()
        if singleLine(text).isEmpty { complaints.add("text", "agendaImport.complaint.text") }
        let day = CalendarDate(date)
        if day == nil, !date.isEmpty { complaints.add("date", "session.complaint.date") }
        var answers = AgendaAnswers(date: day, tag: tag)
        for (line, typed) in self.answers where !typed.isEmpty {
            if let date = CalendarDate(typed) {
                answers.dates[line] = date
            } else if let end = ClockTime(typed) {
                answers.ends[line] = end
            } else {
                complaints.add("answer-\(line)", "agendaImport.complaint.answer")
            }
        }
        guard complaints.isEmpty else { throw complaints }
        return answers
    }
}
