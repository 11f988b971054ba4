import Base
import CompositeIndex
import Store

/// Writing a report, making it public, taking it back. Whoever runs the alliance's year may.
package enum ReportActions {
    /// A report may have this many in one edition.
    package static let most = 100

    @discardableResult
    package static func create(
        _ slug: String, _ kind: Report.Kind, title: Localized, text: Localized = .empty, authors: String = "",
        of edition: Identifier, by viewer: Viewer?, in tx: Writer
    ) throws -> Report {
        let (viewer, edition) = try EditionActions.find(edition, viewer, tx)
        guard EditionDraft.isSlug(slug) else { throw Refusal(.invalid, "measure.refusal.slug", field: "slug") }
        guard !title.isEmpty else { throw Refusal(.invalid, "report.refusal.untitled", field: "title") }
        let others = try ReportStore.all(of: edition.id, in: tx)
        guard !others.contains(where: { $0.slug == slug }) else {
            throw Refusal(.conflict, "report.refusal.slugTaken", field: "slug")
        }
        guard others.count < most else { throw Refusal(.conflict, "report.refusal.many", ["count": String(most)], field: "slug") }
        let report = Report(
            id: tx.newID(), edition: edition.id, slug: slug, kind: kind, title: title, text: text, authors: authors)
        try ReportStore.insert(report, in: tx)
        try say("report.created", nil, report, edition, by: viewer.person, in: tx)
        return report
    }

    /// Title and text of one language. What is public already has to stay without faults.
    package static func edit(_ id: Identifier, as draft: ReportDraft, seen: Int?, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, old, edition) = try find(id, seen, viewer, tx)
        guard draft.text.utf8.count <= ReportDraft.longest else {
            throw Refusal(.tooLarge, "report.refusal.long", ["count": String(ReportDraft.longest >> 10)], field: "text")
        }
        guard draft.title.count <= ReportDraft.longestTitle, draft.authors.count <= ReportDraft.longestTitle else {
            throw Refusal(.invalid, "report.refusal.longTitle", ["count": String(ReportDraft.longestTitle)], field: "title")
        }
        let report = draft.applied(to: old)
        guard !report.title.isEmpty else { throw Refusal(.invalid, "report.refusal.untitled", field: "title") }
        guard report != old else { return }
        if report.state == .published { try demandSound(report, tx) }
        try save("report.edited", old, report, edition, by: viewer.person, in: tx)
    }

    /// From the release of its edition on everyone reads it; before that nobody does.
    package static func publish(_ id: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, old, edition) = try find(id, seen, viewer, tx)
        guard old.state == .draft else { throw Refusal(.conflict, "report.refusal.state", field: "state") }
        if old.kind == .country {
            let others = try ReportStore.all(of: edition.id, in: tx)
            guard !others.contains(where: { $0.kind == .country && $0.state == .published }) else {
                throw Refusal(.conflict, "report.refusal.countryTwice", field: "state")
            }
        }
        try demandSound(old, tx)
        var report = old
        report.state = .published
        report.publishedAt = tx.now
        try save("report.published", old, report, edition, by: viewer.person, in: tx)
    }

    package static func withdraw(_ id: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, old, edition) = try find(id, seen, viewer, tx)
        guard old.state == .published else { throw Refusal(.conflict, "report.refusal.state", field: "state") }
        var report = old
        report.state = .draft
        report.publishedAt = nil
        try save("report.withdrawn", old, report, edition, by: viewer.person, in: tx)
    }

    /// What is public is withdrawn first.
    package static func remove(_ id: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, old, edition) = try find(id, seen, viewer, tx)
        guard old.state == .draft else { throw Refusal(.conflict, "report.refusal.state", field: "state") }
        try ReportStore.remove(id, in: tx)
        try say("report.removed", json(old), old, edition, after: "null", by: viewer.person, in: tx)
    }

    // MARK: Parts

    private static func find(
        _ id: Identifier, _ seen: Int?, _ viewer: Viewer?, _ tx: Reader
    ) throws -> (Viewer, Report, IndexEdition) {
        let viewer = try viewer.demand(.secretariat)
        guard let report = try ReportStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        let (_, edition) = try EditionActions.find(report.edition, viewer, tx)
        if let seen, seen != report.revision { throw Refusal(.conflict, "report.refusal.overtaken", field: "state") }
        return (viewer, report, edition)
    }

    /// It has a text, the index can be computed, and everything that the text asks of it is there.
    private static func demandSound(_ report: Report, _ tx: Reader) throws {
        guard !report.text.isEmpty else { throw Refusal(.conflict, "report.refusal.empty", field: "state") }
        guard let material = try ReportStore.material(of: report.edition, in: tx), let source = try? ReportSource(material) else {
            throw Refusal(.conflict, "report.refusal.noIndex", field: "state")
        }
        let count = ReportReading.faults(of: report, source).count
        guard count == 0 else { throw Refusal(.conflict, "report.refusal.faults", ["count": String(count)], field: "state") }
    }

    private static func save(
        _ verb: String, _ old: Report, _ report: Report, _ edition: IndexEdition, by person: Identifier, in tx: Writer
    ) throws {
        var report = report
        report.revision = old.revision + 1
        guard try ReportStore.update(report, after: old.revision, in: tx) else {
            throw Refusal(.conflict, "report.refusal.overtaken", field: "state")
        }
        try say(verb, json(old), report, edition, by: person, in: tx)
    }

    private static func say(
        _ verb: String, _ before: String?, _ report: Report, _ edition: IndexEdition, after: String? = nil, by person: Identifier,
        in tx: Writer
    ) throws {
        try tx.audit(verb, by: person, on: "report", report.id, before: before, after: after ?? json(report))
        try tx.note(Note(name: verb, reference: report.reference(in: edition)))
        try tx.changed(edition.topic)
    }
}
