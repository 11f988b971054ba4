import Base

/// An answer in words.
package enum AnswerText {
    /// As it stands in lists and files: labels of options in that language, codes of countries and languages.
    package static func plain(_ value: Answers.Value, to question: Question, _ language: Language) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .date(let date): date.description
        case .choices(let codes): codes.map { question.option($0)?.label.text(language) ?? $0 }.joined(separator: ", ")
        case .country(let code): code
        case .language(let tag): tag
        case .organisation(_, let name): name
        case .file(let file): file.name
        case .consent(let isGiven): isGiven ? "yes" : "no"
        }
    }
}
