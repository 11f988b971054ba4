import App
import Base
import Convene
import People
import Store
import Web

/// One of each thing of an event's registration that an address can name: parameter → identifier. Names and texts say “Canary”,
/// so that whoever must not see them can be asked for the word.
enum RegistrationThings {
    static func make(for event: Event, by viewer: Viewer?, in tx: Writer) throws -> [String: String] {
        let (form, section, question) = try questionnaire(event, viewer, tx)
        let place = try place(event, form.id, viewer, tx)
        let registration = try registration(place, form, question, event, tx)
        let code = try PlaceCodeActions.add(
            "CANARY7", uses: 3, to: place, organisation: nil, until: nil, note: "Canary", by: viewer, in: tx)
        let audience = MailAudience(RegistrationFilter(category: place.id, states: [.confirmed]))
        let mailing = try MailingActions.write(
            MailWording(subject: Localized("Canary letter"), text: Localized("Canary text")), to: audience, of: event, by: viewer,
            in: tx)
        let door = try DoorActions.add(
            Door(id: event.id, event: event.id, name: Localized("Canary door")), to: event, by: viewer, in: tx)
        let device = try DoorActions.addDevice("Canary", keepsNames: true, to: door.id, of: event, by: viewer, in: tx).device
        try CertificateActions.mark([registration.id], is: true, of: event, by: viewer, in: tx)
        let certificate = try CertificateActions.issueAttendance([registration.id], of: event, by: viewer, in: tx).first
        let answered = try AnswerStore.whole(registration.id, in: tx)[question]
        var file = ""
        if case .file(let kept) = answered { file = kept.id?.text ?? "" }
        return [
            "questionnaire": form.id.text, "section": section.text, "question": question.text, "place": place.id.text,
            "registration": registration.id.text, "code": code.id.text, "mailing": mailing.id.text, "door": door.id.text,
            "device": device.id.text, "certificate": certificate?.id.text ?? "", "file": file,
            "reminder": try reminder(event, tx).text,
        ]
    }

    /// All of it as it is, to be compared.
    static func state(of event: Event, in tx: Reader) throws -> [String] {
        [
            json(try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category)),
            "\(try PlaceCodeStore.all(of: event.id, in: tx))",
            json(try RegistrationListStore.all(of: event.id, in: tx)), "\(try QuestionnaireStore.all(of: event.id, in: tx))",
            json(try AnswerStore.all(of: event.id, in: tx).map { "\($0.key) \(json($0.value.answers))" }.sorted()),
            "\(try ConsentStore.latest(ofEvent: event.id, in: tx))",
            "\(try MailingStore.all(of: event.id, in: tx))", "\(try MailReminderStore.all(of: event.id, in: tx))",
            "\(try DoorStore.all(of: event.id, in: tx))", "\(try DoorStore.devices(of: event.id, in: tx))",
            json(
                try CertificateStore.all(of: event.id, in: tx).map { "\($0.id) \($0.digest) \(String(describing: $0.revokedAt))" }
            ), "\(try CertificateStore.marked(of: event.id, in: tx))",
        ]
    }

    private static func questionnaire(
        _ event: Event, _ viewer: Viewer?, _ tx: Writer
    ) throws -> (Questionnaire, section: Identifier, question: Identifier) {
        var question = Question(id: tx.newID(), kind: .file, label: Localized("Canary question"))
        question.limits.files = [.pdf]
        let section = QuestionSection(
            id: tx.newID(), title: Localized("Canary section"),
            questions: [question, Question(id: tx.newID(), kind: .consent, label: Localized("Canary consent"))])
        let form = try QuestionnaireActions.create(
            Localized("Canary form"), QuestionnaireContent([section]), for: event, by: viewer, in: tx)
        _ = try QuestionnaireActions.publish(form.id, of: event, by: viewer, in: tx)
        return (form, section.id, question.id)
    }

    private static func place(_ event: Event, _ form: Identifier, _ viewer: Viewer?, _ tx: Writer) throws -> PlaceCategory {
        try PlaceCategoryActions.add(
            PlaceCategory(
                id: event.id, event: event.id, name: Localized("Canary places"), text: .empty, kind: .general, mode: .online,
                position: 0, needsCode: false, needsApproval: false, hasWaitingList: true, fee: .free, price: "",
                questionnaire: form, holdMinutes: 15, offerMinutes: 1440),
            capacity: 20, to: event, by: viewer, in: tx)
    }

    private static func registration(
        _ place: PlaceCategory, _ form: Questionnaire, _ question: Identifier, _ event: Event, _ tx: Writer
    ) throws -> Registration {
        let nobody = RegistrationTeller { _, _, _ in }
        let held = try RegistrationActions.hold(
            .init(category: place.id, key: "canary \(place.id)"), of: event, by: nil, tell: nobody, in: tx)
        let holder = RegistrationHolder(name: "Canary holder", email: "canary@people.example", organisation: "Canary University")
        let one = try RegistrationActions.submit(held, holder: holder, category: place, by: nil, tell: nobody, in: tx)
        if let version = try QuestionnaireStore.latest(of: form.id, in: tx) {
            let upload = UploadedFile(field: AnswerForm.field(question), name: "canary.pdf", bytes: Array("%PDF-1.7\n".utf8))
            var answers = Answers([
                question: .file(AnswerFile(name: upload.name, type: "application/pdf", size: upload.bytes.count))
            ])
            for consent in version.content.questions where consent.kind == .consent { answers[consent.id] = .consent(true) }
            try AnswerActions.keep(
                AnswerActions.Filled(version: version, answers: answers, uploads: [upload], language: .en), of: one, from: .form,
                in: tx)
        }
        return one
    }

    /// The verb asks for one that is still to come; the demo's events are over.
    private static func reminder(_ event: Event, _ tx: Writer) throws -> Identifier {
        let id = tx.newID()
        try tx.execute("INSERT INTO mail_reminder (id, event_id, minutes) VALUES (\(id), \(event.id), 60)")
        return id
    }
}
