import Base

/// A form that an organiser builds for an event. It is worked on as a draft; what people fill in is a version of it.
package struct Questionnaire: Hashable, Sendable {
    package let id: Identifier
    package let event: Identifier
    /// For the desk.
    package var name: Localized
    package var draft: QuestionnaireContent
    package let createdAt: Instant

    package init(id: Identifier, event: Identifier, name: Localized, draft: QuestionnaireContent, createdAt: Instant) {
        self.id = id
        self.event = event
        self.name = name
        self.draft = draft
        self.createdAt = createdAt
    }

    package var reference: Reference { Reference(kind: "questionnaire", id: id, title: name, path: "") }
}

/// A form as it was published: numbered and never changed again. Every answer names the version that it was given to.
package struct QuestionnaireVersion: Hashable, Sendable, Codable {
    package let id: Identifier
    package let questionnaire: Identifier
    /// From 1.
    package let number: Int
    package let content: QuestionnaireContent
    /// SHA-256 of the content's JSON, hexadecimal.
    package let digest: String
    package let at: Instant

    package init(
        id: Identifier, questionnaire: Identifier, number: Int, content: QuestionnaireContent, digest: String, at: Instant
    ) {
        self.id = id
        self.questionnaire = questionnaire
        self.number = number
        self.content = content
        self.digest = digest
        self.at = at
    }
}

/// Questions that belong together, and what they are for.
package struct QuestionSection: Hashable, Sendable, Codable {
    package enum Purpose: String, CaseIterable, Sendable, Codable, Hashable {
        case general
        /// Invitation letters.
        case visa
        case dietary
        case access
        case interpretation
        /// The list of participants that participants see.
        case listing
        case photo

        /// Kept apart, for the organisers of the event and the secretariat alone, and deleted on a date.
        package var isPrivate: Bool { self == .visa || self == .dietary || self == .access }
    }

    package var id: Identifier
    /// Empty where the purpose says enough.
    package var title: Localized
    /// Markdown, before the questions.
    package var text: Localized
    package var purpose: Purpose
    /// Days after the last day of the event on which private answers are deleted.
    package var keepDays: Int
    package var questions: [Question]

    package static let usualDays = 30
    package static let days = 1...365

    package init(
        id: Identifier, title: Localized = .empty, text: Localized = .empty, purpose: Purpose = .general,
        keepDays: Int = usualDays, questions: [Question] = []
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.purpose = purpose
        self.keepDays = keepDays
        self.questions = questions
    }
}

/// The sections of a form with their questions, in order.
package struct QuestionnaireContent: Hashable, Sendable, Codable {
    package var sections: [QuestionSection]
    package init(_ sections: [QuestionSection] = []) { self.sections = sections }

    package static let mostSections = 30
    package static let mostQuestions = 100
    package static let mostOptions = 200
    /// Of the JSON that is stored.
    package static let mostBytes = 256 << 10

    package var questions: [Question] { sections.flatMap(\.questions) }
    package func question(_ id: Identifier) -> Question? {
        for section in sections {
            if let found = section.questions.first(where: { $0.id == id }) { return found }
        }
        return nil
    }
    package func section(_ id: Identifier) -> QuestionSection? { sections.first { $0.id == id } }
    package func section(of question: Identifier) -> QuestionSection? {
        sections.first { section in section.questions.contains { $0.id == question } }
    }
    /// Those that are asked before one.
    package func questions(before id: Identifier) -> [Question] { Array(questions.prefix { $0.id != id }) }

    /// What attendees and the public see of it.
    package var open: QuestionnaireContent {
        QuestionnaireContent(
            sections.compactMap { section in
                var open = section
                open.questions = section.questions.filter { !$0.isInternal }
                return open.questions.isEmpty && open.text.isEmpty ? nil : open
            })
    }

    /// The questions that are asked of somebody who answered so: those whose conditions hold, in order. A condition on a
    /// question that is not asked itself does not hold.
    package func asked(_ answers: Answers) -> Set<Identifier> {
        var asked: Set<Identifier> = []
        for question in questions where holds(question.condition, answers, asked) { asked.insert(question.id) }
        return asked
    }

    package func holds(_ condition: Question.Condition?, _ answers: Answers, _ asked: Set<Identifier>) -> Bool {
        guard let condition else { return true }
        guard asked.contains(condition.question), let source = question(condition.question) else { return false }
        return answers.meets(condition, of: source.kind)
    }

    /// The same form with identifiers of its own: a copy is another form.
    package func renewed(_ newID: () -> Identifier) -> QuestionnaireContent {
        var names: [Identifier: Identifier] = [:]
        for question in questions { names[question.id] = newID() }
        return QuestionnaireContent(
            sections.map { section in
                var copy = section
                copy.id = newID()
                for index in copy.questions.indices {
                    copy.questions[index].id = names[copy.questions[index].id] ?? newID()
                    if let source = copy.questions[index].condition?.question {
                        copy.questions[index].condition?.question = names[source] ?? source
                    }
                }
                return copy
            })
    }

    /// The days that private answers of a purpose are kept: the shortest of its sections.
    package func keepDays(_ purpose: QuestionSection.Purpose) -> Int {
        sections.filter { $0.purpose == purpose }.map(\.keepDays).min() ?? QuestionSection.usualDays
    }
    package func purpose(of question: Identifier) -> QuestionSection.Purpose? { section(of: question)?.purpose }
}
