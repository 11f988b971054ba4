import Base
import HTML
import People

/// The speakers of a release: all of them as a list, and one with what she says of herself and her sessions.
package enum SpeakerPage {
    /// A speaker with what the register has of her.
    package struct Entry: Sendable {
        package let speaker: Speaker
        package let person: Person?
        package let profile: Profile?
        package init(_ speaker: Speaker, person: Person? = nil, profile: Profile? = nil) {
            self.speaker = speaker
            self.person = person
            self.profile = profile
        }
        /// Only what she has shown to the public.
        var shown: Profile? { profile.flatMap { $0.isPublic ? $0 : nil } }
        var sorting: String { shown == nil ? speaker.name : person?.sorting ?? speaker.name }
    }
    /// Longer lists have an index of letters.
    private static let short = 30

    // MARK: All

    package static func list(_ scene: Scene, _ event: Event, _ entries: [Entry]) -> Markup {
        let words = scene.words
        guard !entries.isEmpty else { return #"<p class="empty">\#(words("speaker.none"))</p>"# }
        let sorted = words.sorted(entries, by: \.sorting)
        guard sorted.count > short else { return people(scene, event, sorted[...]) }
        let groups = grouped(sorted)
        return """
            <nav aria-label="\(words("speaker.index"))"><ul class="chips">\(each(groups.enumerated()) { number, group in
                ##"<li><a href="#l-\##(number)">\##(group.letter ?? words("speaker.others"))</a></li>"##
            })</ul></nav>\(each(groups.enumerated()) { number, group in
                """
                <section id="l-\(number)"><h2>\(group.letter ?? words("speaker.others"))</h2>\(people(scene, event, group.entries[...]))</section>

                """
            })
            """
    }

    private static func grouped(_ sorted: [Entry]) -> [(letter: String?, entries: [Entry])] {
        var groups: [(letter: String?, entries: [Entry])] = []
        for entry in sorted {
            let letter = Speaker.letter(of: entry.sorting)
            if let index = groups.firstIndex(where: { $0.letter == letter }) {
                groups[index].entries.append(entry)
            } else {
                groups.append((letter, [entry]))
            }
        }
        return groups.filter { $0.letter != nil } + groups.filter { $0.letter == nil }
    }

    private static func people(_ scene: Scene, _ event: Event, _ entries: ArraySlice<Entry>) -> Markup {
        #"<ul class="speakers">\#(each(entries) { row(scene, event, $0) })</ul>"#
    }

    private static func row(_ scene: Scene, _ event: Event, _ entry: Entry) -> Markup {
        let speaker = entry.speaker
        let count = scene.words("speaker.sessions", count: speaker.sessions.count)
        return """
            <li>\(picture(entry, side: 48))<div><a href="\(url: scene.link(speaker.path(event)))"><b dir="auto">\(speaker.name)</b></a>\
            \(each(speaker.affiliations) { #"<span class="meta" dir="auto">\#($0)</span>"# })<span class="meta">\(count)</span></div></li>

            """
    }

    private static func picture(_ entry: Entry, side: Int) -> Markup {
        if let portrait = entry.shown?.portrait {
            return """
                <img class="portrait" src="\(url: ProfilePage.path(portrait))" alt="" width="\(side)" height="\(side)" loading="lazy">
                """
        }
        return #"<span class="initials" aria-hidden="true">\#(entry.speaker.initials)</span>"#
    }

    // MARK: One

    package static func one(_ scene: Scene, _ event: Event, _ view: ProgrammeView, _ entry: Entry) -> Markup {
        let words = scene.words
        let speaker = entry.speaker
        let items = view.items.filter { speaker.sessions.contains($0.session.id) }
        let cards = ItemPage(scene, view, event: event)
        let days = Dictionary(grouping: items, by: \.session.date).sorted { $0.key < $1.key }
        let latin = entry.shown == nil ? nil : entry.person?.latin.flatMap { $0 == speaker.name ? nil : $0 }
        return """
            \(latin.map { #"<p class="lede" lang="und-Latn" dir="auto">\#($0)</p>"# as Markup })\
            \(#"<p class="lede">\#(joined(speaker.affiliations))</p>"#, if: !speaker.affiliations.isEmpty)\
            \(entry.shown.map { ProfilePage.shown(scene, $0, name: speaker.name) })\
            <section><h2>\(words("speaker.inProgramme"))</h2><p class="meta">\(ProgrammePage.zones(scene, view))</p>\
            \(each(days) { day, items in
                """
                <h3 class="section">\(words.date(day, .full))</h3><ol class="ribbon">\(each(items) { item in
                    #"<li class="slot">\#(cards.rail(item))<div>\#(cards.card(item, under: true))</div></li>"#
                })</ol>
                """
            })</section>\
            <p class="actions"><a class="button quiet" href="\(url: scene.link(event.path + "/programme?speaker=" + speaker.key.text))">\
            \(words("speaker.filter"))</a> \
            <a class="button quiet" href="\(url: scene.link(speaker.path(event) + "/speaker.ics"))">\(words("site.calendar"))</a></p>
            """
    }

    private static func joined(_ names: [String]) -> Markup {
        each(names.enumerated()) { index, name in
            let one: Markup = #"<span dir="auto">\#(name)</span>"#
            return index == 0 ? one : " · \(one)"
        }
    }
}
