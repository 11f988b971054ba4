import Base
import Store
import Web

/// What may be done with the materials of a session: by those who edit its event, and by its speakers with what they added
/// themselves. None of it waits for a release.
package enum MaterialActions {
    /// The materials of one session at the desk.
    package struct Desk: Sendable {
        package let session: Session
        package let materials: [Material]
        package let rights: MaterialRights
    }
    /// What a reader of the public page is shown.
    package struct Shown: Hashable, Sendable {
        package let materials: [Material]
        /// There are more for those who sign in.
        package let isMoreForSignedIn: Bool
        package let mayAdd: Bool
        package static let nothing = Shown(materials: [], isMoreForSignedIn: false, mayAdd: false)
    }

    // MARK: Looking

    package static func look(
        at session: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader
    ) throws -> Desk {
        let rights = try rights(session, event, viewer, tx)
        if !rights.isTeam { _ = try viewer.demand(.reader, in: event.id) }
        guard let found = try ProgrammeStore.draft(of: event, in: tx).anySession(session) else {
            throw Refusal(.notFound, "session.refusal.notFound")
        }
        let materials = try MaterialStore.all(of: session, in: event.id, tx)
        return Desk(session: found, materials: materials, rights: rights)
    }

    /// What the public page of a session shows; the caller knows that the session is public.
    package static func shown(
        of session: Identifier, of event: Event, to viewer: Viewer?, in tx: Reader
    ) throws -> Shown {
        let rights = try rights(session, event, viewer, tx)
        let all = try MaterialStore.all(of: session, in: event.id, tx)
        return Shown(
            materials: all.filter { rights.maySee($0.visibility) },
            isMoreForSignedIn: viewer == nil && all.contains { $0.visibility == .signedIn }, mayAdd: rights.mayAdd)
    }

    /// One material for somebody who wants it now. For others than the team there is none of a session that is not
    /// published, and none that is for the team.
    package static func open(
        _ id: Identifier, of session: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader
    ) throws -> Material {
        let rights = try rights(session, event, viewer, tx)
        let isPublished =
            event.isPublic ? try ReleaseShelf.latest(of: event.id, in: tx)?.programme.session(session) != nil : false
        guard let material = try MaterialStore.find(id, of: session, in: event.id, tx), isPublished || rights.isTeam else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        if rights.maySee(material.visibility) { return material }
        throw material.visibility == .signedIn
            ? Refusal(.signInNeeded, "refusal.signIn") : Refusal(.notFound, "refusal.notFound")
    }

    private static func rights(
        _ session: Identifier, _ event: Event, _ viewer: Viewer?, _ tx: Reader
    ) throws -> MaterialRights {
        let isSpeaker = try viewer.map { try MaterialStore.isSpeaker($0.person, of: session, in: event.id, tx) } ?? false
        // Only of whoever has tracks is it asked which the session stands in: the pages of everyone go past here.
        let hasTracks = !DraftRights(viewer, in: event.id).tracks.isEmpty
        let track = hasTracks ? try TrackStore.track(ofSession: session, event: event.id, in: tx) : nil
        return MaterialRights(viewer, in: event.id, track: track, isSpeaker: isSpeaker)
    }

    // MARK: Changing

    @discardableResult
    package static func add(
        _ draft: MaterialDraft, file upload: UploadedFile?, to session: Identifier, of event: Event, by viewer: Viewer?,
        in tx: Writer
    ) throws -> Material {
        let viewer = try demandAdding(to: session, of: event, by: viewer, in: tx)
        let others = try look(at: session, of: event, by: viewer, in: tx).materials
        guard others.count < Material.most else {
            throw Refusal(.conflict, "material.refusal.full", ["most": String(Material.most)], field: "kind")
        }
        var material = Material(
            id: tx.newID(), event: event.id, session: session, position: (others.map(\.position).max() ?? 0) + 1,
            kind: draft.kind, person: viewer.person, createdAt: tx.now)
        try settle(&material, draft, upload, among: others)
        material.file = try upload.map { try keep($0, as: draft.kind, in: tx) }
        try MaterialStore.insert(material, in: tx)
        try say("material.added", material, event, nil, json(material), viewer, tx)
        return material
    }

    /// Without an upload the file stays that was there.
    @discardableResult
    package static func change(
        _ id: Identifier, to draft: MaterialDraft, file upload: UploadedFile?, of session: Identifier, of event: Event,
        by viewer: Viewer?, in tx: Writer
    ) throws -> Material {
        let (viewer, old) = try find(id, of: session, of: event, by: viewer, in: tx)
        let all = try MaterialStore.all(of: session, in: event.id, tx)
        var material = old
        try settle(&material, draft, upload, among: all.filter { $0.id != id })
        if let upload { material.file = try keep(upload, as: draft.kind, in: tx) }
        try MaterialStore.update(material, in: tx)
        if upload != nil, let file = old.file { try StoredFileStore.delete(file.id, in: tx) }
        try say("material.changed", material, event, json(old), json(material), viewer, tx)
        return material
    }

    /// Takes it away with its file; a recording takes its captions with it.
    package static func remove(
        _ id: Identifier, of session: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        let (viewer, material) = try find(id, of: session, of: event, by: viewer, in: tx)
        let all = try MaterialStore.all(of: session, in: event.id, tx)
        let gone = all.filter { $0.recording == id } + [material]
        for one in gone {
            try MaterialStore.remove(one.id, in: tx)
            if let file = one.file { try StoredFileStore.delete(file.id, in: tx) }
        }
        try say("material.removed", material, event, json(gone), nil, viewer, tx)
    }

    /// Changes places with its neighbour: captions among those of their recording, all others among themselves. At the end
    /// of the row nothing moves.
    package static func move(
        _ id: Identifier, isUp: Bool, of session: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        let viewer = try demand(rights(session, event, viewer, tx).isEditor, of: event, by: viewer)
        let (_, material) = try find(id, of: session, of: event, by: viewer, in: tx)
        let all = try MaterialStore.all(of: session, in: event.id, tx)
        var row = all.filter { $0.recording == material.recording }
        guard let place = row.firstIndex(where: { $0.id == id }) else { return }
        let other = isUp ? place - 1 : place + 1
        guard row.indices.contains(other) else { return }
        let before = row.map(\.id)
        row.swapAt(place, other)
        // Places may have gaps, and two of the same instant may share one: all are given anew.
        for (index, one) in row.enumerated() { try MaterialStore.place(one.id, at: index + 1, in: tx) }
        try say("material.moved", material, event, json(before), json(row.map(\.id)), viewer, tx)
    }

    // MARK: May I

    /// Lets pass whoever may add something to the session.
    @discardableResult
    package static func demandAdding(
        to session: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader
    ) throws -> Viewer {
        try demand(rights(session, event, viewer, tx).mayAdd, of: event, by: viewer)
    }

    /// A material for somebody who may change it.
    package static func find(
        _ id: Identifier, of session: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader
    ) throws -> (viewer: Viewer, material: Material) {
        let rights = try rights(session, event, viewer, tx)
        let material = try MaterialStore.find(id, of: session, in: event.id, tx)
        let viewer = try demand(material.map(rights.mayChange) ?? rights.isEditor, of: event, by: viewer)
        guard let material else { throw Refusal(.notFound, "material.refusal.notFound") }
        return (viewer, material)
    }

    private static func demand(_ isAllowed: Bool, of event: Event, by viewer: Viewer?) throws -> Viewer {
        if isAllowed, let viewer { return viewer }
        return try viewer.demand(.editor, in: event.id)
    }

    // MARK: Parts

    /// Puts what was said into the material, after the rules.
    private static func settle(
        _ material: inout Material, _ draft: MaterialDraft, _ upload: UploadedFile?, among others: [Material]
    ) throws {
        try draft.check(hasFile: upload != nil || material.file != nil, known: material.url)
        if let upload {
            try MaterialContent.check(upload.name, type: upload.type.rawValue, bytes: upload.bytes, for: draft.kind)
        } else if let file = material.file {
            try MaterialContent.check(file, for: draft.kind)
        }
        if draft.kind != .recording, others.contains(where: { $0.recording == material.id }) {
            throw Refusal(.conflict, "material.refusal.hasCaptions", field: "kind")
        }
        material.kind = draft.kind
        material.title = draft.title
        material.language = draft.language
        material.licence = draft.licence
        material.visibility = draft.visibility
        material.url = draft.url
        material.recording = nil
        guard draft.kind == .captions else { return }
        guard let recording = others.first(where: { $0.id == draft.recording && $0.kind == .recording }) else {
            throw Refusal(.invalid, "material.refusal.noRecording", field: "recording")
        }
        let isTwice = others.contains { one in
            one.recording == recording.id && one.language.lowercased() == draft.language.lowercased()
        }
        if isTwice { throw Refusal(.conflict, "material.refusal.captionsTwice", field: "language") }
        material.recording = recording.id
        // Captions are seen by whoever sees their recording.
        material.visibility = recording.visibility
    }

    /// The file under a name that says what it holds; captions as WebVTT.
    private static func keep(_ upload: UploadedFile, as kind: MaterialKind, in tx: Writer) throws -> Material.File {
        var bytes = upload.bytes
        var type = upload.type
        if kind == .captions {
            let text = String(decoding: bytes, as: UTF8.self)
            bytes = Array(try CaptionText(text, type: type.rawValue, name: upload.name).text.utf8)
            type = .vtt
        }
        let name = MaterialContent.name(upload.name, of: type.rawValue)
        let file = try StoredFileStore.insert(UploadedFile(field: upload.field, name: name, bytes: bytes), in: tx)
        return Material.File(
            id: file.id, name: file.name, type: file.type.rawValue, size: file.size, sha256: file.sha256)
    }

    /// One audit row, one note, and the public pages of the event are made anew.
    private static func say(
        _ verb: String, _ material: Material, _ event: Event, _ before: String?, _ after: String?, _ viewer: Viewer,
        _ tx: Writer
    ) throws {
        try tx.audit(verb, by: viewer.person, on: "material", material.id, before: before, after: after)
        try tx.note(
            Note(
                name: verb, reference: event.reference,
                payload: ["material": material.id.text, "session": material.session.text, "kind": material.kind.rawValue]))
        try tx.changed(event.topic)
    }
}
