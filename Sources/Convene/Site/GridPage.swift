import Base
import HTML

/// A day as a table of time and rooms, for wide screens. Nil where nothing is parallel in rooms: a list says it better.
enum GridPage {
    /// Sessions of one room that overlap share a cell, so that no cell ever covers another.
    struct Block {
        var start: Instant
        var end: Instant
        var items: [ProgrammeView.Item]
    }

    static func day(_ items: [ProgrammeView.Item], _ cards: ItemPage) -> Markup? {
        var rooms: [Room] = []
        for item in items { if let room = item.room, !rooms.contains(where: { $0.id == room.id }) { rooms.append(room) } }
        guard rooms.count > 1 else { return nil }
        rooms.sort { ($0.position, $0.id) < ($1.position, $1.id) }
        let columns = rooms.map { room in blocks(items.filter { $0.session.room == room.id }) }
        let placed = columns.joined()
        let roomless = blocks(items.filter { $0.room == nil })
        // What has no room spans the hall if nothing else is on meanwhile; otherwise it gets a column of its own.
        let spans = roomless.filter { one in !placed.contains { $0.start < one.end && one.start < $0.end } }
        let apart = roomless.filter { one in placed.contains { $0.start < one.end && one.start < $0.end } }
        let all = apart.isEmpty ? columns : columns + [apart]
        let rows = Set((all.joined() + spans).map(\.start)).sorted()
        let name = [cards.words("site.grid")] + items.prefix(1).map { cards.words.date($0.session.date) }
        return """
            <div class="grid-scroll" tabindex="0" role="region" aria-label="\(name.joined(separator: ", "))"><table class="grid"><thead><tr>\
            <th scope="col">\(cards.words("site.time"))</th>\
            \(each(rooms) { #"<th scope="col">\#(cards.scene.text($0.name))</th>"# })\
            \(#"<th scope="col">\#(cards.words("site.noRoom"))</th>"#, if: !apart.isEmpty)</tr></thead>\
            <tbody>\(each(rows) { row($0, rows, all, spans, cards) })</tbody></table></div>
            """
    }

    private static func row(
        _ start: Instant, _ rows: [Instant], _ columns: [[Block]], _ spans: [Block], _ cards: ItemPage
    ) -> Markup {
        let here = columns.compactMap { $0.first { $0.start == start }?.items.first }.first
        let span = spans.first { $0.start == start }
        guard let first = here ?? span?.items.first else { return .empty }
        if let span {
            return """
                <tr><th scope="row">\(cards.rail(first))</th><td colspan="\(columns.count)">\
                \(each(span.items) { cards.card($0, under: false) })</td></tr>
                """
        }
        return "<tr><th scope=\"row\">\(cards.rail(first))</th>\(each(columns) { cell($0, start, rows, cards) })</tr>"
    }

    private static func cell(_ column: [Block], _ start: Instant, _ rows: [Instant], _ cards: ItemPage) -> Markup {
        if let block = column.first(where: { $0.start == start }) {
            let height = rows.count { $0 >= block.start && $0 < block.end }
            return
                #"<td\#(#" rowspan="\#(height)""#, if: height > 1)>\#(each(block.items) { cards.card($0, under: false) })</td>"#
        }
        return column.contains { $0.start < start && start < $0.end } ? .empty : "<td></td>"
    }

    static func blocks(_ items: [ProgrammeView.Item]) -> [Block] {
        var out: [Block] = []
        for item in items.sorted(by: { ($0.start, $0.session.id) < ($1.start, $1.session.id) }) {
            if let last = out.last, item.start < last.end || item.start == last.start {
                out[out.count - 1].items.append(item)
                out[out.count - 1].end = max(last.end, item.end)
            } else {
                out.append(Block(start: item.start, end: item.end, items: [item]))
            }
        }
        return out
    }
}
