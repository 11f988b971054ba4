import Base
import Store

/// The steps of a membership, as the secretariat records them. Who decides on them, and how, is the alliance's own rule.
package enum MembershipActions {
    /// Opens a term. The date of the application is left out where it is not known.
    package static func apply(
        _ organisation: Identifier, as kind: Organisation.Kind, on: KnownDate?, source: String = "", by viewer: Viewer?,
        in tx: Writer
    ) throws -> Membership {
        let viewer = try viewer.demand(.secretariat)
        guard let found = try OrganisationStore.find(organisation, in: tx) else {
            throw Refusal(.invalid, "people.refusal.organisation", field: "organisation")
        }
        let earlier = try MembershipStore.of(organisation, in: tx)
        if earlier.contains(where: { !$0.isOver }) {
            throw Refusal(.conflict, "member.refusal.already", field: "organisation")
        }
        if let on, earlier.contains(where: { ($0.steps[.left]?.on.date ?? on.date) > on.date }) {
            throw Refusal(.invalid, "member.refusal.order", field: "on")
        }
        var steps: [Membership.Step: Membership.Dated] = [:]
        if let on { steps[.applied] = Membership.Dated(on: on, source: source) }
        let membership = Membership(
            id: tx.newID(), organisation: found, steps: steps,
            kinds: [Membership.DatedKind(from: on?.date ?? Membership.beginning, kind: kind)])
        try MembershipStore.insert(membership, in: tx)
        try say("membership.applied", membership, before: nil, viewer, tx)
        return membership
    }

    package static func ratify(_ id: Identifier, on: KnownDate, source: String = "", by viewer: Viewer?, in tx: Writer) throws
        -> Membership
    {
        try take(.ratified, id, Membership.Dated(on: on, source: source), viewer, tx)
    }

    package static func leave(_ id: Identifier, on: KnownDate, source: String = "", by viewer: Viewer?, in tx: Writer) throws
        -> Membership
    {
        try take(.left, id, Membership.Dated(on: on, source: source), viewer, tx)
    }

    /// Another type from a day on; the time before keeps the old one.
    package static func setKind(
        _ id: Identifier, to kind: Organisation.Kind, from: CalendarDate, by viewer: Viewer?, in tx: Writer
    ) throws -> Membership {
        let viewer = try viewer.demand(.secretariat)
        let before = try existing(id, in: tx)
        try MembershipStore.set(Membership.DatedKind(from: from, kind: kind), of: id, in: tx)
        let after = try existing(id, in: tx)
        try say("membership.kindSet", after, before: before, viewer, tx)
        return after
    }

    /// The name that the alliance's lists use from a day on, where it differs from the organisation's own.
    package static func setName(
        _ id: Identifier, to names: Localized, from: CalendarDate, by viewer: Viewer?, in tx: Writer
    ) throws -> Membership {
        let viewer = try viewer.demand(.secretariat)
        let before = try existing(id, in: tx)
        guard !names.isEmpty else { throw Refusal(.invalid, "people.refusal.nameless", field: "name_en") }
        try MembershipStore.set(Membership.UsedName(from: from, names: names), of: id, in: tx)
        let after = try existing(id, in: tx)
        try say("membership.nameSet", after, before: before, viewer, tx)
        return after
    }

    private static func take(
        _ step: Membership.Step, _ id: Identifier, _ dated: Membership.Dated, _ viewer: Viewer?, _ tx: Writer
    ) throws -> Membership {
        let viewer = try viewer.demand(.secretariat)
        let before = try existing(id, in: tx)
        if step == .left, before.steps[.ratified] == nil { throw Refusal(.conflict, "member.refusal.notRatified") }
        guard before.allows(step, on: dated.on.date) else { throw Refusal(.invalid, "member.refusal.order", field: "on") }
        try MembershipStore.set(step, dated, of: id, in: tx)
        var after = before
        after.steps[step] = dated
        try say("membership.\(step.rawValue)", after, before: before, viewer, tx)
        return after
    }

    private static func existing(_ id: Identifier, in tx: Reader) throws -> Membership {
        guard let found = try MembershipStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        return found
    }

    private static func say(_ verb: String, _ after: Membership, before: Membership?, _ viewer: Viewer, _ tx: Writer) throws {
        try tx.audit(
            verb, by: viewer.person, on: "membership", after.id, before: before.map { json($0) }, after: json(after))
        try tx.note(
            Note(name: verb, reference: after.organisation.reference, payload: ["membership": after.id.text]))
        try tx.changed(Membership.topic)
    }
}
