import Base
import HTML

/// What a programme can be narrowed down to: a search form, links that keep the other choices, and a way back from each.
/// All of it works without script, and every choice is in the address.
enum FilterPage {
    /// More than so many are no choice: they have a page of their own, and each of them a way here.
    private static let mostSpeakers = 150
    /// More tracks than these would fill the page before its first session: they are chosen from a list.
    private static let mostTracks = 6

    static func bar(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView, _ filter: ProgrammeFilter, _ cards: ItemPage, found: Int
    ) -> Markup {
        let words = scene.words
        func chip(_ label: Markup, _ isOn: Bool, _ change: (inout ProgrammeFilter) -> Void) -> Markup {
            let path = address(event, filter.with(change))
            return #"<li><a href="\#(url: scene.link(path))"\#(#" aria-current="true""#, if: isOn)>\#(label)</a></li>"#
        }
        let all = "\(words("site.all"))" as Markup
        let days = group(
            words("site.day"), view.days.count,
            chip(all, filter.day == nil) { $0.day = nil },
            each(view.days) { day in chip("\(words.date(day, .short))", filter.day == day) { $0.day = day } })
        let hasChips = (1...mostTracks).contains(view.tracks.count)
        let tracks = group(
            words("site.track"), hasChips ? view.tracks.count + 1 : 0,
            chip(all, filter.track == nil) { $0.track = nil },
            each(view.tracks) { track in
                chip(scene.text(track.name), filter.track == track.id) { $0.track = track.id }
            })
        let kinds = group(
            words("site.kind"), view.kinds.count,
            chip(all, filter.kind == nil) { $0.kind = nil },
            each(view.kinds) { kind in chip("\(cards.kind(kind))", filter.kind == kind) { $0.kind = kind } })
        let views = group(
            words("site.view"), view.rooms.count,
            chip("\(words("site.list"))", !filter.isGrid) { $0.isGrid = false },
            chip("\(words("site.grid"))", filter.isGrid) { $0.isGrid = true })
        return """
            <div class="filters">\(search(scene, event, view, filter, cards))\(days)\(tracks)\(kinds)\(views)</div>\
            \(result(scene, event, view, filter, cards, found))

            """
    }

    /// A group of one choice is none.
    private static func group(_ label: String, _ count: Int, _ first: Markup, _ rest: Markup) -> Markup {
        guard count > 1 else { return .empty }
        return
            #"<nav aria-label="\#(label)"><span class="label" aria-hidden="true">\#(label)</span><ul class="chips">\#(first)\#(rest)</ul></nav>"#
    }

    // MARK: The form

    private static func search(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView, _ filter: ProgrammeFilter, _ cards: ItemPage
    ) -> Markup {
        let words = scene.words
        let shown: Set<String> = ["q", "room", "language", "speaker", view.tracks.count > mostTracks ? "track" : "q"]
        let kept = filter.fields.filter { !shown.contains($0.name) } + scene.kept
        return """
            <form class="search" method="get" action="\(url: event.path + "/programme")" role="search">\
            <label for="q">\(words("site.search"))</label>\
            <input id="q" name="q" type="search" value="\(filter.text)" dir="auto" maxlength="100">\
            <button class="button quiet" type="submit">\(words("site.find"))</button>\
            \(each(kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\
            \(more(scene, view, filter, cards))</form>
            """
    }

    /// What has many values, folded away until it is wanted.
    private static func more(_ scene: Scene, _ view: ProgrammeView, _ filter: ProgrammeFilter, _ cards: ItemPage) -> Markup {
        let words = scene.words
        let speakers = ProgrammeShelf.shared.speakers(of: view.release)
        let some = speakers.count <= mostSpeakers ? speakers : speakers.filter { $0.key == filter.speaker }
        let tracks = view.tracks.count > mostTracks ? view.tracks : []
        let choices = [
            choice(
                words, "track", words("site.track"), tracks.isEmpty ? nil : filter.track?.text,
                tracks.map { ($0.id.text, $0.name.text(scene.language)) }),
            choice(
                words, "room", words("site.room"), filter.room?.text,
                view.rooms.map { ($0.id.text, $0.name.text(scene.language)) }),
            choice(
                words, "language", words("site.language"), filter.language,
                view.languages.map { ($0, cards.tongue($0)) }),
            choice(
                words, "speaker", words("site.person"), filter.speaker?.text,
                words.sorted(some, by: \.name).map { ($0.key.text, $0.name) }),
        ].compactMap { $0 }
        guard !choices.isEmpty else { return .empty }
        let isOpen =
            filter.room != nil || filter.language != nil || filter.speaker != nil || (filter.track != nil && !tracks.isEmpty)
        return """
            <details\(" open", if: isOpen)><summary>\(words("site.moreFilters"))</summary><div class="row">\(choices)\
            <button class="button quiet" type="submit">\(words("site.apply"))</button></div></details>
            """
    }

