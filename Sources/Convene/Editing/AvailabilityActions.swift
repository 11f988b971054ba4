import Base
import Store

/// Saying when a speaker can come. It is no part of the programme: nothing of it is published.
package enum AvailabilityActions {
    package static func set(
        _ spans: [Availability], for speaker: SpeakerKey, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        let viewer = try viewer.demand(.editor, in: event.id)
        guard spans.count <= 50 else { throw Refusal(.invalid, "editing.refusal.manySpans", field: "spans") }
        let before = try AvailabilityStore.all(of: event.id, in: tx)[speaker.text] ?? []
        try AvailabilityStore.replace(spans, of: speaker, event: event.id, in: tx)
        try tx.audit(
            "availability.set", by: viewer.person, on: "event", event.id, before: json(before), after: json(spans))
        try tx.note(Note(name: "availability.set", reference: event.reference, payload: ["speaker": speaker.text]))
        try tx.changed(ProgrammeStore.topic(event.id))
    }
}
