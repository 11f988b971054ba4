import Base

/// What is inside an item: slots where their times are known, else lines of its abstract. No time is invented.
struct AgendaBody {
    struct Part: Hashable {
        let start: ClockTime
        let minutes: Int
        let title: String
    }
    let slots: [Part]
    let notes: String

    init(_ item: AgendaItem, minutes: Int) {
        let end = item.start.adding(minutes: minutes)
        slots = AgendaBody.timed(item.slots, from: item.start, to: end) ?? []
        var lines = item.notes.map { [manyLines($0)] } ?? []
        lines += item.works.map { "– " + singleLine($0) }
        if slots.isEmpty { lines += item.slots.map { "– " + singleLine($0.title) }.filter { $0.count > 2 } }
        notes = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Every slot's time: as written, or following the slot before, up to the next one's start. Nil if one has neither
    /// a length nor an end.
    private static func timed(_ slots: [AgendaSlot], from start: ClockTime, to end: ClockTime) -> [Part]? {
        var parts: [Part] = []
        var next = start
        for (index, slot) in slots.enumerated() {
            let begins = slot.start ?? next
            let isLast = index == slots.count - 1
            let until = isLast ? (slot.start == nil ? nil : end) : slots[index + 1].start
            guard let minutes = slot.minutes ?? until.map({ $0.minutes - begins.minutes }), minutes > 0 else { return nil }
            parts.append(Part(start: begins, minutes: minutes, title: slot.title))
            next = begins.adding(minutes: minutes)
        }
        return parts
    }
}
