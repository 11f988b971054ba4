import Base
import Store

/// The tracks of a draft without the rest of it.
package enum TrackStore {
    /// In their order.
    package static func all(of event: Identifier, in tx: Reader) throws -> [Track] {
        try tx.rows("SELECT id, name, position, colour FROM programme_track WHERE event_id = \(event) ORDER BY position, id")
            .map(ProgrammeStore.track)
    }

    /// The track that a session of the draft, placed or not, stands in; nil for none, and if there is no such session.
    package static func track(ofSession id: Identifier, event: Identifier, in tx: Reader) throws -> Identifier? {
        try tx.first("SELECT track_id FROM programme_session WHERE id = \(id) AND event_id = \(event)")?.optionalID("track_id")
    }
}
