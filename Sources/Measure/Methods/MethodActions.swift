import Base
import CompositeIndex
import Store

/// Choosing how an edition that is not frozen is computed.
package enum MethodActions {
    /// A method that these data and this framework cannot be computed with is kept as well: the page says what is in the way, and
    /// freezing refuses it.
    package static func set(
        _ method: Method, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.methodSet", seen: seen, by: viewer, in: tx) { $0.method = method }
    }

    /// Scores set by hand and parts that do not concern somebody, each with its reason.
    package static func override(
        _ override: Override, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        guard !override.reason.isEmpty else { throw Refusal(.invalid, "measure.refusal.reason", field: "reason") }
        try EditionActions.edit(edition, as: "index.overridden", seen: seen, by: viewer, in: tx) { content in
            guard content.data?.unit(override.unit) != nil else {
                throw Refusal(.invalid, "measure.refusal.unit", field: "unit")
            }
            guard content.node(override.node) != nil else {
                throw Refusal(.invalid, "measure.refusal.node", field: "node")
            }
            content.method.overrides.removeAll { $0.unit == override.unit && $0.node == override.node }
            content.method.overrides.append(override)
        }
    }

    package static func removeOverride(
        _ unit: String, _ node: String, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.overrideRemoved", seen: seen, by: viewer, in: tx) { content in
            content.method.overrides.removeAll { $0.unit == unit && $0.node == node }
        }
    }

    /// A part that does not concern some countries. For them it replaces what was said of the same part before.
    package static func exempt(
        _ exemption: Exemption, of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        guard !exemption.units.isEmpty else { throw Refusal(.invalid, "measure.refusal.unitsNone", field: "exemptUnits") }
        guard !exemption.reason.isEmpty else { throw Refusal(.invalid, "measure.refusal.reason", field: "exemptReason") }
        try EditionActions.edit(edition, as: "index.exempted", seen: seen, by: viewer, in: tx) { content in
            let strangers = exemption.units.filter { content.data?.unit($0) == nil }
            guard strangers.isEmpty else {
                throw Refusal(
                    .invalid, "measure.refusal.units", ["codes": strangers.joined(separator: ", ")], field: "exemptUnits")
            }
            guard let node = content.node(exemption.node), node.parent != nil else {
                throw Refusal(.invalid, "measure.refusal.node", field: "exemptNode")
            }
            for place in content.method.exemptions.indices where content.method.exemptions[place].node == node.code {
                content.method.exemptions[place].units.removeAll { exemption.units.contains($0) }
            }
            content.method.exemptions.removeAll(where: \.units.isEmpty)
            content.method.exemptions.append(exemption)
        }
    }

    package static func removeExemption(
        _ node: String, _ units: [String], of edition: Identifier, seen: Int?, by viewer: Viewer?, in tx: Writer
    ) throws {
        try EditionActions.edit(edition, as: "index.exemptionRemoved", seen: seen, by: viewer, in: tx) { content in
            content.method.exemptions.removeAll { $0.node == node && $0.units == units }
        }
    }
}
