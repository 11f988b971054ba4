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
        package init(
            event: Event, evidence: [CertificateRules.Evidence], certificates: [Certificate], speakers: Int, today: CalendarDate
        ) {
            self.event = event
            self.evidence = evidence
            self.certificates = certificates
            self.speakers = speakers
            self.today = today
        }

        /// Who was there and has none yet.
        var due: Int {
            let have = Set(certificates.filter { $0.kind == .attendance && $0.revokedAt == nil }.compactMap(\.registration))
            return evidence.filter {
                CertificateRules.objection(to: $0, of: event, on: today) == nil && !have.contains($0.registration.id)
            }.count
        }
    }
    static let most = 300

    package static func path(_ event: Event) -> String { PapersDeskPage.path(event) + "/certificates" }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .papers, title: words("certificate.title")))\
            \(PapersDeskPage.ways(scene, view.event))\(FormParts(words, view.complaints).summary)\
            \(issue(scene, view))\(online(scene, view))\(issued(scene, view))
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

    /// Whoever takes part on line passes no door.
    private static func online(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let people = view.evidence.filter { $0.mode == .online }
        guard !people.isEmpty else { return .empty }
        return """
            <section class="panel" aria-labelledby="online"><h2 id="online">\(words("attendance.online"))</h2>\
            <p>\(words("attendance.online.help"))</p>\
            <form method="post" action="\(url: scene.link(path(view.event) + "/marks"))">\(scene.guardField)\
            <fieldset><legend class="visually-hidden">\(words("attendance.online"))</legend><ul class="plain">\
            \(each(people.prefix(most)) { one in
                let id = one.registration.id
                return """
                    <li><div class="field check"><input type="checkbox" name="present" value="\(id)" id="p-\(id)"\(" checked", if: one.isMarked)>\
                    <input type="hidden" name="shown" value="\(id)">\
                    <label for="p-\(id)"><bdi>\(one.registration.holder.name)</bdi> \
                    \(" · ", if: !one.registration.holder.organisation.isEmpty)<bdi>\(one.registration.holder.organisation)</bdi></label></div></li>
                    """
            })</ul></fieldset><p class="actions"><button class="button quiet" type="submit">\(words("event.desk.save"))</button></p></form>\
            \(#"<p class="meta">\#(words("attendance.more", count: people.count - most))</p>"#, if: people.count > most)</section>

            """
    }

    private static func issued(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard !view.certificates.isEmpty else { return #"<p class="empty">\#(words("certificate.none"))</p>"# }
        return """
            <div class="table-wrap" role="region" tabindex="0" aria-label="\(words("certificate.all"))"><table class="table">\
            <caption>\(words("certificate.all"))</caption><thead><tr>\
            <th scope="col">\(words("registration.name"))</th><th scope="col">\(words("certificate.what"))</th>\
            <th scope="col">\(words("certificate.issued"))</th><th scope="col">\(words("certificate.number"))</th>\
            <td></td></tr></thead>\
            <tbody>\(each(view.certificates.prefix(most)) { line(scene, view, $0) })</tbody></table></div>\
            \(#"<p class="meta">\#(words("attendance.more", count: view.certificates.count - most))</p>"#, if: view.certificates.count > most)
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
