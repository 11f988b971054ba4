import Base

/// What a reader wants to see of a programme, from the address and back into it. What cannot be read asks for nothing.
package struct ProgrammeFilter: Hashable, Sendable {
    package var day: CalendarDate?
    package var kind: ItemKind?
    package var room: Identifier?
    package var language: String?
    package var text: String = ""
    package var isGrid = false

    package static let names: Set<String> = ["day", "kind", "room", "language", "q", "view"]
    private static let longestText = 100

    package init() {}
    package init(_ value: (String) -> String?) {
        day = value("day").flatMap { CalendarDate($0) }
        kind = value("kind").flatMap(ItemKind.init(rawValue:))
        room = value("room").flatMap { Identifier($0) }
        language = value("language").flatMap { $0.isEmpty || $0.utf8.count > 35 ? nil : $0 }
        text = String(singleLine(value("q") ?? "").prefix(ProgrammeFilter.longestText))
        isGrid = value("view") == "grid"
    }

    /// Nothing is left out.
    package var isOpen: Bool { day == nil && kind == nil && room == nil && language == nil && text.isEmpty }

    /// Name and value of each part of the query, in a fixed order.
    package var fields: [(name: String, value: String)] {
        let all = [
            ("day", day?.description), ("kind", kind?.rawValue), ("room", room?.text), ("language", language),
            ("q", text.isEmpty ? nil : text), ("view", isGrid ? "grid" : nil),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    /// The filter with one thing changed.
    package func with(_ change: (inout ProgrammeFilter) -> Void) -> ProgrammeFilter {
        var copy = self
        change(&copy)
        return copy
    }

    /// `texts` are what a search looks into, if somebody has them ready.
    package func items(of view: ProgrammeView, texts: [Identifier: String]? = nil) -> [ProgrammeView.Item] {
        guard !isOpen else { return view.items }
        let wanted = folded(text).split(separator: " ")
        let texts = wanted.isEmpty ? [:] : texts ?? ProgrammeFilter.texts(of: view.release)
        return view.items.filter { item in
            guard keeps(item) else { return false }
            let text = texts[item.session.id] ?? ""
            return wanted.allSatisfy { text.contains($0) }
        }
    }

    private func keeps(_ item: ProgrammeView.Item) -> Bool {
        let session = item.session
        if let day, session.date != day { return false }
        if let kind, session.kind != kind { return false }
        if let room, session.room != room { return false }
        if let language, !session.languages.contains(language) { return false }
        return true
    }

    /// What a search looks into, folded: title and summary in every language, the section, talks, names and the room.
    package static func texts(of release: Release) -> [Identifier: String] {
        let rooms = Dictionary(release.programme.rooms.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let pairs = release.programme.sessions.map { session in
            let room = session.room.flatMap { rooms[$0] } ?? .empty
            let localized = [session.title, session.abstract, session.section, room] + session.slots.map(\.title)
            let people = session.appearances.flatMap { [$0.name, $0.affiliation] }
            return (session.id, folded((localized.flatMap { $0.texts.values } + people).joined(separator: " ")))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
