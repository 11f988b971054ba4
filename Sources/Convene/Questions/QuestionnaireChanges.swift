import Base

/// What is different from one state of a form to another, in the order of the later one.
package struct QuestionnaireChange: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable { case added, removed, changed }
    /// What of it is different.
    package enum Part: String, CaseIterable, Sendable {
        case wording, options, required, isInternal, limits, condition, fill, place, purpose, days, text
    }
    package let kind: Kind
    package let isSection: Bool
    /// Its title or label as it is now, or was last.
    package let title: Localized
    package let purpose: QuestionSection.Purpose
    package let parts: [Part]
}

package enum QuestionnaireChanges {
    package static func between(_ old: QuestionnaireContent, _ new: QuestionnaireContent) -> [QuestionnaireChange] {
        var changes: [QuestionnaireChange] = []
        let oldOrder = order(old, kept: Set(new.questions.map(\.id)))
        let moved = Set(moved(oldOrder, order(new, kept: Set(old.questions.map(\.id)))))
        for section in new.sections {
            if let before = old.section(section.id) {
                let parts = parts(before, section)
                if !parts.isEmpty { changes.append(change(.changed, section, parts)) }
            } else {
                changes.append(change(.added, section))
            }
            for question in section.questions {
                guard let before = old.question(question.id) else {
                    changes.append(change(.added, question, section))
                    continue
                }
                var parts = parts(before, question)
                if old.section(of: question.id)?.id != section.id || moved.contains(question.id) { parts.append(.place) }
                if !parts.isEmpty { changes.append(change(.changed, question, section, parts)) }
            }
        }
        for section in old.sections {
            if new.section(section.id) == nil { changes.append(change(.removed, section)) }
            for question in section.questions where new.question(question.id) == nil {
                changes.append(change(.removed, question, section))
            }
        }
        return changes
    }

    private static func order(_ content: QuestionnaireContent, kept: Set<Identifier>) -> [Identifier] {
        content.questions.map(\.id).filter { kept.contains($0) }
    }

    /// What must be moved so that the old order becomes the new one: all but a longest run that rises in both.
    private static func moved(_ old: [Identifier], _ new: [Identifier]) -> [Identifier] {
        let places = Dictionary(old.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let row = new.compactMap { places[$0] }
        var longest = [Int](repeating: 1, count: row.count)
        var before = [Int?](repeating: nil, count: row.count)
        for index in row.indices {
            for earlier in 0..<index where row[earlier] < row[index] && longest[earlier] + 1 > longest[index] {
                longest[index] = longest[earlier] + 1
                before[index] = earlier
            }
        }
        var stays: Set<Int> = []
        var at = row.indices.max { longest[$0] < longest[$1] }
        while let index = at {
            stays.insert(row[index])
            at = before[index]
        }
        return row.filter { !stays.contains($0) }.map { old[$0] }
    }

    private static func parts(_ old: QuestionSection, _ new: QuestionSection) -> [QuestionnaireChange.Part] {
        var parts: [QuestionnaireChange.Part] = []
        if old.title != new.title { parts.append(.wording) }
        if old.text != new.text { parts.append(.text) }
        if old.purpose != new.purpose { parts.append(.purpose) }
        if old.keepDays != new.keepDays { parts.append(.days) }
        return parts
    }

    private static func parts(_ old: Question, _ new: Question) -> [QuestionnaireChange.Part] {
        var parts: [QuestionnaireChange.Part] = []
        if old.wording != new.wording { parts.append(.wording) }
        if old.options != new.options { parts.append(.options) }
        if old.isRequired != new.isRequired { parts.append(.required) }
        if old.isInternal != new.isInternal { parts.append(.isInternal) }
        if old.limits != new.limits { parts.append(.limits) }
        if old.condition != new.condition { parts.append(.condition) }
        if old.fill != new.fill { parts.append(.fill) }
        return parts
    }

    private static func change(
        _ kind: QuestionnaireChange.Kind, _ section: QuestionSection, _ parts: [QuestionnaireChange.Part] = []
    ) -> QuestionnaireChange {
        QuestionnaireChange(kind: kind, isSection: true, title: section.title, purpose: section.purpose, parts: parts)
    }
    private static func change(
        _ kind: QuestionnaireChange.Kind, _ question: Question, _ section: QuestionSection,
        _ parts: [QuestionnaireChange.Part] = []
    ) -> QuestionnaireChange {
        QuestionnaireChange(kind: kind, isSection: false, title: question.label, purpose: section.purpose, parts: parts)
    }
}
