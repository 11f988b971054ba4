import Base
import HTML

/// An expert's form: points in, for each part of each node that is asked about.
package struct RoundForm: Sendable {
    package private(set) var fields: [String: String]

    package init(sent fields: [(name: String, value: String)]) {
        self.fields = Dictionary(fields.map { ($0.name, singleLine($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    package init(_ answer: ExpertAnswer) {
        fields = [:]
        for (whole, points) in answer.points {
            for (part, value) in points { fields[RoundForm.field(whole, part)] = NumberText.text(value) }
        }
    }

    package static func field(_ whole: String, _ part: String) -> String { "p-\(whole)-\(part)" }
    package subscript(_ whole: String, _ part: String) -> String { fields[RoundForm.field(whole, part)] ?? "" }

    /// An empty field is 0 points. Complaints stand at the node.
    package func answer(_ round: ExpertRound) throws -> ExpertAnswer {
        var complaints = Complaints()
        var answer = ExpertAnswer()
        for whole in round.wholes {
            for part in whole.parts {
                let text = self[whole.code, part]
                let number = text.isEmpty ? 0 : NumberText.number(text)
                if let number, number >= 0, number <= ExpertAnswer.total {
                    answer.points[whole.code, default: [:]][part] = number
                } else if complaints["w-\(whole.code)"] == nil {
                    complaints.add("w-\(whole.code)", "measure.refusal.points")
                }
            }
        }
        for fault in answer.faults(in: round) where complaints["w-\(fault.whole)"] == nil {
            complaints.add("w-\(fault.whole)", "measure.refusal.sum", ["sum": NumberText.rounded(fault.sum)])
        }
        guard complaints.isEmpty else { throw complaints }
        return answer
    }
}
