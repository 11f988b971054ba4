import Base
import CompositeIndex
import Foundation

/// Weights as an address carries them: `A:2,B:0.5`, by the codes of nodes; those that are not named keep the published ones.
package struct WeightAddress: Hashable, Sendable {
    package let weights: [String: Double]
    /// What could not be read, as it stood there.
    package let unread: [String]

    /// More would be no weight but a mistake.
    package static let most = 1_000_000.0
    /// Longer addresses than that are cut off by programs on the way.
    private static let longest = 4_000

    package init(_ weights: [String: Double], unread: [String] = []) {
        self.weights = weights
        self.unread = unread
    }

    package init(_ text: String, nodes: [Node]) {
        let codes = Set(nodes.map(\.code))
        var found: [String: Double] = [:], unread: [String] = []
        for part in text.prefix(WeightAddress.longest).split(separator: ",") {
            guard let colon = part.lastIndex(of: ":"), let code = String(part[..<colon]).removingPercentEncoding,
                codes.contains(code), let weight = WeightAddress.weight(String(part[part.index(after: colon)...]))
            else {
                unread.append(String(part))
                continue
            }
            found[code] = weight
        }
        self.init(found, unread: unread)
    }

    /// Fields of the plain form, `w-CODE`; an empty one keeps the published weight. nil if there are none.
    package init?(fields: [(name: String, value: String)], nodes: [Node]) {
        let codes = Set(nodes.map(\.code))
        var found: [String: Double] = [:], unread: [String] = []
        let own = fields.filter { $0.name.hasPrefix("w-") }
        if own.isEmpty { return nil }
        for (name, value) in own {
            let code = String(name.dropFirst(2)), plain = value.trimmingCharacters(in: .whitespaces)
            if plain.isEmpty { continue }
            if codes.contains(code), let weight = NumberText.number(plain).flatMap(WeightAddress.allowed) {
                found[code] = weight
            } else {
                unread.append("\(code):\(plain)")
            }
        }
        self.init(found, unread: unread)
    }

    /// Without those that are the published ones anyway; in the order of the nodes.
    package func text(_ nodes: [Node], published: [Double]) -> String {
        zip(nodes, published).compactMap { node, usual in
            guard let weight = weights[node.code], weight != usual else { return nil }
            return "\(WeightAddress.encoded(node.code)):\(NumberText.text(weight))"
        }.joined(separator: ",")
    }

    private static func weight(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ digits.contains($0) }) else { return nil }
        return Double(text).flatMap(allowed)
    }
    private static let digits = Set("0123456789+-.eE".utf8)
    private static func allowed(_ weight: Double) -> Double? { (0...most).contains(weight) ? weight : nil }

    /// A code may hold the signs that separate.
    private static func encoded(_ code: String) -> String {
        code.addingPercentEncoding(withAllowedCharacters: plain) ?? code
    }
    private static let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._")
}

extension IndexContent {
    /// The same index with a reader's weights.
    package func weighted(_ weights: [String: Double], over published: [Node]) -> IndexContent {
        guard !weights.isEmpty, var aggregation = method.aggregation else { return self }
        var all = weights
        switch aggregation.weights {
        case .framework: break
        case .equal: for node in published where all[node.code] == nil { all[node.code] = 1 }
        case .named(_, let set): all.merge(set) { mine, _ in mine }
        }
        aggregation.weights = .named("reader", all)
        var content = self
        content.method.aggregation = aggregation
        return content
    }
}
