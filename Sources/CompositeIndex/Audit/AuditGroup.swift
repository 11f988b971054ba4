extension Audit {
    /// Whether the parts of a node belong together.
    public struct Group: Sendable {
        public let node: String
        public let parts: [String]
        /// Cronbach's α over all indicators under the node.
        public let alpha: Double
        /// Codes of these indicators, and α without each of them.
        public let indicators: [String]
        public let alphaWithoutEach: [Double]
        /// Of the parts; nil if they cannot be computed.
        public let components: PrincipalComponents?
        /// Of the parts; nil if it cannot be computed.
        public let adequacy: SamplingAdequacy?
        /// Why something is nil.
        public let gaps: [Problem]

        /// `scores`: units by `framework.nodes`.
        init(_ node: Int, _ framework: Framework, _ scores: Table) {
            let parts = framework.children[node], leaves = framework.indicators(under: node)
            let codes = parts.map { framework.nodes[$0].code }
            let values = scores.keeping(columns: parts), under = scores.keeping(columns: leaves)
            self.node = framework.nodes[node].code
            self.parts = codes
            indicators = leaves.map { framework.nodes[$0].code }
            alpha = Reliability.alpha(of: under)
            alphaWithoutEach = Reliability.alphaWithoutEach(of: under)
            var gaps: [Problem] = []
            components = Group.attempt(&gaps) { try PrincipalComponents(of: values, codes: codes) }
            // One part alone has nothing to be adequate with.
            adequacy = parts.count > 1 ? Group.attempt(&gaps) { try SamplingAdequacy(of: values, codes: codes) } : nil
            self.gaps = gaps
        }

        private static func attempt<Result>(_ gaps: inout [Problem], _ work: () throws -> Result) -> Result? {
            do {
                return try work()
            } catch let failed as Problems {
                gaps += failed.list
            } catch {
                gaps.append(Problem("audit-failed", ["\(error)"], "\(error)"))
            }
            return nil
        }

        func problems(_ settings: Settings) -> [Problem] {
            var found = gaps.map { gap in
                var gap = gap
                gap.gravity = .warning
                return gap
            }
            if alpha < settings.alpha {
                let message = "Cronbach's α of \(node) is \(Audit.text(alpha)): its indicators hardly measure one thing"
                found.append(Problem("audit-alpha", [node, Audit.text(alpha)], gravity: .warning, message))
            }
            guard let adequacy else { return found }
            if adequacy.overall < settings.adequacy {
                let value = Audit.text(adequacy.overall)
                let message = "the parts of \(node) share too little for factors (Kaiser-Meyer-Olkin \(value))"
                found.append(Problem("audit-adequacy", [node, value], gravity: .warning, message))
            }
            if adequacy.p > 0.05 {
                let message =
                    "the parts of \(node) may have nothing to do with one another (Bartlett's p \(Audit.text(adequacy.p)))"
                found.append(Problem("audit-sphericity", [node, Audit.text(adequacy.p)], gravity: .warning, message))
            }
            return found
        }
    }
}
