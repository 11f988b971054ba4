import Base
import HTML

/// Who comes: names, organisations and countries of those who agreed to be seen by the others.
enum ParticipantsPage {
    struct View: Sendable {
        let event: Event
        /// Of the registration's page: `/r/…`.
        let way: String
        /// Whoever looks stands in the list herself.
        let isListed: Bool
        let people: [Registration]
        /// Part of a name or an organisation.
        var text = ""
        /// From 1.
        var page = 1

        /// Those who are looked for.
        var found: [Registration] {
            let wanted = folded(text)
            guard !wanted.isEmpty else { return people }
            return people.filter { one in
                [one.holder.name, one.holder.latin, one.holder.organisation].contains { folded($0).contains(wanted) }
            }
        }
    }

    /// On the holder's page.
    static func section(_ scene: Scene, way: String) -> Markup {
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="people"><h2 id="people">\(words("participants.title"))</h2>\
            <p>\(words("participants.help"))</p>\
            <p class="actions"><a class="button quiet" href="\(url: scene.link(way + "/people"))">\(words("participants.see"))</a></p>\
            </section>

            """
    }

    static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let found = view.found
        let sorted = words.sorted(found) { $0.holder.latin.isEmpty ? $0.holder.name : $0.holder.latin }
        let part = ListPartPage(view.page, of: found.count)
        return """
            <p>\(words("participants.help"))</p><p class="notice">\(words(view.isListed ? "participants.in" : "participants.out")) \
            <a href="\(url: scene.link(view.way))">\(words("registration.own"))</a></p>\(search(scene, view))\
            <p class="meta">\(words("participants.count", count: found.count))</p>\
            \(table(words, part.of(sorted)), if: !found.isEmpty)\
            \(part.ways(scene) { "\(view.way)/people?q=\(percentEncoded(view.text))&page=\($0)" })
            """
    }

    private static func search(_ scene: Scene, _ view: View) -> Markup {
        guard view.people.count > 20 || !view.text.isEmpty else { return .empty }
        let words = scene.words
        return """
            <form class="desk-form filter-row" method="get" action="\(url: scene.link(view.way + "/people"))" role="search"><div class="row">\
            \(FormParts(words).input("q", label: words("participants.search"), value: view.text, type: "search"))</div>\
            <button class="button quiet" type="submit">\(words("registration.show"))</button></form>
            """
    }

    private static func table(_ words: Words, _ people: ArraySlice<Registration>) -> Markup {
        """
        <div class="table-wrap"><table class="table stacked">\
        <caption class="visually-hidden">\(words("participants.title"))</caption><thead><tr><th scope="col">\(words("registration.name"))</th>\
        <th scope="col">\(words("registration.organisation"))</th><th scope="col">\(words("registration.country"))</th></tr></thead>\
        <tbody>\(each(people) { one in
            let who = one.holder
            let isOther = !who.latin.isEmpty && who.latin != who.name
            return """
                <tr><th scope="row"><bdi>\(who.name)</bdi>\(#" <small><bdi>\#(who.latin)</bdi></small>"#, if: isOther)</th>\
                <td><bdi>\(who.organisation)</bdi></td><td>\(who.country.isEmpty ? "" : words.country(who.country))</td></tr>
                """
        })</tbody></table></div>
        """
    }
}
