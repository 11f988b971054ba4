import Base
import HTML

/// Who was there on line, as the organiser says: by ticking names, or by the list of addresses that a video conference gives.
enum CertificateOnlinePage {
    static func markup(_ scene: Scene, _ view: CertificateDeskPage.View) -> Markup {
        let words = scene.words
        guard view.evidence.contains(where: { $0.mode == .online }) else { return .empty }
        return """
            <section class="panel" aria-labelledby="online"><h2 id="online">\(words("attendance.online"))</h2>\
            <p>\(words("attendance.online.help"))</p>\(told(words, view))\(ticks(scene, view))\(addresses(scene, view))</section>

            """
    }

    private static func ticks(_ scene: Scene, _ view: CertificateDeskPage.View) -> Markup {
        let words = scene.words
        let people = view.online
        let part = ListPartPage(view.page, of: people.count)
        guard !people.isEmpty else { return #"<p class="empty">\#(words("registration.noneYet"))</p>"# }
        return """
            <form method="post" action="\(url: scene.link(CertificateDeskPage.path(view.event) + "/marks"))">\(scene.guardField)\
            <input type="hidden" name="q" value="\(view.text)"><input type="hidden" name="page" value="\(part.number)">\
            <fieldset><legend class="visually-hidden">\(words("attendance.online"))</legend><ul class="plain">\
            \(each(part.of(people)) { tick($0) })</ul></fieldset>\
            \(part.ways(scene) { view.address(page: $0) + "#online" })\
            <p class="actions"><button class="button quiet" type="submit">\(words("event.desk.save"))</button></p></form>
            """
    }

    private static func tick(_ one: CertificateRules.Evidence) -> Markup {
        let id = one.registration.id
        let holder = one.registration.holder
        return """
            <li><div class="field check"><input type="checkbox" name="present" value="\(id)" id="p-\(id)"\(" checked", if: one.isMarked)>\
            <input type="hidden" name="shown" value="\(id)">\
            <label for="p-\(id)"><bdi>\(holder.name)</bdi> \
            \(" · ", if: !holder.organisation.isEmpty)<bdi>\(holder.organisation)</bdi></label></div></li>
            """
    }

    private static func addresses(_ scene: Scene, _ view: CertificateDeskPage.View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <form method="post" action="\(url: scene.link(CertificateDeskPage.path(view.event) + "/marks/addresses"))">\(scene.guardField)\
            \(parts.area("addresses", label: words("attendance.addresses"), value: view.pasted, rows: 4, help: words("attendance.addresses.help")))\
            <p class="actions"><button class="button quiet" type="submit">\(words("attendance.addresses.do"))</button></p></form>
            """
    }

    /// What came of a list of addresses; those that are nobody's are for the organiser to look at.
    private static func told(_ words: Words, _ view: CertificateDeskPage.View) -> Markup {
        guard let told = view.told else { return .empty }
        let most = 200
        let unknown: Markup = """
            <p>\(words("attendance.addresses.unknown", count: told.unknown.count))</p>\
            <ul class="plain">\(each(told.unknown.prefix(most)) { #"<li><bdi class="code" dir="ltr">\#($0)</bdi></li>"# })</ul>\
            \(#"<p class="meta">\#(words("attendance.more", count: told.unknown.count - most))</p>"#, if: told.unknown.count > most)
            """
        return """
            <div class="notice" role="status"><p>\(words("attendance.addresses.marked", count: told.marked))</p>\
            \(unknown, if: !told.unknown.isEmpty)</div>
            """
    }
}
