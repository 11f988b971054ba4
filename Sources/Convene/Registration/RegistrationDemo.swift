import Base
import People
import Store

/// People who registered for the demo's conference. They are invented: most of their names say "sample" in their own language.
package enum RegistrationDemo {
    /// Letters to them would reach nobody.
    static let nobody = RegistrationTeller { _, _, _ in }

    /// `words` gives a phrase in all languages.
    package static func fill(
        _ event: Event, words: @escaping (String) -> Localized, by viewer: Viewer, in tx: Writer
    ) throws {
        guard try RegistrationListStore.all(of: event.id, RegistrationFilter(), in: tx).isEmpty else { return }
        try QuestionnaireDemo.fill(event, words: words, by: viewer, in: tx)
        // The conference is over: the usual term would empty the demo.
        try RetentionActions.set(Retention.months.upperBound, of: event, by: viewer, in: tx)
        let places = try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category)
        var present: Set<Identifier> = []
        for (index, guest) in guests.enumerated() where places.indices.contains(guest.place) {
            let one = try register(guest, index, places[guest.place], event, tx)
            if guest.isCancelled { _ = try RegistrationActions.cancel(one, by: nil, tell: nobody, in: tx) }
            if guest.wasThere { present.insert(one.id) }
        }
        try CertificateActions.mark(present, is: true, of: event, by: viewer, in: tx)
        try MailingDemo.fill(event, to: places.first?.id, by: viewer, in: tx)
    }

    private static func register(
        _ guest: Guest, _ index: Int, _ category: PlaceCategory, _ event: Event, _ tx: Writer
    ) throws -> Registration {
        let held = try RegistrationActions.hold(
            .init(category: category.id, key: "demo \(index)"), of: event, by: nil, tell: nobody, in: tx)
        let holder = RegistrationHolder(
            name: guest.name, latin: guest.latin, email: guest.email + "@people.example", organisation: guest.organisation,
            country: guest.country, language: guest.language, speaks: guest.speaks)
        let one = try RegistrationActions.submit(held, holder: holder, category: category, by: nil, tell: nobody, in: tx)
        if let version = try category.questionnaire.flatMap({ try QuestionnaireStore.latest(of: $0, in: tx) }) {
            let filled = AnswerActions.Filled(
                version: version, answers: answers(of: guest, index, to: version.content), language: guest.language)
            try AnswerActions.keep(filled, of: one, from: .form, in: tx)
        }
        return one
    }

    /// Nobody needs a visa; every second one needs interpretation into her own language, and agrees to what may be refused.
    private static func answers(of guest: Guest, _ index: Int, to content: QuestionnaireContent) -> Answers {
        let agrees = index.isMultiple(of: 2)
        var answers = Answers.none
        for section in content.sections {
            for question in section.questions where !question.isInternal {
                switch (section.purpose, question.kind) {
                case (_, .consent): answers[question.id] = .consent(agrees || question.isRequired)
                case (.interpretation, .choice): answers[question.id] = .choices([agrees ? "yes" : "no"])
                case (.interpretation, .language) where agrees: answers[question.id] = .language(guest.language.rawValue)
                case (.visa, .choice): answers[question.id] = .choices(["no"])
                case (.dietary, .choices) where index % 3 == 1: answers[question.id] = .choices(["vegetarian"])
                case (.general, .text) where question.fill == .position: answers[question.id] = .text(guest.position)
                default: break
                }
            }
        }
        return answers
    }

    private struct Guest {
        let name: String
        var latin = ""
        let email: String
        let organisation: String
        let country: String
        let language: Language
        var speaks: [String] = []
        let position: String
        /// Among the kinds of places, in their order: in the room, on line, delegates, press.
        let place: Int
        var wasThere = false
        var isCancelled = false
    }

    private static let guests = [
        Guest(
            name: "María-José Ejemplo Ñúñez", email: "maria.jose", organisation: "Universidad de la Muestra", country: "MX",
            language: .es, speaks: ["es", "en"], position: "Profesora titular", place: 0),
        Guest(
            name: "عبد الرحمن بن محمد المثال", latin: "Abdulrahman bin Mohammed Al-Methal", email: "abdulrahman",
            organisation: "جامعة المثال", country: "SA", language: .ar, speaks: ["ar", "en"], position: "عميد", place: 0),
        Guest(
            name: "王示例", latin: "Wang Shili", email: "wang.shili", organisation: "示例大学", country: "CN", language: .zh,
            speaks: ["zh", "en"], position: "副教授", place: 0),
        Guest(
            name: "Пётр Образцов", latin: "Pyotr Obraztsov", email: "obraztsov", organisation: "Образцовый университет",
            country: "RU", language: .ru, speaks: ["ru", "de"], position: "Доцент", place: 1, wasThere: true),
        Guest(
            name: "Nguyễn Thị Mẫu", email: "nguyen.mau", organisation: "Đại học Mẫu", country: "VN", language: .en,
            speaks: ["vi", "en"], position: "Lecturer", place: 1, wasThere: true),
        Guest(
            name: "ตัวอย่าง ใจดี", latin: "Tuayang Jaidee", email: "tuayang", organisation: "มหาวิทยาลัยตัวอย่าง", country: "TH",
            language: .en, speaks: ["th", "en"], position: "Head of digital learning", place: 1),
        Guest(
            name: "João Exemplo da Silva", email: "joao.exemplo", organisation: "Universidade Exemplo", country: "BR",
            language: .pt, speaks: ["pt", "es"], position: "Pró-reitor", place: 0, isCancelled: true),
        Guest(
            name: "Contoh", email: "contoh", organisation: "Kabar Contoh", country: "ID", language: .en, speaks: ["id", "en"],
            position: "Reporter", place: 3),
        Guest(
            name: "Amélie L’Exemple", email: "amelie", organisation: "Gazette de l’Exemple", country: "FR", language: .fr,
            speaks: ["fr"], position: "Journaliste", place: 3),
    ]
}
