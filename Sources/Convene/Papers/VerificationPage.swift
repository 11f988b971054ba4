import Base
import HTML

/// Whether a paper is genuine: its number is typed, and the page says what was issued under it. It is the readable twin of
/// the paper, and tells nothing that does not stand there.
package enum VerificationPage {
    package struct View: Sendable {
        package let certificate: Certificate
        /// What it says is still so.
        package let isBacked: Bool
        package let event: Event?
        package init(certificate: Certificate, isBacked: Bool, event: Event?) {
            self.certificate = certificate
            self.isBacked = isBacked
            self.event = event
        }
    }

    package static func ask(_ scene: Scene, typed: String = "", _ complaints: Complaints = Complaints()) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        return """
            <h1>\(words("certificate.verify"))</h1><p>\(words("certificate.verify.help"))</p>\(parts.summary)\
            <form class="desk-form" method="get" action="\(url: scene.link(Certificate.path))">\
            \(each(scene.kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\
            \(parts.input(
                "number", label: words("certificate.number"), value: typed, help: words("certificate.number.help"), required: true,
                autocomplete: "off"))\
            <p class="actions"><button class="button" type="submit">\(words("certificate.verify.do"))</button></p></form>
            """
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let one = view.certificate
        return """
            <h1>\(words("certificate.heading.\(one.kind.rawValue)"))</h1>\(standing(words, view))\
            <article class="panel" aria-labelledby="holder"><h2 id="holder"><bdi>\(one.content.name)</bdi></h2>\
            \(latin(one.content))\(what(scene, one))\(facts(scene, view))</article>\
            \(digest(words, one))<p class="meta"><a href="\(url: scene.link(Certificate.path))">\(words("certificate.another"))</a></p>
            """
    }

    private static func standing(_ words: Words, _ view: View) -> Markup {
        let one = view.certificate
        if let revoked = one.revokedAt {
            return """
                <p class="notice bad" role="status"><b>\(words("certificate.revoked"))</b> \
                \(words("certificate.revoked.help", ["date": words.date(day(revoked, view))]))</p>
                """
        }
        let key = view.isBacked ? "certificate.valid" : "certificate.lapsed"
        return """
            <p class="notice \(view.isBacked ? "good" : "warn")" role="status"><b>\(words(key))</b> \(words(key + ".help"))</p>
            """
    }

    private static func latin(_ content: CertificateContent) -> Markup {
        content.latin.isEmpty ? .empty : #"<p><bdi lang="und-Latn">\#(content.latin)</bdi></p>"#
    }

    /// A letter's own text is its holder's alone; that it was written is what anyone may ask.
    private static func what(_ scene: Scene, _ one: Certificate) -> Markup {
        let said = CertificateSheet.sentence(one.content, scene.words)
        guard one.content.talks.count > 1 else { return "<p>\(said)</p>" }
        return """
            <p>\(said)</p><ul>\(each(one.content.talks) { talk in
                "<li>\(scene.text(talk.title)) · \(scene.words.date(talk.date))</li>"
            })</ul>
            """
    }

    private static func facts(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let one = view.certificate
        let name = scene.text(one.content.event)
        let event: Markup =
            view.event.map { $0.isPublic } == true
            ? #"<a href="\#(url: scene.link(view.event?.path ?? "/"))">\#(name)</a>"# : name
        return """
            <dl class="facts"><div><dt>\(words("certificate.event"))</dt><dd>\(event)</dd></div>\
            <div><dt>\(words("certificate.issued"))</dt><dd>\(words.date(one.content.date))</dd></div>\
            <div><dt>\(words("certificate.number"))</dt><dd><bdi class="code" dir="ltr">\(one.number)</bdi></dd></div>\
            \(issuer(words, one.content))</dl>
            """
    }

    private static func issuer(_ words: Words, _ content: CertificateContent) -> Markup {
        guard let first = content.letterhead.first else { return .empty }
        return "<div><dt>\(words("certificate.issuer"))</dt><dd><bdi>\(first)</bdi></dd></div>"
    }

    private static func digest(_ words: Words, _ one: Certificate) -> Markup {
        let rest = String(one.digest.dropFirst(16))
        return """
            <p class="meta">\(words("certificate.digest")) <code dir="ltr"><b>\(one.printedDigest)</b> \(rest)</code></p>
            """
    }

    private static func day(_ at: Instant, _ view: View) -> CalendarDate {
        (view.event.flatMap { Zone($0.zone) } ?? .utc).wall(at: at).date
    }
}
