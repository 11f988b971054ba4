import Base

/// What a letter about an edition tells. Nobody is told the same twice.
package enum EditionOccasion: Hashable, Sendable {
    /// A contact, that she may look at a country.
    case preview(CountryPreview)
    /// A contact, that what she was asked for is nearly due.
    case reminder(until: Instant)
    /// A contact, that the desk has answered.
    case answer(PreviewComment)
    /// Somebody who was named to release: on her cue (nil) or by itself at the instant. Another instant is another letter.
    case plan(Instant?)
    case release

    /// As it is remembered.
    package var kind: String {
        switch self {
        case .preview: "preview"
        case .reminder: "reminder"
        case .answer: "answer"
        case .plan: "plan"
        case .release: "release"
        }
    }
    /// What tells it from others of its kind in the same edition.
    package var about: String {
        switch self {
        case .preview(let preview): preview.id.text
        case .reminder(let until): String(until.milliseconds)
        case .answer(let comment): comment.id.text
        case .plan(let embargo): embargo.map { String($0.milliseconds) } ?? "cue"
        case .release: ""
        }
    }
}
