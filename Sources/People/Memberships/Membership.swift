import Base

/// One term of an organisation in the alliance: applied, ratified, perhaps left. Type and the name used in the alliance
/// can change while it lasts.
package struct Membership: Hashable, Sendable, Codable {
    package enum Step: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable, Hashable, Comparable {
        case applied, ratified, left
        private var rank: Int { Step.allCases.firstIndex(of: self) ?? 0 }
        package static func < (one: Step, other: Step) -> Bool { one.rank < other.rank }
    }
    /// A step with the place where its date can be read.
    package struct Dated: Hashable, Sendable, Codable {
        package let on: KnownDate
        package let source: String
        package init(on: KnownDate, source: String = "") {
            self.on = on
            self.source = source
        }
    }
    package struct DatedKind: Hashable, Sendable, Codable {
        package let from: CalendarDate
        package let kind: Organisation.Kind
        package init(from: CalendarDate, kind: Organisation.Kind) {
            self.from = from
            self.kind = kind
        }
    }
    package struct UsedName: Hashable, Sendable, Codable {
        package let from: CalendarDate
        package let names: Localized
        package init(from: CalendarDate, names: Localized) {
            self.from = from
            self.names = names
        }
    }

    package var id: Identifier
    package var organisation: Organisation
    package var steps: [Step: Dated]
    /// Oldest first, never empty.
    package var kinds: [DatedKind]
    /// Oldest first; empty while the organisation's own name is used.
    package var usedNames: [UsedName]

    package init(
        id: Identifier, organisation: Organisation, steps: [Step: Dated], kinds: [DatedKind], usedNames: [UsedName] = []
    ) {
        self.id = id
        self.organisation = organisation
        self.steps = steps
        self.kinds = kinds
        self.usedNames = usedNames
    }

    /// A member from the day of ratification to the day before it left.
    package func holds(on day: CalendarDate) -> Bool {
        guard let ratified = steps[.ratified], ratified.on.date <= day else { return false }
        return steps[.left].map { day < $0.on.date } ?? true
    }
    /// The first day that is known of it.
    package var began: CalendarDate? { steps.values.map(\.on.date).min() }
    /// The first day of all calendars: for what always held.
    package static let beginning = CalendarDate(dayNumber: -719_162)
    package var isOver: Bool { steps[.left] != nil }

    package func kind(on day: CalendarDate) -> Organisation.Kind {
        (kinds.last { $0.from <= day } ?? kinds.first)?.kind ?? organisation.kind
    }
    package func name(on day: CalendarDate) -> Localized {
        usedNames.last { $0.from <= day }?.names ?? organisation.name(on: day)
    }

    /// Whether a step may bear that date beside the other steps.
    package func allows(_ step: Step, on date: CalendarDate) -> Bool {
        steps.allSatisfy { other, dated in
            other == step || (other < step ? dated.on.date <= date : date <= dated.on.date)
        }
    }
    /// What pages that count members depend on, besides `Organisation.topic`.
    package static let topic = "members"
}
