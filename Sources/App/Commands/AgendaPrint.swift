import Base
import Convene
import HTML

/// A reading for the terminal: the programme first, then each line with what it was taken for.
struct AgendaPrint {
    let words: Words

    func text(_ reading: AgendaReading, isReady: Bool, saved: Bool) -> String {
        var out = ""
        if let refusal = reading.refusal { return words(refusal.code.rawValue, refusal.arguments) + "\n" }
        var date: CalendarDate?
        for item in reading.items {
            if item.date != date, let day = item.date { out += "\n\(words.date(day, .full))\n" }
            date = item.date
            let guess = item.endGuessed || item.startGuessed ? " ?" : ""
            out +=
                "  \(item.start.onTheWall)–\(item.end?.onTheWall ?? "…")\(guess)  \(item.title)  [\(words("kind.\(item.kind.rawValue)"))]\n"
            for slot in item.slots {
                out += "      \(slot.start?.onTheWall ?? "") \(slot.minutes.map { "\($0) min" } ?? "") \(slot.title)\n"
            }
            for speaker in item.speakers { out += "      \(speaker.name)\(speaker.affiliation.map { " (\($0))" } ?? "")\n" }
        }
        out += "\n"
        for line in reading.lines where line.verdict != .blank {
            out += "\(padded(line.number)) \(mark(line.verdict)) \(words(line.meaning.code.rawValue, line.meaning.arguments))"
            if let complaint = line.complaint { out += " — " + words(complaint.code.rawValue, complaint.arguments) }
            out += "\n"
        }
        for question in reading.questions {
            out += "? \(padded(question.line)) \(words(question.code.rawValue, question.arguments))\n"
        }
        out += words(saved ? "agenda.print.saved" : isReady ? "agenda.print.ready" : "agenda.print.open") + "\n"
        return out
    }

    private func padded(_ number: Int) -> String {
        String(repeating: " ", count: max(0, 4 - String(number).count)) + String(number)
    }
    private func mark(_ verdict: AgendaLine.Verdict) -> String {
        switch verdict {
        case .understood: "="
        case .guessed: "~"
        case .leftOut: "."
        case .wrong: "!"
        case .blank: " "
        }
    }
}
