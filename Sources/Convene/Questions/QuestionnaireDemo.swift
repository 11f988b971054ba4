import Base
import People
import Store

/// What the demo's conference asks those who register: everything that the house's own form to begin with has for places in the
/// room, and of those on line what concerns them.
enum QuestionnaireDemo {
    /// `words` gives a phrase in all languages.
    static func fill(_ event: Event, words: @escaping (String) -> Localized, by viewer: Viewer, in tx: Writer) throws {
        guard try QuestionnaireStore.all(of: event.id, in: tx).isEmpty else { return }
        let places = try PlaceCategoryStore.all(of: event.id, in: tx)
        let whole = QuestionnaireStarter.content(words, newID: { tx.newID() })
        let online = QuestionnaireContent(whole.sections.filter { isAskedOnline($0.purpose) }).renewed { tx.newID() }
        for (name, content, mode) in [
            (room, whole, PlaceCategory.Mode.room), (line, online, .online),
        ] {
            let form = try QuestionnaireActions.create(Localized(name), content, for: event, by: viewer, in: tx)
            _ = try QuestionnaireActions.publish(form.id, of: event, by: viewer, in: tx)
            for place in places where place.category.mode == mode {
                var asking = place.category
                asking.questionnaire = form.id
                try PlaceCategoryActions.change(
                    asking, capacity: place.count.capacity, by: viewer, tell: RegistrationDemo.nobody, in: tx)
            }
        }
    }

    /// Nobody needs a visa, a meal or a ramp at home, and nobody is seen in the room.
    private static func isAskedOnline(_ purpose: QuestionSection.Purpose) -> Bool {
        switch purpose {
        case .visa, .dietary, .access, .photo: false
        case .general, .interpretation, .listing: true
        }
    }

    private static let room = [
        "en": "In the room", "es": "Presencial", "fr": "Sur place", "zh": "现场参会", "ar": "حضوريًا", "ru": "Очно",
        "pt": "Presencial",
    ]
    private static let line = [
        "en": "On line", "es": "En línea", "fr": "En ligne", "zh": "线上参会", "ar": "عبر الإنترنت", "ru": "Онлайн",
        "pt": "Em linha",
    ]
}
