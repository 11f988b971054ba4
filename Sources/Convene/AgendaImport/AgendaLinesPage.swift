import Base
import HTML

/// The text line by line with what each was taken for; colour never speaks alone.
enum AgendaLinesPage {
    static func list(_ scene: Scene, _ lines: [AgendaLine]) -> Markup {
        let words = scene.words
        let shown = lines.filter { $0.verdict != .blank }
        guard !shown.isEmpty else { return .empty }
        let verdicts = AgendaLine.Verdict.allCases.filter { $0 != .blank }
        return """
            <section class="panel"><h2 id="lines">\(words("agendaImport.lines"))</h2>
            <ul class="chips plain">\(each(verdicts) { count(scene, shown, $0) })</ul>
            <div class="table-wrap" role="region" tabindex="0" aria-labelledby="lines">\
            <table class="dense lines"><thead><tr><th scope="col">\(words("agendaImport.column.line"))</th>\
            <th scope="col">\(words("agendaImport.column.text"))</th><th scope="col">\(words("agendaImport.column.meaning"))</th></tr></thead>
            <tbody>\(each(shown) { row(scene, $0) })</tbody></table></div></section>

            """
    }

    private static func count(_ scene: Scene, _ lines: [AgendaLine], _ verdict: AgendaLine.Verdict) -> Markup {
        let count = lines.count { $0.verdict == verdict }
        let name = scene.words("agendaImport.verdict.\(verdict.rawValue)")
        return #"<li class="\#(verdict.rawValue)">\#(name): <b>\#(scene.words.number(count))</b></li>"#
    }

    private static func row(_ scene: Scene, _ line: AgendaLine) -> Markup {
        let words = scene.words
        let complaint = line.complaint.map { words($0.code.rawValue, dated($0.arguments, words)) }
        return """
            <tr class="\(line.verdict.rawValue)" id="line-\(line.number)"><td class="tabular">\(words.number(line.number))</td>\
            <td dir="auto">\(line.text)</td>\
            <td><span class="badge \(line.verdict.rawValue)">\(words("agendaImport.verdict.\(line.verdict.rawValue)"))</span> \
            \(words(line.meaning.code.rawValue, dated(line.meaning.arguments, words)))\(complaint.map { #"<div class="meta">\#($0)</div>"# })</td></tr>

            """
    }

    /// Days in the reader's words; what was found in the text stays as it is.
    private static func dated(_ arguments: [String: String], _ words: Words) -> [String: String] {
        var out = arguments
        for name in ["date", "first", "last"] {
            if let date = arguments[name].flatMap({ CalendarDate($0) }) { out[name] = words.date(date) }
        }
        return out
    }
}
