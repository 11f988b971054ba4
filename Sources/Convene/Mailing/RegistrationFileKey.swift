import Base

/// What the files of a letter are made from: whose registration, and of whom at the time of the letter. After a transfer
/// nothing of the new holder's goes out with an old letter.
struct RegistrationFileKey: Hashable, Sendable {
    let id: Identifier
    let generation: Int
    /// Hers, at that time.
    let language: Language
    /// The entry in her calendar is taken away.
    let isEnded: Bool

    init(_ one: Registration, isEnded: Bool) {
        id = one.id
        generation = one.generation
        language = one.holder.language
        self.isEnded = isEnded
    }

    /// `<id> 1 en ended`
    var text: String { "\(id) \(generation) \(language.rawValue)\(isEnded ? " ended" : "")" }

    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count >= 3, let id = Identifier(parts[0]), let generation = Int(parts[1]),
            let language = Language(rawValue: String(parts[2]))
        else { return nil }
        self.id = id
        self.generation = generation
        self.language = language
        isEnded = parts.count == 4 && parts[3] == "ended"
    }
}
