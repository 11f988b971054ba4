import Base
import HTML

/// Certificates at the desk: who can have one, who has one, who was there on line.
package enum CertificateDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let evidence: [CertificateRules.Evidence]
        package let certificates: [Certificate]
        /// Speakers of the released programme without one.
        package let speakers: Int
        package let today: CalendarDate
        package var complaints = Complaints()
        /// Part of a name, an organisation, an address or a number: whom to show.
        package var text = ""
        /// Of those who take part on line, and of the certificates; from 1.
        package var page = 1
        package var issuedPage = 1
        /// What came of a list of addresses, and the list where nothing came of it.
        package var told: CertificateActions.Marked?
        package var pasted = ""
        package init(
            event: Event, evidence: [CertificateRules.Evidence], certificates: [Certificate], speakers: Int, today: CalendarDate
        ) {
            self.event = event
            self.evidence = evidence
            self.certificates = certificates
            self.speakers = speakers
            self.today = today
        }

        /// Who takes part on line, of those who are looked for.
        var online: [CertificateRules.Evidence] {
            let wanted = folded(text)
            return evidence.filter { one in
                let who = one.registration.holder
                let texts = [one.registration.number, who.name, who.latin, who.email, who.organisation]
                return one.mode == .online && (wanted.isEmpty || texts.contains { folded($0).contains(wanted) })
            }
        }
        var issued: [Certificate] {
            let wanted = folded(text)
            return certificates.filter { one in
                wanted.isEmpty || [one.number, one.content.name].contains { folded($0).contains(wanted) }
            }
        }

        /// The same page with another part of its lists.
        package func address(page: Int? = nil, issuedPage: Int? = nil) -> String {
            CertificateDeskPage.path(event)
                + "?q=\(percentEncoded(text))&page=\(page ?? self.page)&issued=\(issuedPage ?? self.issuedPage)"
        }

        /// Who was there and has none yet.
        var due: Int {
            let have = Set(certificates.filter { $0.kind == .attendance && $0.revokedAt == nil }.compactMap(\.registration))
            return evidence.filter {
                CertificateRules.objection(to: $0, of: event, on: today) == nil && !have.contains($0.registration.id)
            }.count
        }
    }

    package static func path(_ event: Event) -> String { PapersDeskPage.path(event) + "/certificates" }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .papers, title: words("certificate.title")))\
            \(PapersDeskPage.ways(scene, view.event))\(FormParts(words, view.complaints).summary)\
            \(issue(scene, view))\(search(scene, view))\(CertificateOnlinePage.markup(scene, view))\(issued(scene, view))
            """
    }

    private static func issue(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard view.today >= view.event.first else {
            return #"<p class="notice">\#(words("certificate.refusal.early"))</p>"#
        }
        return """
            <section class="panel" aria-labelledby="issue"><h2 id="issue">\(words("certificate.issue"))</h2>\
            <p>\(words("certificate.issue.help"))</p>\
            \(row(scene, view, "attendance", words("certificate.due", count: view.due), view.due))\
            \(row(scene, view, "speaker", words("certificate.speakers", count: view.speakers), view.speakers))</section>

            """
    }

    private static func row(_ scene: Scene, _ view: View, _ kind: String, _ said: String, _ count: Int) -> Markup {
        let button: Markup = """
            <form class="inline" method="post" action="\(url: scene.link(path(view.event) + "/issue"))">\(scene.guardField)\
            <input type="hidden" name="kind" value="\(kind)">\
            <button class="button" type="submit" aria-describedby="due-\(kind)">\(scene.words("certificate.issue.do"))</button></form>
            """
        return #"<p id="due-\#(kind)">\#(said)</p>\#(button, if: count > 0)"#
    }

    /// Where all are seen at once nobody needs to look for somebody.
    private static func search(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let isLong = view.certificates.count > 20 || view.evidence.count { $0.mode == .online } > 20
        guard isLong || !view.text.isEmpty else { return .empty }
        return """
            <form class="desk-form filter-row" method="get" action="\(url: scene.link(path(view.event)))" role="search"><div class="row">\
            \(FormParts(words).input("q", label: words("registration.search"), value: view.text, type: "search"))</div>\
            <button class="button quiet" type="submit">\(words("registration.show"))</button></form>
            """
    }

    private static func issued(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let all = view.issued
        let part = ListPartPage(view.issuedPage, of: all.count)
        guard !all.isEmpty else { return #"<p class="empty">\#(words("certificate.none"))</p>"# }
        return """
            <div class="table-wrap" id="issued" role="region" tabindex="0" aria-label="\(words("certificate.all"))"><table class="table">\
            <caption>\(words("certificate.all"))</caption><thead><tr>\
            <th scope="col">\(words("registration.name"))</th><th scope="col">\(words("certificate.what"))</th>\
            <th scope="col">\(words("certificate.issued"))</th><th scope="col">\(words("certificate.number"))</th>\
            <td></td></tr></thead>\
            <tbody>\(each(part.of(all)) { line(scene, view, $0) })</tbody></table></div>\
            \(part.ways(scene) { view.address(issuedPage: $0) + "#issued" })
            """
    }

    private static func line(_ scene: Scene, _ view: View, _ one: Certificate) -> Markup {
        let words = scene.words
        let revoke: Markup = """
            <form class="inline" method="post" action="\(url: scene.link("\(path(view.event))/\(one.id)/revoke"))">\(scene.guardField)\
            <button class="button quiet" type="submit" aria-label="\(words("certificate.revoke.of", ["name": one.content.name]))">\
            \(words("certificate.revoke"))</button></form>
            """
        return """
            <tr><th scope="row"><bdi>\(one.content.name)</bdi></th><td>\(words("certificate.kind.\(one.kind.rawValue)"))</td>\
            <td>\(words.date(one.content.date, .dayMonth))</td>\
            <td><a href="\(url: scene.link(one.path))"><bdi class="code" dir="ltr">\(one.number)</bdi></a> \
            <a href="\(url: scene.link("\(path(view.event))/\(one.id)/certificate.pdf"))">PDF</a></td>\
            <td>\(revoke, if: one.revokedAt == nil)\(#"<span class="badge">\#(words("certificate.revoked"))</span>"#, if: one.revokedAt != nil)</td></tr>
            """
    }
}
