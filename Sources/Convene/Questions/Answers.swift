import Base

/// What somebody answered: question → value. Questions without an answer are not in it.
package struct Answers: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case text(String)
        case number(Int)
        case date(CalendarDate)
        /// Codes of options, in the order of the options; of a single choice there is one.
        case choices([String])
        /// ISO 3166-1 alpha-2.
        case country(String)
        /// A BCP 47 tag.
        case language(String)
        /// One of the register, or a name that is not in it.
        case organisation(Identifier?, name: String)
        case file(AnswerFile)
        case consent(Bool)
    }
    package private(set) var values: [Identifier: Value]

    package init(_ values: [Identifier: Value] = [:]) { self.values = values }
    package static let none = Answers()

    package var isEmpty: Bool { values.isEmpty }
    package subscript(question: Identifier) -> Value? {
        get { values[question] }
        set { values[question] = newValue }
    }

    package func only(_ isWanted: (Identifier, Value) -> Bool) -> Answers {
        Answers(values.filter { isWanted($0.key, $0.value) })
    }
    package func adding(_ other: Answers) -> Answers { Answers(values.merging(other.values) { $1 }) }

    package func meets(_ condition: Question.Condition, of kind: Question.Kind) -> Bool {
        switch values[condition.question] {
        case .choices(let codes): codes.contains { condition.oneOf.contains($0) }
        case .country(let code): condition.oneOf.contains(code)
        case .consent(let isGiven): condition.oneOf.contains(isGiven ? "yes" : "no")
        // Whoever left the box alone did not agree.
        case nil: kind == .consent && condition.oneOf.contains("no")
        default: false
        }
    }
}

/// A file that came with an answer.
package struct AnswerFile: Hashable, Sendable, Codable {
    /// Nil until it is kept.
    package var id: Identifier?
    package let name: String
    /// A media type, told by the content.
    package let type: String
    /// In bytes.
    package let size: Int
    package init(id: Identifier? = nil, name: String, type: String, size: Int) {
        self.id = id
        self.name = name
        self.type = type
        self.size = size
    }
}

extension Answers: Codable {
    /// As JSON an object: the question's identifier → an object with one member, which names the kind.
    package init(from decoder: any Decoder) throws {
        let written = try decoder.singleValueContainer().decode([String: Written].self)
        values = [:]
        for (id, value) in written {
            if let value = value.value { values[Identifier(stored: id)] = value }
        }
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Dictionary(uniqueKeysWithValues: values.map { ($0.key.text, Written($0.value)) }))
    }

    private struct Written: Codable {
        var text: String?
        var number: Int?
        var date: CalendarDate?
        var choices: [String]?
        var country: String?
        var language: String?
        var organisation: Named?
        var file: AnswerFile?
        var consent: Bool?
        struct Named: Codable {
            let id: Identifier?
            let name: String
        }

        init(_ value: Value) {
            switch value {
            case .text(let text): self.text = text
            case .number(let number): self.number = number
            case .date(let date): self.date = date
            case .choices(let codes): choices = codes
            case .country(let code): country = code
            case .language(let tag): language = tag
            case .organisation(let id, let name): organisation = Named(id: id, name: name)
            case .file(let file): self.file = file
            case .consent(let isGiven): consent = isGiven
            }
        }

        var value: Value? {
            if let text { return .text(text) }
            if let number { return .number(number) }
            if let date { return .date(date) }
            if let choices { return .choices(choices) }
            if let country { return .country(country) }
            if let language { return .language(language) }
            if let organisation { return .organisation(organisation.id, name: organisation.name) }
            if let file { return .file(file) }
            return consent.map { .consent($0) }
        }
    }
}
