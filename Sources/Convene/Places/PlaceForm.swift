import Base
import HTML
import People

/// The form of a kind of place: text in → a category with its capacity, or complaints. Times are those of the event's zone.
package struct PlaceForm: Sendable {
    package var lines: FormLines
    package subscript(_ name: String) -> String { lines[name] }

    package init(sent fields: [(name: String, value: String)]) { lines = FormLines(fields) }

    package init(_ category: PlaceCategory, _ count: PlaceCount, zone: Zone) {
        func local(_ at: Instant?) -> String {
            at.map { zone.wall(at: $0) }.map { "\($0.date)T\($0.time)" } ?? ""
        }
        var fields = [
            "kind": category.kind.rawValue, "mode": category.mode.rawValue, "fee": category.fee.rawValue,
            "price": category.price, "capacity": count.isUnlimited ? "" : String(count.capacity),
            "opens": local(category.opens), "closes": local(category.closes), "questionnaire": category.questionnaire?.text ?? "",
            "holdMinutes": String(category.holdMinutes), "offerHours": String(category.offerMinutes / 60),
            "lotteryUntil": local(category.lottery?.until), "needsCode": category.needsCode ? "yes" : "",
            "needsApproval": category.needsApproval ? "yes" : "", "hasWaitingList": category.hasWaitingList ? "yes" : "",
        ]
        for (name, text) in [("name", category.name), ("text", category.text)] {
            for tag in text.tags { fields["\(name)_\(tag)"] = text[tag] ?? "" }
            fields["\(name)_authentic"] = text.authentic
        }
        lines = FormLines(fields.map { (name: $0.key, value: $0.value) })
    }

    /// What is not in the form stays as it is in `before`.
    package func category(_ before: PlaceCategory, zone: Zone) throws -> (PlaceCategory, capacity: Int) {
        var complaints = Complaints()
        var category = before
        category.name = lines.texts("name")
        category.text = lines.texts("text")
        if category.name.isEmpty { complaints.add("name_en", "places.refusal.nameless") }
        category.kind = PlaceCategory.Kind(rawValue: self["kind"]) ?? .general
        category.mode = PlaceCategory.Mode(rawValue: self["mode"]) ?? .room
        category.fee = PlaceCategory.Fee(rawValue: self["fee"]) ?? .free
        category.price = self["price"]
        category.needsCode = self["needsCode"] == "yes"
        category.needsApproval = self["needsApproval"] == "yes"
        category.hasWaitingList = self["hasWaitingList"] == "yes"
        category.questionnaire = Identifier(self["questionnaire"])
        category.opens = instant("opens", zone, &complaints)
        category.closes = instant("closes", zone, &complaints)
        if let opens = category.opens, let closes = category.closes, closes <= opens {
            complaints.add("closes", "places.refusal.closes")
        }
        category.holdMinutes = number("holdMinutes", 5...120, &complaints) ?? before.holdMinutes
        category.offerMinutes = number("offerHours", 1...336, &complaints).map { $0 * 60 } ?? before.offerMinutes
        let capacity =
            self["capacity"].isEmpty ? PlaceCategory.unlimited : number("capacity", 0...PlaceCategory.unlimited - 1, &complaints)
        lottery(&category, zone, &complaints)
        guard complaints.isEmpty, let capacity else { throw complaints }
        return (category, capacity)
    }

    /// A draw needs an end, and its seed is made here once: nobody chooses it.
    private func lottery(_ category: inout PlaceCategory, _ zone: Zone, _ complaints: inout Complaints) {
        guard category.lottery?.drawnAt == nil else { return }
        guard let until = instant("lotteryUntil", zone, &complaints) else {
            category.lottery = nil
            return
        }
        if let closes = category.closes, until > closes { complaints.add("lotteryUntil", "places.refusal.lotteryLate") }
        if category.needsApproval { complaints.add("lotteryUntil", "places.refusal.lotteryApproval") }
        let seed = category.lottery?.seed ?? RegistrationNumber.new() + RegistrationNumber.new() + RegistrationNumber.new()
        category.lottery = PlaceCategory.Lottery(until: until, seed: seed, drawnAt: nil)
    }

    private func instant(_ name: String, _ zone: Zone, _ complaints: inout Complaints) -> Instant? {
        guard !self[name].isEmpty else { return nil }
        let parts = self[name].split(separator: "T")
        guard parts.count == 2, let date = CalendarDate(String(parts[0])), let time = ClockTime(parts[1].prefix(5)) else {
            complaints.add(name, "places.refusal.time")
            return nil
        }
        switch zone.reading(date, time) {
        case .once(let at): return at
        case .skipped, .twice:
            complaints.add(name, "places.refusal.clocks", ["zone": zone.city])
            return nil
        }
    }

    private func number(_ name: String, _ range: ClosedRange<Int>, _ complaints: inout Complaints) -> Int? {
        guard !self[name].isEmpty else { return nil }
        guard let number = Int(westernDigits(self[name])), range.contains(number) else {
            complaints.add(name, "places.refusal.number", ["low": String(range.lowerBound), "high": String(range.upperBound)])
            return nil
        }
        return number
    }
}
