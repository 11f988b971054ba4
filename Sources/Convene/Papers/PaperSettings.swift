import Base

/// How an event's letters and certificates are headed, signed and worded.
package struct PaperSettings: Hashable, Sendable, Codable {
    package struct Signatory: Hashable, Sendable, Codable {
        package var name: String
        package var office: String
        package init(name: String, office: String) {
            self.name = name
            self.office = office
        }
    }

    /// Who writes: the name first, then the address.
    package var letterhead: [String]
    package var signatories: [Signatory]
    /// The text of the letter of invitation with its fields, by language.
    package var invitation: Localized
    /// Whoever is confirmed can have the letter made.
    package var isInvitationOpen: Bool

    package init(
        letterhead: [String] = [], signatories: [Signatory] = [], invitation: Localized = .empty, isInvitationOpen: Bool = false
    ) {
        self.letterhead = letterhead
        self.signatories = signatories
        self.invitation = invitation
        self.isInvitationOpen = isInvitationOpen
    }

    package static let mostSignatories = 3
    package static let mostLines = 6
    package static let longestLine = 160

    /// The fields that a letter of invitation may name: nothing secret, for it is shown to others.
    package static let fields: [MailField] = [.name, .organisation, .event, .dates, .place, .category, .number]

    /// Every fault of a text; empty if it may be kept.
    package static func faults(of text: String) -> [MailTemplate.Fault] {
        do {
            let template = try MailTemplate(text, for: .bulk)
            let strange = template.fields.subtracting(fields)
            guard !strange.isEmpty else { return [] }
            return strange.map(\.rawValue).sorted().map { MailTemplate.Fault(kind: .unknown, line: 0, column: 0, found: $0) }
        } catch let faults as MailTemplate.Faults {
            return faults.all
        } catch {
            return []
        }
    }
}
