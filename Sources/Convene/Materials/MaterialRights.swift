import Base

/// What somebody may do with the materials of one session.
package struct MaterialRights: Hashable, Sendable {
    /// Nil for someone who is not signed in.
    package let person: Identifier?
    /// Edits the event's draft, or the track that the session stands in: may do everything.
    package let isEditor: Bool
    /// May look at the event's draft.
    package let isReader: Bool
    /// Stands behind a name of this session: adds materials and looks after those that she added.
    package let isSpeaker: Bool

    package init(_ viewer: Viewer?, in event: Identifier, track: Identifier? = nil, isSpeaker: Bool) {
        person = viewer?.person
        isEditor = DraftRights(viewer, in: event).mayChange(in: track)
        isReader = viewer?.may(.reader, in: event) == true
        self.isSpeaker = viewer != nil && isSpeaker
    }

    package var isTeam: Bool { isReader || isSpeaker }
    package var mayAdd: Bool { isEditor || isSpeaker }

    package func mayChange(_ material: Material) -> Bool {
        isEditor || (isSpeaker && person != nil && material.person == person)
    }

    package func maySee(_ visibility: MaterialVisibility) -> Bool {
        switch visibility {
        case .everyone: true
        case .signedIn: person != nil
        case .team: isTeam
        }
    }
}
