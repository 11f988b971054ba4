import CompositeIndex

extension IndexContent {
    /// Another code for a node, in all that speaks of it: its parts and those that are divided by its column, texts, the head of
    /// its column, sets of weights, and every rule of the method that names it. What the method may still hold under the new code,
    /// of a node that is gone, goes: no number changes. Whether the new code is free is asked before.
    package mutating func rename(_ code: String, to new: String) {
        func renamed(_ text: String) -> String { text == code ? new : text }
        for place in nodes.indices {
            nodes[place].code = renamed(nodes[place].code)
            nodes[place].parent = nodes[place].parent.map(renamed)
            nodes[place].denominator = nodes[place].denominator.map(renamed)
            // A node without a name of its own was called by its code.
            if nodes[place].code == new, nodes[place].name == code { nodes[place].name = new }
        }
        texts.rename(code, to: new)
        // A node that had no column may come to its code's: then no head changes.
        if var table = data, table.columns.contains(code) {
            table.columns = table.columns.map(renamed)
            data = table
        }
        for place in weightSets.indices {
            weightSets[place].weights.rename(code, to: new)
            weightSets[place].spread.rename(code, to: new)
            weightSets[place].origins = weightSets[place].origins?.map { $0.renaming(code, to: new) }
        }
        method.rename(code, to: new)
    }
}

extension Method {
    fileprivate mutating func rename(_ code: String, to new: String) {
        for place in steps.indices { steps[place] = steps[place].renaming(code, to: new) }
        exemptions.removeAll { $0.node == new }
        overrides.removeAll { $0.node == new }
        for place in exemptions.indices where exemptions[place].node == code { exemptions[place].node = new }
        for place in overrides.indices where overrides[place].node == code { overrides[place].node = new }
    }
}

extension Step {
    fileprivate func renaming(_ code: String, to new: String) -> Step {
        switch self {
        case .denominate(var denomination):
            denomination.scales.rename(code, to: new)
            return .denominate(denomination)
        case .impute(var imputation):
            imputation.individual.rename(code, to: new)
            return .impute(imputation)
        // It speaks of units alone.
        case .screen: return self
        case .treat(var treatment):
            treatment.individual.rename(code, to: new)
            return .treat(treatment)
        case .normalise(var normalisation):
            normalisation.individual.rename(code, to: new)
            return .normalise(normalisation)
        case .aggregate(var aggregation):
            aggregation.individual.rename(code, to: new)
            if case .named(let name, var weights) = aggregation.weights {
                weights.rename(code, to: new)
                aggregation.weights = .named(name, weights)
            }
            return .aggregate(aggregation)
        }
    }
}

extension Dictionary where Key == String {
    /// What stood under a code stands under another, and nothing else does.
    fileprivate mutating func rename(_ code: String, to new: String) { self[new] = removeValue(forKey: code) }
}

extension WeightSet.Origin {
    /// What weights were computed of, by the code that a node has now.
    fileprivate func renaming(_ code: String, to new: String) -> WeightSet.Origin {
        var origin = self
        origin.nodes = nodes.map { $0 == code ? new : $0 }
        origin.judgements = judgements?.map { one in
            AnalyticHierarchy.Judgement(
                one.one == code ? new : one.one, over: one.other == code ? new : one.other, one.preference)
        }
        for place in origin.warnings.indices {
            origin.warnings[place].subjects = warnings[place].subjects.map { $0 == code ? new : $0 }
            origin.warnings[place].message = warnings[place].message.replacing(word: code, with: new)
        }
        return origin
    }
}

extension String {
    /// A code where it stands by itself, and not as a part of another.
    fileprivate func replacing(word code: String, with new: String) -> String {
        var (text, word) = ("", "")
        for character in self {
            if character.isLetter || character.isNumber || "_-.".contains(character) {
                word.append(character)
            } else {
                text += (word == code ? new : word) + String(character)
                word = ""
            }
        }
        return text + (word == code ? new : word)
    }
}

extension ExpertRound.Whole {
    /// As it was asked, by the code that a node has now.
    package func renaming(_ code: String, to new: String) -> ExpertRound.Whole {
        ExpertRound.Whole(code: self.code == code ? new : self.code, parts: parts.map { $0 == code ? new : $0 })
    }
}

extension ExpertRound {
    package func speaks(of code: String) -> Bool { wholes.contains { $0.code == code || $0.parts.contains(code) } }
}

extension ExpertAnswer {
    package func renaming(_ code: String, to new: String) -> ExpertAnswer {
        var answer = self
        for whole in points.keys { answer.points[whole]?.rename(code, to: new) }
        answer.points.rename(code, to: new)
        return answer
    }
}