    private static func choice(
        _ words: Words, _ name: String, _ label: String, _ selected: String?, _ options: [(value: String, label: String)]
    ) -> Markup? {
        guard options.count > 1 || selected != nil else { return nil }
        return """
            <div class="field"><label for="f-\(name)">\(label)</label><select id="f-\(name)" name="\(name)">\
            <option value="">\(words("site.all"))</option>\(each(options) { option in
                #"<option value="\#(option.value)"\#(" selected", if: option.value == selected)>\#(option.label)</option>"#
            })</select></div>
            """
    }

    // MARK: The result

    /// How much is left of the whole, what narrows it, and the way out of each. Nothing where nothing is narrowed.
    private static func result(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView, _ filter: ProgrammeFilter, _ cards: ItemPage, _ found: Int
    ) -> Markup {
        guard !filter.isOpen else { return .empty }
        let words = scene.words
        let total = words.number(view.items.count)
        return """
            <div class="result"><p role="status">\(words("site.found", count: found, ["total": total]))</p><ul class="chips">\
            \(each(named(scene, view, filter, cards)) { name, wider in
                """
                <li><a href="\(url: scene.link(address(event, wider)))"><span class="visually-hidden">\(words("site.without")) </span>\
                <span dir="auto">\(name)</span> <span aria-hidden="true">×</span></a></li>
                """
            })<li><a href="\(url: scene.link(address(event, ProgrammeFilter().with { $0.isGrid = filter.isGrid })))">\
            \(words("site.clear"))</a></li></ul></div>

            """
    }

    /// Each thing that narrows, in words, with the filter without it.
    private static func named(
        _ scene: Scene, _ view: ProgrammeView, _ filter: ProgrammeFilter, _ cards: ItemPage
    ) -> [(name: String, wider: ProgrammeFilter)] {
        let words = scene.words
        let speakers = ProgrammeShelf.shared.speakers(of: view.release)
        let all: [(String?, (inout ProgrammeFilter) -> Void)] = [
            (filter.text.isEmpty ? nil : "“\(filter.text)”", { $0.text = "" }),
            (filter.day.map { words.date($0, .short) }, { $0.day = nil }),
            (filter.track.map { id in view.tracks.first { $0.id == id }?.name.text(scene.language) ?? "?" }, { $0.track = nil }),
            (filter.kind.map(cards.kind), { $0.kind = nil }),
            (filter.room.map { id in view.rooms.first { $0.id == id }?.name.text(scene.language) ?? "?" }, { $0.room = nil }),
            (filter.language.map(cards.tongue), { $0.language = nil }),
            (filter.speaker.map { key in speakers.first { $0.key == key }?.name ?? "?" }, { $0.speaker = nil }),
        ]
        return all.compactMap { name, widen in name.map { ($0, filter.with(widen)) } }
    }

    /// Nothing fits: if the search alone finds something, that is the nearest way back.
    static func nothing(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView, _ filter: ProgrammeFilter, index: SearchIndex?
    ) -> Markup {
        let words = scene.words
        let wide = filter.widened
        let count = filter.isNarrow && !filter.text.isEmpty ? wide.items(of: view, index: index).count : 0
        let more =
            #"<p><a class="button" href="\#(url: scene.link(address(event, wide)))">\#(words("site.searchAll", count: count))</a></p>"#
            as Markup
        return """
            <div class="empty"><p class="lede">\(words("site.nothingFound"))</p>\(more, if: count > 0)\
            <p><a href="\(url: scene.link(event.path + "/programme"))">\(words("site.wholeProgramme"))</a></p></div>
            """
    }

    private static func address(_ event: Event, _ filter: ProgrammeFilter) -> String {
        var out = event.path + "/programme"
        for (index, field) in filter.fields.enumerated() {
            out += (index == 0 ? "?" : "&") + field.name + "=" + percentEncoded(field.value)
        }
        return out
    }
}
