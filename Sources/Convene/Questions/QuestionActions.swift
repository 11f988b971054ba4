import Base
import Store

/// What is done to the sections and questions of a draft.
package enum QuestionActions {
    package enum Direction: String, Sendable, CaseIterable { case up, down }

    // MARK: Sections

    @discardableResult
    package static func addSection(
        _ section: QuestionSection, to id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> QuestionSection {
        var added = section
        added.id = tx.newID()
        try QuestionnaireActions.edit("questionnaire.sectionAdded", id, of: event, by: viewer, in: tx) { content in
            content.sections.append(added)
        }
        return added
    }

    /// Its questions stay as they are.
    package static func changeSection(
        _ section: QuestionSection, in id: Identifier, of event: Event, by viewer: Viewer?, tx: Writer
    ) throws {
        try QuestionnaireActions.edit("questionnaire.sectionChanged", id, of: event, by: viewer, in: tx) { content in
            let index = try place(section.id, in: content)
            var changed = section
            changed.questions = content.sections[index].questions
            content.sections[index] = changed
        }
    }

    package static func moveSection(
        _ section: Identifier, _ direction: Direction, in id: Identifier, of event: Event, by viewer: Viewer?, tx: Writer
    ) throws {
        try QuestionnaireActions.edit("questionnaire.sectionMoved", id, of: event, by: viewer, in: tx) { content in
            let index = try place(section, in: content)
            let other = direction == .up ? index - 1 : index + 1
            if content.sections.indices.contains(other) { content.sections.swapAt(index, other) }
        }
    }

    package static func removeSection(
        _ section: Identifier, from id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        try QuestionnaireActions.edit("questionnaire.sectionRemoved", id, of: event, by: viewer, in: tx) { content in
            content.sections.remove(at: try place(section, in: content))
        }
    }

    // MARK: Questions

    @discardableResult
    package static func add(
        _ question: Question, to section: Identifier, in id: Identifier, of event: Event, by viewer: Viewer?, tx: Writer
    ) throws -> Question {
        var added = question
        added.id = tx.newID()
        try QuestionnaireActions.edit("questionnaire.questionAdded", id, of: event, by: viewer, in: tx) { content in
            content.sections[try place(section, in: content)].questions.append(added)
        }
        return added
    }

    /// `seen` is the mark of the question as the form showed it.
    package static func change(
        _ question: Question, seen: String?, in id: Identifier, of event: Event, by viewer: Viewer?, tx: Writer
    ) throws {
        try QuestionnaireActions.edit("questionnaire.questionChanged", id, of: event, by: viewer, in: tx) { content in
            let (section, index) = try place(of: question.id, in: content)
            let now = content.sections[section].questions[index]
            if let seen, seen != QuestionnaireActions.mark(now) {
                throw Refusal(.conflict, "questions.refusal.meanwhile", field: "label_en")
            }
            content.sections[section].questions[index] = question
        }
    }

    /// By one place; over the end of its section into the next one.
    package static func move(
        _ question: Identifier, _ direction: Direction, in id: Identifier, of event: Event, by viewer: Viewer?, tx: Writer
    ) throws {
        try QuestionnaireActions.edit("questionnaire.questionMoved", id, of: event, by: viewer, in: tx) { content in
            let (section, index) = try place(of: question, in: content)
            let other = direction == .up ? index - 1 : index + 1
            if content.sections[section].questions.indices.contains(other) {
                content.sections[section].questions.swapAt(index, other)
                return
            }
            let next = direction == .up ? section - 1 : section + 1
            guard content.sections.indices.contains(next) else { return }
            let moved = content.sections[section].questions.remove(at: index)
            let end = direction == .up ? content.sections[next].questions.endIndex : 0
            content.sections[next].questions.insert(moved, at: end)
        }
    }

    package static func remove(
        _ question: Identifier, from id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        try QuestionnaireActions.edit("questionnaire.questionRemoved", id, of: event, by: viewer, in: tx) { content in
            let (section, index) = try place(of: question, in: content)
            content.sections[section].questions.remove(at: index)
        }
    }

    private static func place(_ section: Identifier, in content: QuestionnaireContent) throws -> Int {
        guard let index = content.sections.firstIndex(where: { $0.id == section }) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return index
    }
    private static func place(of question: Identifier, in content: QuestionnaireContent) throws -> (section: Int, index: Int) {
        for (section, one) in content.sections.enumerated() {
            if let index = one.questions.firstIndex(where: { $0.id == question }) { return (section, index) }
        }
        throw Refusal(.notFound, "refusal.notFound")
    }
}
