import Base
import HTML
import People

/// What came back of letters to one person, at the desk.
package enum RegistrationBouncePage {
    /// `isBarred`: letters to many leave the address out.
    static func section(
        _ scene: Scene, _ event: Event, _ registration: Identifier, _ bounces: [MailingDeskPage.LetterBounced], isBarred: Bool
    ) -> Markup {
        guard !bounces.isEmpty else { return .empty }
        return """
            <section class="panel" aria-labelledby="bounces"><h2 id="bounces">\(scene.words("mailing.bounces.of"))</h2>\
            <ul class="plain">\(each(bounces) { "<li>\(MailingDeskPage.line(scene, event, $0))</li>" })</ul>\
            \(barred(scene, event, registration), if: isBarred)</section>

            """
    }

    /// A letter that may have come twice.
    struct Doubted: Hashable, Sendable {
        let subject: String
        let at: Instant
    }

    static func doubted(_ scene: Scene, _ event: Event, _ letters: [Doubted]) -> Markup {
        guard !letters.isEmpty else { return .empty }
        return """
            <section class="panel" aria-labelledby="doubted"><h2 id="doubted">\(scene.words("mailing.doubted"))</h2>\
            <p class="help">\(scene.words("mailing.doubted.help"))</p><ul class="plain">\(each(letters) { one in
                """
                <li><bdi>\(one.subject)</bdi> <span class="meta">\(ReleasePage.moment(scene, event, one.at))</span></li>
                """
            })</ul></section>

            """
    }

    private static func barred(_ scene: Scene, _ event: Event, _ registration: Identifier) -> Markup {
        let path = "\(RegistrationTabsPage.Tab.registrations.path(event))/\(registration)/write-again"
        return """
            <p class="notice warn">\(scene.words("mailing.barred.one"))</p>\
            <form method="post" action="\(url: scene.link(path))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(scene.words("mailing.barred.free"))</button></form>
            """
    }
}
