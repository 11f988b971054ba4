import Base

/// What a door says to a ticket. The house decides by these rules; a device without a connection decides by the same ones in
/// `door-rules.js`, and `Tests/ConveneTests/Fixtures/door` holds cases that are run against both.
package enum DoorRules {
    /// What was shown: a code that was read, or somebody who was chosen by number or name.
    package enum Shown: String, Sendable, Codable, Hashable {
        /// A ticket for this event that the house made.
        case sealed
        /// One that it did not make.
        case forged
        /// One that could not be checked, where the device lacks the means.
        case unchecked
        case otherEvent
        case garbled
        case foreign
        /// No ticket: a number that was said or a name that was found.
        case named
    }

    /// What there is to say against a ticket, whoever came in before; nil if nothing. `generation` is the ticket's, nil where
    /// there is none. Who goes out is only asked who she is.
    package static func objection(
        _ shown: Shown, generation: Int?, _ entry: DoorEntry?, at terms: DoorTerms, kind: DoorScan.Kind
    ) -> DoorResult? {
        switch shown {
        case .garbled: return .garbled
        case .foreign: return .foreign
        case .otherEvent: return .otherEvent
        case .forged: return .forged
        case .sealed, .unchecked, .named: break
        }
        guard let entry else { return .notKnown }
        // A newer ticket than the list knows is no worse than one that it does not know.
        if let generation, generation != entry.generation { return generation < entry.generation ? .passedOn : .notKnown }
        if kind == .out { return nil }
        switch entry.standing {
        case .ended: return .cancelled
        case .pending: return .notConfirmed
        case .confirmed: break
        }
        if !terms.categories.isEmpty, !terms.categories.contains(entry.category) { return .otherDoor }
        if terms.demandsPayment, entry.isUnpaid { return .notPaid }
        if let session = terms.seats, !entry.seats.contains(session) { return .seatless }
        return nil
    }

    /// What counts, after the scans of the same person at the same place that were before, in their order.
    package static func judge(_ kind: DoorScan.Kind, objection: DoorResult?, isIn: Bool) -> DoorResult {
        if let objection { return objection }
        switch kind {
        case .into: return isIn ? .again : .admitted
        case .out: return isIn ? .left : .outside
        case .undo: return .undone
        }
    }

    /// All scans of one person at one place, judged anew in the order in which they happened, whatever the order in which they
    /// came to light. A device that has turned somebody away did so: that its list was old does not let her in afterwards.
    package static func settled(_ scans: [DoorScan]) -> [DoorScan] {
        var all = scans.sorted { ($0.happened, $0.id) < ($1.happened, $1.id) }
        let known = Set(all.filter { $0.kind != .undo }.map(\.id))
        let undone = Set(all.filter { $0.kind == .undo }.compactMap(\.undoes))
        var inside: Identifier?
        for index in all.indices {
            if all[index].kind == .undo {
                all[index].result = all[index].undoes.map(known.contains) == true ? .undone : .nothing
                continue
            }
            all[index].isUndone = undone.contains(all[index].id)
            let verdict = judge(all[index].kind, objection: all[index].objection, isIn: inside != nil)
            let wasTurnedAway = all[index].said.map { !$0.letsIn } ?? false
            all[index].result = verdict.letsIn && wasTurnedAway ? .turnedAway : verdict
            all[index].earlier = verdict == .again ? inside : nil
            guard !all[index].isUndone else { continue }
            switch all[index].result {
            case .admitted: inside = all[index].id
            case .left: inside = nil
            default: continue
            }
        }
        return all
    }
}

/// What a door asks of whoever comes in.
package struct DoorTerms: Hashable, Sendable, Codable {
    package var categories: Set<Identifier> = []
    package var demandsPayment = false
    /// The session in which one must have a seat.
    package var seats: Identifier?
    package init(categories: Set<Identifier> = [], demandsPayment: Bool = false, seats: Identifier? = nil) {
        self.categories = categories
        self.demandsPayment = demandsPayment
        self.seats = seats
    }
}
