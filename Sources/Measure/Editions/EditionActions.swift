import Base
import CompositeIndex
import Store

/// Making an edition and leading it from draft to release. Whoever runs the alliance's year may; to release one it may name
/// others.
package enum EditionActions {
    // MARK: Making and describing

    /// A new edition; with `earlier` it begins with that edition's framework, method and weights, and without its data.
    package static func create(
        _ draft: EditionDraft, from earlier: Identifier? = nil, by viewer: Viewer?, in tx: Writer
    ) throws -> IndexEdition {
        let viewer = try viewer.demand(.secretariat)
        try check(draft)
        guard EditionDraft.isSlug(draft.slug) else { throw Refusal(.invalid, "measure.refusal.slug", field: "slug") }
        guard try EditionStore.find(slug: draft.slug, in: tx) == nil else {
            throw Refusal(.conflict, "measure.refusal.slugTaken", field: "slug")
        }
        var content = IndexContent()
        if let earlier {
            guard try EditionStore.find(earlier, in: tx) != nil else { throw Refusal(.notFound, "refusal.notFound") }
            content = try EditionStore.content(of: earlier, in: tx)
            content.data = nil
        }
        let edition = IndexEdition(
            id: tx.newID(), slug: draft.slug, series: draft.series, period: draft.period, name: draft.name,
            description: draft.description, comparability: draft.comparability, isSample: draft.isSample)
        try EditionStore.insert(edition, content, in: tx)
        try say("index.created", nil, edition, by: viewer.person, in: tx)
        return edition
    }

    package static func describe(
        _ id: Identifier, as draft: EditionDraft, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        let (viewer, old) = try open(id, seen, viewer, tx)
        try check(draft)
        var edition = old
        edition.series = draft.series
        edition.period = draft.period
        edition.name = draft.name
        edition.description = draft.description
        edition.comparability = draft.comparability
        edition.isSample = draft.isSample
        try save("index.described", old, edition, by: viewer.person, in: tx)
    }

    private static func check(_ draft: EditionDraft) throws {
        guard !draft.name.isEmpty else { throw Refusal(.invalid, "measure.refusal.nameless", field: "name_en") }
        guard EditionDraft.isSlug(draft.series) else { throw Refusal(.invalid, "measure.refusal.series", field: "series") }
        guard EditionDraft.isPeriod(draft.period) else { throw Refusal(.invalid, "measure.refusal.period", field: "period") }
    }

    // MARK: What it is computed from

    /// Changes framework, data, method or weights of an edition that is not frozen yet, as `verb`.
    package static func edit(
        _ id: Identifier, as verb: String, seen: Int?, by viewer: Viewer?, in tx: Writer,
        _ change: (inout IndexContent) throws -> Void
    ) throws {
        let (viewer, old) = try open(id, seen, viewer, tx)
        let before = try EditionStore.content(of: id, in: tx)
        var content = before
        try change(&content)
        guard content != before else { return }
        try EditionStore.update(content, of: id, in: tx)
        try save(verb, old, old, by: viewer.person, before: json(before), after: json(content), in: tx)
    }

    // MARK: From state to state

    /// Contacts of countries see their profiles from now on, and comment until `until`, or as long as it stays open.
    package static func openPreview(_ id: Identifier, until: Instant? = nil, by viewer: Viewer?, in tx: Writer) throws {
        try move(id, from: [.draft], to: .preview, as: "index.previewOpened", by: viewer, in: tx) { edition, tx in
            if let until, until <= tx.now { throw Refusal(.invalid, "measure.refusal.untilPast", field: "until") }
            try demandComputable(edition, tx)
            edition.commentsUntil = until
        }
    }

    package static func closePreview(_ id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        try move(id, from: [.preview], to: .draft, as: "index.previewClosed", by: viewer, in: tx) { edition, _ in
            edition.commentsUntil = nil
        }
    }

    /// From here on nothing that the numbers depend on changes; the digest says so.
    package static func freeze(_ id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        try move(id, from: [.draft, .preview], to: .frozen, as: "index.frozen", by: viewer, in: tx) { edition, tx in
            let content = try demandComputable(edition, tx)
            edition.seal = seal(edition, content, at: tx.now)
        }
    }

    /// Back to work, as long as nothing is public.
    package static func thaw(_ id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        try move(id, from: [.frozen], to: .draft, as: "index.thawed", by: viewer, in: tx) { edition, _ in
            edition.seal = nil
            edition.embargo = nil
        }
    }

    static func seal(_ edition: IndexEdition, _ content: IndexContent, at now: Instant) -> IndexEdition.Seal {
        IndexEdition.Seal(
            digest: AuditTrail.digest(json(FrozenInputs(edition, content))), program: FrozenInputs.program, at: now)
    }

    @discardableResult
    private static func demandComputable(_ edition: IndexEdition, _ tx: Reader) throws -> IndexContent {
        let content = try EditionStore.content(of: edition.id, in: tx)
        let count = content.problems.count { $0.gravity == .error }
        guard count == 0 else { throw Refusal(.conflict, "measure.refusal.problems", ["count": String(count)], field: "state") }
        return content
    }

    private static func move(
        _ id: Identifier, from states: Set<IndexEdition.State>, to state: IndexEdition.State, as verb: String,
        by viewer: Viewer?, in tx: Writer, _ more: (inout IndexEdition, Writer) throws -> Void = { _, _ in }
    ) throws {
        let (viewer, old) = try find(id, viewer, tx)
        guard states.contains(old.state) else { throw Refusal(.conflict, "measure.refusal.state", field: "state") }
        var edition = old
        edition.state = state
        try more(&edition, tx)
        try save(verb, old, edition, by: viewer.person, in: tx)
    }

    // MARK: Parts

    static func find(_ id: Identifier, _ viewer: Viewer?, _ tx: Reader) throws -> (Viewer, IndexEdition) {
        let viewer = try viewer.demand(.secretariat)
        guard let edition = try EditionStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        return (viewer, edition)
    }

    /// For those who change: it is not frozen, and it is the one that was seen.
    static func open(_ id: Identifier, _ seen: Int?, _ viewer: Viewer?, _ tx: Reader) throws -> (Viewer, IndexEdition) {
        let (viewer, edition) = try find(id, viewer, tx)
        guard edition.state.isOpen else { throw Refusal(.conflict, "measure.refusal.frozen", field: "state") }
        if let seen, seen != edition.revision { throw Refusal(.conflict, "measure.refusal.overtaken", field: "state") }
        return (viewer, edition)
    }

    static func save(
        _ verb: String, _ old: IndexEdition, _ edition: IndexEdition, by person: Identifier?, before: String? = nil,
        after: String? = nil, in tx: Writer
    ) throws {
        var edition = edition
        edition.revision = old.revision + 1
        guard try EditionStore.update(edition, after: old.revision, in: tx) else {
            throw Refusal(.conflict, "measure.refusal.overtaken", field: "state")
        }
        try say(verb, before ?? json(old), edition, after: after, by: person, in: tx)
    }

    private static func say(
        _ verb: String, _ before: String?, _ edition: IndexEdition, after: String? = nil, by person: Identifier?, in tx: Writer
    ) throws {
        try tx.audit(verb, by: person, on: "index_edition", edition.id, before: before, after: after ?? json(edition))
        try tx.note(Note(name: verb, reference: edition.reference))
        try tx.changed(edition.topic)
        try tx.changed(IndexEdition.listTopic)
    }
}
