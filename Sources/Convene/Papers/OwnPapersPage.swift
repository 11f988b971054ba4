import Base
import HTML
import Paper

/// The block of papers on the page of a registration: the code of the ticket, and what can be kept.
enum OwnPapersPage {
    struct View: Sendable {
        /// Of the page: `/r/…`.
        let path: String
        let category: PlaceCategory
        /// The text of the ticket's code; nil while there is no ticket.
        var code: String?
        /// Hers, and still hers.
        var certificates: [Certificate] = []
        var invitation: Certificate?
        var isInvitationOpen = false
    }

    static func section(_ scene: Scene, _ view: View) -> Markup {
        "\(ticket(scene, view))\(certificates(scene, view))\(invitation(scene, view))"
    }

    private static func ticket(_ scene: Scene, _ view: View) -> Markup {
        guard let code = view.code else { return .empty }
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="ticket"><h2 id="ticket">\(words("papers.ticket"))</h2>\
            \(picture(code, words))<p>\(words(view.category.mode == .online ? "papers.ticket.online" : "papers.ticket.show"))</p>\
            <p class="help">\(words("papers.ticket.keep"))</p>\
            <p class="actions"><a class="button" href="\(url: scene.link(view.path + "/ticket.pdf"))">\(words("papers.ticket.pdf"))</a> \
            <a class="button quiet" href="\(url: scene.link(view.path + "/registration.ics"))">\(words("papers.calendar"))</a></p></section>

            """
    }

    private static func certificates(_ scene: Scene, _ view: View) -> Markup {
        guard !view.certificates.isEmpty else { return .empty }
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="certificates"><h2 id="certificates">\(words("certificate.title"))</h2><ul class="plain">\
            \(each(view.certificates) { one in
                """
                <li><b>\(words("certificate.heading.\(one.kind.rawValue)"))</b> \
                <a class="button quiet" href="\(url: scene.link("\(view.path)/certificate.pdf?number=\(one.number)"))">\
                \(words("certificate.pdf"))</a> <a href="\(url: scene.link(one.path))">\(words("certificate.public"))</a></li>
                """
            })</ul></section>

            """
    }

    private static func invitation(_ scene: Scene, _ view: View) -> Markup {
        guard view.isInvitationOpen || view.invitation != nil else { return .empty }
        let words = scene.words
        let file: Markup = """
            <a class="button" href="\(url: scene.link(view.path + "/invitation.pdf"))">\(words("papers.invitation.pdf"))</a> 
            """
        let make = words(view.invitation == nil ? "papers.invitation.make" : "papers.invitation.again")
        let form: Markup = """
            <form method="post" action="\(url: scene.link(view.path + "/invitation"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(make)</button></form>
            """
        return """
            <section class="panel" aria-labelledby="invitation"><h2 id="invitation">\(words("papers.invitation"))</h2>\
            <p>\(words("papers.invitation.own"))</p>\
            <p class="actions">\(file, if: view.invitation != nil)</p>\(form, if: view.isInvitationOpen)</section>

            """
    }

    /// Dark on white whatever the page's colours are, or no device reads it.
    static func picture(_ text: String, _ words: Words, size: Int = 232) -> Markup {
        guard let matrix = try? QRMatrix(text) else { return .empty }
        let path = QRPath(matrix)
        return """
            <svg class="qr" viewBox="0 0 \(path.side) \(path.side)" width="\(size)" height="\(size)" role="img" \
            aria-label="\(words("papers.ticket.code"))" shape-rendering="crispEdges"><rect width="\(path.side)" \
            height="\(path.side)" fill="#fff"/><path fill="#000" d="\(path.d)"/></svg>
            """
    }
}
