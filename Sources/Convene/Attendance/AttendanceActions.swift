import Base
import Store

/// What the doors counted, looked at and taken over into the event's published figures.
package enum AttendanceActions {
    package struct Sight: Sendable {
        package let figures: AttendanceFigures
        package let places: [PlaceCategoryStore.Counted]
        package let counts: [Identifier: [Registration.State: Int]]
        package let file: EventFile
        package let months: Int
    }

    /// The same number of statements for any number of people.
    package static func look(at event: Event, by viewer: Viewer?, in tx: Reader) throws -> Sight {
        _ = try viewer.demand(.organiser, in: event.id)
        return Sight(
            figures: try figures(of: event, in: tx), places: try PlaceCategoryStore.all(of: event.id, in: tx),
            counts: try RegistrationListStore.counts(of: event.id, in: tx), file: try EventStore.file(event, in: tx),
            months: try RetentionStore.months(of: event.id, in: tx))
    }

    static func figures(of event: Event, in tx: Reader) throws -> AttendanceFigures {
        AttendanceFigures(
            try CertificateActions.evidence(of: event, in: tx), attended: try AttendanceStore.attended(event.id, in: tx),
            programme: try ReleaseShelf.latest(of: event.id, in: tx)?.programme)
    }

    /// Puts what was counted in the place of the event's actual figure of that unit. What was planned stays as it is.
    package static func takeOver(_ unit: String, source: String, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        _ = try viewer.demand(.organiser, in: event.id)
        guard let value = try figures(of: event, in: tx).value(unit) else {
            throw Refusal(.invalid, "event.refusal.unit", field: "unit")
        }
        for old in try EventStore.file(event, in: tx).figures where old.standing == .actual && old.unit == unit {
            try EventActions.removeFigure(old.id, of: event.id, by: viewer, in: tx)
        }
        let today = (Zone(event.zone) ?? .utc).wall(at: tx.now).date
        try EventActions.addFigure(
            FigureDraft(.actual, .exact, value, unit, asOf: today, source: source), to: event.id, by: viewer, in: tx)
    }
}
