import Base
import CompositeIndex
import Store

/// Putting right what is public already. What stood there stays in the log, with the reason and both digests.
package enum CorrectionActions {
    @discardableResult
    package static func correct(
        _ id: Identifier, unit: String, indicator: String, to value: Double?, reason: Localized, by viewer: Viewer?,
        in tx: Writer
    ) throws -> Correction {
        let (viewer, old) = try EditionActions.find(id, viewer, tx)
        guard old.state == .released, let seal = old.seal else {
            throw Refusal(.conflict, "measure.refusal.notReleased", field: "unit")
        }
        guard !reason.isEmpty else { throw Refusal(.invalid, "measure.refusal.reason", field: "reason_en") }
        if let value, !value.isFinite { throw Refusal(.invalid, "measure.refusal.number", field: "value") }
        var content = try EditionStore.content(of: id, in: tx)
        guard var data = content.data, let place = data.unit(unit) else {
            throw Refusal(.invalid, "measure.refusal.unit", field: "unit")
        }
        let before = data.value(place.code, indicator)
        guard data.set(value, place.code, indicator) else {
            throw Refusal(.invalid, "measure.refusal.indicator", field: "indicator")
        }
        guard before != value else { throw Refusal(.conflict, "measure.refusal.same", field: "value") }
        content.data = data
        var edition = old
        let new = EditionActions.seal(edition, content, at: tx.now)
        edition.seal = new
        let number = (try CorrectionStore.all(of: id, in: tx).map(\.number).max() ?? 0) + 1
        let correction = Correction(
            id: tx.newID(), edition: id, number: number, at: tx.now, person: viewer.person, unit: place.code,
            indicator: indicator, old: before, new: value, reason: reason, oldDigest: seal.digest, newDigest: new.digest)
        try CorrectionStore.insert(correction, in: tx)
        try EditionStore.update(content, of: id, in: tx)
        try EditionActions.save("index.corrected", old, edition, by: viewer.person, after: json(correction), in: tx)
        return correction
    }
}
