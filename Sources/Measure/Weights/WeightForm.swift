import Base
import CompositeIndex
import HTML

/// The form of a computation: text in → what is to be computed. Pairs are told by the places of the two parts in their whole.
package struct WeightForm: Sendable {
    private let fields: [String: String]
    package subscript(_ name: String) -> String { fields[name] ?? "" }

    package init(sent fields: [(name: String, value: String)] = []) {
        self.fields = Dictionary(fields.map { ($0.name, singleLine($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    package var isEmpty: Bool { self["way"].isEmpty }
    package static func pair(_ one: Int, _ other: Int) -> String { "pair-\(one)-\(other)" }

    /// Judgements in words: 9 down to 1 for the first of the two, 1/2 to 1/9 for the other.
    package static let scale = (2...9).reversed().map(String.init) + ["1"] + (2...9).map { "1/\($0)" }

    package static func preference(_ text: String) -> Double? {
        guard scale.contains(text) else { return nil }
        let parts = text.split(separator: "/").compactMap { Double($0) }
        return parts.count == 2 ? parts[0] / parts[1] : parts.first
    }

    /// nil for an empty form.
    package func request(_ content: IndexContent) throws -> WeightRequest? {
        guard !isEmpty else { return nil }
        guard let way = WeightSet.Origin.Way(rawValue: self["way"]) else { throw Complaints("way", "measure.refusal.way") }
        guard let scope = WeightRequest.Scope(self["of"]) else { throw Complaints("of", "measure.refusal.scope") }
        var request = WeightRequest(
            way: way, scope: scope, base: self["base"].isEmpty ? "framework" : self["base"],
            target: WeightSet.Origin.Target(rawValue: self["target"]) ?? .equal)
        guard request.baseWeights(of: content) != nil else { throw Complaints("base", "measure.refusal.weightSet") }
        guard !request.wholes(of: content).isEmpty else { throw Complaints("of", "measure.refusal.scope") }
        guard way == .hierarchy else { return request }
        guard case .node(let code) = scope else { throw Complaints("of", "measure.refusal.hierarchyNode") }
        let parts = content.parts(of: code).map(\.code)
        guard parts.count <= AnalyticHierarchy.randomIndices.count else {
            throw Complaints(
                "of", "measure.refusal.hierarchyParts", ["most": String(AnalyticHierarchy.randomIndices.count)])
        }
        request.judgements = try judgements(parts)
        return request
    }

    private func judgements(_ parts: [String]) throws -> [AnalyticHierarchy.Judgement]? {
        guard fields.keys.contains(where: { $0.hasPrefix("pair-") }) else { return nil }
        var complaints = Complaints()
        var found: [AnalyticHierarchy.Judgement] = []
        for one in parts.indices {
            for other in parts.indices.dropFirst(one + 1) {
                let name = WeightForm.pair(one, other)
                guard let preference = WeightForm.preference(self[name]) else {
                    complaints.add(name, "measure.refusal.judgement")
                    continue
                }
                found.append(AnalyticHierarchy.Judgement(parts[one], over: parts[other], preference))
            }
        }
        guard complaints.isEmpty else { throw complaints }
        return found
    }
}
