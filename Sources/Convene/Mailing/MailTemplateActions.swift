import Base
import People
import Store

/// The organiser's own wordings of letters, and letters to herself to see how they arrive.
package enum MailTemplateActions {
    /// Test letters an hour, for one address.
    static let tests = 20

    /// An empty wording takes the house's again.
    package static func save(
        _ wording: MailWording, for occasion: MailOccasion, of event: Event, by viewer: Viewer?, in tx: Writer
    )
        throws
    {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard occasion != .bulk else { throw Refusal(.notFound, "refusal.notFound") }
        if wording.isEmpty {
            try MailTemplateStore.remove(occasion, of: event.id, in: tx)
        } else {
            try MailTemplateStore.set(wording, for: occasion, of: event.id, in: tx)
        }
        let languages = wording.languages.map(\.rawValue).joined(separator: " ")
        try tx.audit("template.saved", by: viewer.person, on: "event", event.id, after: "\(occasion.rawValue) \(languages)")
        try tx.note(Note(name: "template.saved", reference: event.reference, payload: ["occasion": occasion.rawValue]))
    }

    /// A letter to the viewer's own address, and to no other.
    package static func test(_ letter: (String) -> LetterDraft, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let address = try PersonStore.find(viewer.person, in: tx)?.email, !address.isEmpty else {
            throw Refusal(.conflict, "mailing.refusal.noAddress")
        }
        let since = tx.now.adding(minutes: -60)
        guard try LetterStore.count(to: address, purpose: Mailing.testPurpose, since: since, in: tx) < tests else {
            throw Refusal(.tooMany, "mailing.refusal.tests")
        }
        var test = letter(address)
        test.replyTo = try MailSettingStore.replyTo(of: event.id, in: tx)
        try tx.post(test)
        try tx.audit("template.tested", by: viewer.person, on: "event", event.id)
        try tx.note(Note(name: "template.tested", reference: event.reference))
    }
}

extension Mailing {
    package static let testPurpose = "mailing.test"
}
