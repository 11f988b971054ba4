import Base
import Foundation

/// What must hold of a form before people are asked. A draft may break all but the limits on its size.
package enum QuestionnaireRules {
    /// What is wrong, and where: the question or the section; nil for the whole.
    package struct Fault: Hashable, Sendable {
        package let question: Identifier?
        package let section: Identifier?
        /// A key of the words.
        package let words: String
        package let arguments: [String: String]
        init(_ words: String, _ arguments: [String: String] = [:], question: Identifier? = nil, section: Identifier? = nil) {
            self.words = words
            self.arguments = arguments
            self.question = question
            self.section = section
        }
    }

    package static let longestLabel = 500
    package static let longestText = 6000
    package static let longestOption = 300
    /// All files of one form together, in MiB: what a request may bring.
    package static let mostMegabytes = 20

    // MARK: Size

    /// Throws if a form is larger than any may be, draft or not.
    package static func demandSize(_ content: QuestionnaireContent) throws {
        func refuse(_ reason: String, _ most: Int) -> Refusal {
            Refusal(.invalid, "questions.refusal.\(reason)", ["most": String(most)], field: "main")
        }
        guard content.sections.count <= QuestionnaireContent.mostSections else {
            throw refuse("sections", QuestionnaireContent.mostSections)
        }
        guard content.questions.count <= QuestionnaireContent.mostQuestions else {
            throw refuse("questions", QuestionnaireContent.mostQuestions)
        }
        guard content.questions.allSatisfy({ $0.options.count <= QuestionnaireContent.mostOptions }) else {
            throw refuse("options", QuestionnaireContent.mostOptions)
        }
        let labels = content.questions.map(\.label) + content.sections.map(\.title)
        let texts = content.questions.map(\.help) + content.sections.map(\.text)
        let options = content.questions.flatMap(\.options).map(\.label)
        for (list, most) in [(labels, longestLabel), (texts, longestText), (options, longestOption)] {
            guard list.allSatisfy({ $0.texts.values.allSatisfy { $0.count <= most } }) else { throw refuse("text", most) }
        }
        let bytes = (try? JSONEncoder().encode(content).count) ?? .max
        guard bytes <= QuestionnaireContent.mostBytes else { throw refuse("bytes", QuestionnaireContent.mostBytes >> 10) }
    }

    // MARK: Sense

    /// Everything that keeps a form from being published.
    package static func faults(_ content: QuestionnaireContent) -> [Fault] {
        var faults: [Fault] = []
        if content.questions.isEmpty { faults.append(Fault("questions.fault.empty")) }
        if Set(content.questions.map(\.id)).count < content.questions.count { faults.append(Fault("questions.fault.twice")) }
        let megabytes = content.questions.filter { $0.kind == .file }.reduce(0) { $0 + $1.fileBytes >> 20 }
        if megabytes > mostMegabytes { faults.append(Fault("questions.fault.files", ["most": String(mostMegabytes)])) }
        for section in content.sections {
            if section.questions.isEmpty, section.text.isEmpty {
                faults.append(Fault("questions.fault.emptySection", section: section.id))
            }
            for question in section.questions {
                faults += reasons(question, section, content).map { Fault($0, question: question.id, section: section.id) }
            }
        }
        return faults
    }

    private static func reasons(_ question: Question, _ section: QuestionSection, _ content: QuestionnaireContent) -> [String] {
        var reasons: [String] = []
        if question.label.isEmpty { reasons.append("questions.fault.nameless") }
        if question.kind.hasOptions {
            if question.options.count < 2 { reasons.append("questions.fault.options") }
            if Set(question.options.map(\.code)).count < question.options.count { reasons.append("questions.fault.codes") }
            if question.options.contains(where: { $0.label.isEmpty }) { reasons.append("questions.fault.optionNameless") }
        }
        if !isPossible(question) { reasons.append("questions.fault.limits") }
        if let condition = question.condition, let reason = reason(condition, question, section, content) {
            reasons.append(reason)
        }
        return reasons
    }

    private static func isPossible(_ question: Question) -> Bool {
        let limits = question.limits
        if let least = limits.least, let most = limits.most, least > most { return false }
        guard question.kind == .choices else { return true }
        return (limits.least ?? 0) <= question.options.count && (limits.most ?? 1) >= 1
    }

    /// A question depends on an earlier one, so that nothing goes in a circle.
    private static func reason(
        _ condition: Question.Condition, _ question: Question, _ section: QuestionSection, _ content: QuestionnaireContent
    ) -> String? {
        guard let source = content.questions(before: question.id).first(where: { $0.id == condition.question }) else {
            return "questions.fault.conditionLater"
        }
        guard source.kind.isDependable, !condition.oneOf.isEmpty else { return "questions.fault.condition" }
        if source.kind.hasOptions, !condition.oneOf.allSatisfy({ source.option($0) != nil }) {
            return "questions.fault.condition"
        }
        if source.kind == .consent, !condition.oneOf.allSatisfy({ $0 == "yes" || $0 == "no" }) {
            return "questions.fault.condition"
        }
        if source.isInternal, !question.isInternal { return "questions.fault.conditionInternal" }
        // That a question was asked would tell what was answered in private.
        let from = content.purpose(of: source.id)
        if from?.isPrivate == true, from != section.purpose { return "questions.fault.conditionPrivate" }
        return nil
    }
}
