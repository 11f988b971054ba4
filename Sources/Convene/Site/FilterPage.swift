import Base
import HTML

/// What a programme can be narrowed down to: links that keep the other choices, and a search form. All without script.
enum FilterPage {
    static func chips(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView, _ filter: ProgrammeFilter, _ cards: ItemPage
    ) -> Markup {
        let words = scene.words
        let base = event.path + "/programme"
        func chip(_ label: Markup, _ isOn: Bool, _ change: (inout ProgrammeFilter) -> Void) -> Markup {
            let path = address(base, filter.with(change))
            return #"<li><a href="\#(url: scene.link(path))"\#(#" aria-current="true""#, if: isOn)>\#(label)</a></li>"#
        }
        let all = "\(words("site.all"))" as Markup
        let days = group(
            words("site.day"), view.days.count,
            chip(all, filter.day == nil) { $0.day = nil },
            each(view.days) { day in chip("\(words.date(day, .short))", filter.day == day) { $0.day = day } })
        let kinds = group(
            words("site.kind"), view.kinds.count,
            chip(all, filter.kind == nil) { $0.kind = nil },
            each(view.kinds) { kind in chip("\(cards.kind(kind))", filter.kind == kind) { $0.kind = kind } })
        let rooms = group(
            words("site.room"), view.rooms.count,
            chip(all, filter.room == nil) { $0.room = nil },
            each(view.rooms) { room in chip(scene.text(room.name), filter.room == room.id) { $0.room = room.id } })
        let languages = group(
            words("site.language"), view.languages.count,
            chip(all, filter.language == nil) { $0.language = nil },
            each(view.languages) { tag in chip("\(cards.tongue(tag))", filter.language == tag) { $0.language = tag } })
        let views = group(
            words("site.view"), view.rooms.count,
            chip("\(words("site.list"))", !filter.isGrid) { $0.isGrid = false },
            chip("\(words("site.grid"))", filter.isGrid) { $0.isGrid = true })
        return """
            <div class="filters">\(search(scene, base, filter))\(days)\(kinds)\(rooms)\(languages)\(views)</div>

            """
    }

    /// A group of one choice is none.
    private static func group(_ label: String, _ count: Int, _ first: Markup, _ rest: Markup) -> Markup {
        guard count > 1 else { return .empty }
        return #"<nav aria-label="\#(label)"><ul class="chips">\#(first)\#(rest)</ul></nav>"#
    }

    private static func search(_ scene: Scene, _ base: String, _ filter: ProgrammeFilter) -> Markup {
        let words = scene.words
        let kept = filter.fields.filter { $0.name != "q" } + scene.kept
        return """
            <form class="search" method="get" action="\(url: base)" role="search"><label for="q">\(words("site.search"))</label>\
            <input id="q" name="q" type="search" value="\(filter.text)" dir="auto" maxlength="100">\
            \(each(kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\
            <button class="button quiet" type="submit">\(words("site.find"))</button></form>
            """
    }

    private static func address(_ base: String, _ filter: ProgrammeFilter) -> String {
        var out = base
        for (index, field) in filter.fields.enumerated() {
            out += (index == 0 ? "?" : "&") + field.name + "=" + percentEncoded(field.value)
        }
        return out
    }
}
