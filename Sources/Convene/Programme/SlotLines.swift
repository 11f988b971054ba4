import Base

/// How the slots of a block are written in a form: `5 × 8 min` for slots that follow each other alike, else a line a
/// slot, `10:05 | 8 min | Title`. The time may be left out where a slot follows the one before.
package enum SlotLines {
    /// A line that could not be read: its number from 1 and its text.
    package struct Fault: Error, Hashable {
        package let line: Int
        package let text: String
    }
    private static let most = 200

    package static func text(_ slots: [SessionDraft.Part], start: ClockTime) -> String {
        if slots.count > 1, let each = slots.first?.minutes,
            slots.enumerated().allSatisfy({ index, slot in
                slot.minutes == each && slot.title.isEmpty && slot.start == start.adding(minutes: index * each)
            })
        {
            return "\(slots.count) × \(each) min"
        }
        var next = start
        return slots.map { slot in
            let time = slot.start == next ? "" : "\(slot.start) | "
            next = slot.start.adding(minutes: slot.minutes)
            let title = slot.title.text(for: slot.title.authentic)
            return time + "\(slot.minutes) min" + (title.isEmpty ? "" : " | " + title)
        }.joined(separator: "\n")
    }

    /// `old` lends the other languages of titles that did not change.
    package static func read(_ text: String, start: ClockTime, tag: String, old: [Slot]) throws -> [SessionDraft.Part] {
        var parts: [SessionDraft.Part] = []
        var next = start
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = singleLine(String(raw))
            if line.isEmpty { continue }
            let fault = Fault(line: index + 1, text: line)
            if let (count, each) = split(line) {
                guard count > 0, each > 0, parts.count + count <= most else { throw fault }
                for _ in 0..<count {
                    parts.append(SessionDraft.Part(start: next, minutes: each, title: .empty))
                    next = next.adding(minutes: each)
                }
                continue
            }
            guard let part = part(line, next: next, tag: tag), parts.count < most else { throw fault }
            parts.append(part)
            next = part.start.adding(minutes: part.minutes)
        }
        for index in parts.indices.prefix(old.count) where !parts[index].title.isEmpty {
            let before = old[index].title
            if before.text(for: before.authentic) == parts[index].title.text(for: tag) { parts[index].title = before }
        }
        return parts
    }

    /// `5 × 8 min`, `5x8`, `5 * 8 min`.
    private static func split(_ line: String) -> (count: Int, each: Int)? {
        let sides = line.lowercased().split(whereSeparator: { "×x*".contains($0) })
        guard sides.count == 2, let count = Int(singleLine(String(sides[0]))), let each = minutes(String(sides[1])) else {
            return nil
        }
        return (count, each)
    }

    private static func part(_ line: String, next: ClockTime, tag: String) -> SessionDraft.Part? {
        var cells = line.split(separator: "|", omittingEmptySubsequences: false).map { singleLine(String($0)) }[...]
        var start = next
        if let first = cells.first, let time = ClockTime(first) {
            start = time
            cells = cells.dropFirst()
        }
        guard let first = cells.popFirst(), let length = minutes(first), (1...2880).contains(length) else { return nil }
        return SessionDraft.Part(start: start, minutes: length, title: Localized(cells.joined(separator: " | "), tag))
    }

    /// `8` or `8 min`.
    private static func minutes(_ text: String) -> Int? {
        let digits = singleLine(text).prefix { $0.isASCII && $0.isNumber }
        let unit = singleLine(text).dropFirst(digits.count).trimmingPrefix(" ").lowercased()
        guard digits.count <= 4, unit.isEmpty || unit == "min" || unit == "min." || unit == "'" else { return nil }
        return Int(digits)
    }
}

extension Localized {
    /// The text under exactly this tag, or nothing.
    fileprivate func text(for tag: String) -> String { self[tag] ?? "" }
}
