import Base

/// What a reader wants to see of a programme, from the address and back into it. What cannot be read asks for nothing.
package struct ProgrammeFilter: Hashable, Sendable {
    package var day: CalendarDate?
    package var track: Identifier?
    package var kind: ItemKind?
    package var room: Identifier?
    package var language: String?
    package var speaker: SpeakerKey?
    package var text: String = ""
    package var isGrid = false

    package static let names: Set<String> = ["day", "track", "kind", "room", "language", "speaker", "q", "view"]
    /// Those with few values. What people type has so many that pages made for it would drive all others out of the cache.
    package static let choices = names.subtracting(["q"])
    private static let longestText = 100

    package init() {}
    package init(_ value: (String) -> String?) {
        day = value("day").flatMap { CalendarDate($0) }
        track = value("track").flatMap { Identifier($0) }
        kind = value("kind").flatMap(ItemKind.init(rawValue:))
        room = value("room").flatMap { Identifier($0) }
        language = value("language").flatMap { $0.isEmpty || $0.utf8.count > 35 ? nil : $0 }
        speaker = value("speaker").flatMap { SpeakerKey($0) }
        text = String(singleLine(value("q") ?? "").prefix(ProgrammeFilter.longestText))
        isGrid = value("view") == "grid"
    }

    /// Nothing is left out.
    package var isOpen: Bool { !isNarrow && text.isEmpty }
    /// Something besides the search leaves sessions out.
    package var isNarrow: Bool {
        day != nil || track != nil || kind != nil || room != nil || language != nil || speaker != nil
    }

    /// Name and value of each part of the query, in a fixed order.
    package var fields: [(name: String, value: String)] {
        let all = [
            ("day", day?.description), ("track", track?.text), ("kind", kind?.rawValue), ("room", room?.text),
            ("language", language), ("speaker", speaker?.text), ("q", text.isEmpty ? nil : text),
            ("view", isGrid ? "grid" : nil),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    /// The filter with one thing changed.
    package func with(_ change: (inout ProgrammeFilter) -> Void) -> ProgrammeFilter {
        var copy = self
        change(&copy)
        return copy
    }
    /// The search alone, in the same view.
    package var widened: ProgrammeFilter {
        var wide = ProgrammeFilter()
        wide.text = text
        wide.isGrid = isGrid
        return wide
    }
    package var wish: SearchTokens.Wish { SearchTokens.wish(text) }

    /// `index` is what a search looks into, if somebody has it ready.
    package func items(of view: ProgrammeView, index: SearchIndex? = nil) -> [ProgrammeView.Item] {
        guard !isOpen else { return view.items }
        guard !text.isEmpty else { return view.items.filter { keeps($0.session) } }
        let wish = wish
        // Signs alone ask for nothing that could be found.
        guard !wish.isEmpty else { return [] }
        let found = (index ?? SearchIndex(view.release)).sessions(for: wish)
        return view.items.filter { found.contains($0.session.id) && keeps($0.session) }
    }

    private func keeps(_ session: Session) -> Bool {
        if let day, session.date != day { return false }
        if let track, session.track != track { return false }
        if let kind, session.kind != kind { return false }
        if let room, session.room != room { return false }
        if let language, !session.languages.contains(language) { return false }
        if let speaker, !session.appearances.contains(where: { SpeakerKey($0) == speaker }) { return false }
        return true
    }
}
