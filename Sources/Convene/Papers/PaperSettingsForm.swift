import Base
import HTML

/// The desk's form for headings, hands and the letter: text in → settings or complaints.
package enum PaperSettingsForm {
    /// `text` gives a field's text with its lines.
    package static func settings(_ text: (String) -> String) -> (settings: PaperSettings, complaints: Complaints) {
        var complaints = Complaints()
        let letterhead = lines(text("letterhead"))
        if letterhead.count > PaperSettings.mostLines {
            complaints.add("letterhead", "papers.refusal.lines", ["count": String(PaperSettings.mostLines)])
        }
        let signatories = lines(text("signatories")).map { line in
            let parts = line.split(separator: ";", maxSplits: 1).map { singleLine(String($0)) }
            return PaperSettings.Signatory(name: parts.first ?? "", office: parts.count > 1 ? parts[1] : "")
        }
        if signatories.count > PaperSettings.mostSignatories {
            complaints.add("signatories", "papers.refusal.lines", ["count": String(PaperSettings.mostSignatories)])
        }
        if (letterhead + signatories.flatMap { [$0.name, $0.office] }).contains(where: { $0.count > PaperSettings.longestLine }) {
            complaints.add("letterhead", "people.refusal.long")
        }
        let invitation = invitation(text, &complaints)
        let isOpen = !text("isOpen").isEmpty
        if isOpen, invitation.isEmpty { complaints.add("text_en", "papers.refusal.textless") }
        return (
            PaperSettings(
                letterhead: letterhead, signatories: signatories, invitation: invitation, isInvitationOpen: isOpen),
            complaints
        )
    }

    private static func invitation(_ text: (String) -> String, _ complaints: inout Complaints) -> Localized {
        var texts: [String: String] = [:]
        for language in Language.allCases {
            let body = text("text_\(language.rawValue)")
            guard !body.isEmpty else { continue }
            texts[language.rawValue] = body
            if let fault = PaperSettings.faults(of: body).first {
                complaints.add(
                    "text_\(language.rawValue)", "papers.refusal.field", ["found": fault.found, "line": String(fault.line)])
            }
        }
        let first = Language.allCases.first { texts[$0.rawValue] != nil }
        return Localized(texts, authentic: texts["en"] == nil ? first?.rawValue ?? "en" : "en")
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { singleLine(String($0)) }.filter { !$0.isEmpty }
    }
}
