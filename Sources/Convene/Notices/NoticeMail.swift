import Base
import HTML
import Store

/// The letter about a release: what changed for its reader, old and new, in plain text.
enum NoticeMail {
    static func letter(
        _ notice: ReleaseNotice, to address: String, event: Event, release: Release, message: String, baseURL: String,
        words: Words
    ) -> LetterDraft {
        let name = event.name.text(words.language)
        let number = words.number(release.number)
        let city = Zone(release.programme.zone)?.city ?? release.programme.zone
        var parts = [
            words("notice.mail.greeting", ["name": notice.name]),
            words("notice.mail.intro", ["event": name, "number": number, "zone": city]),
        ]
        if !message.isEmpty { parts.append(message) }
        parts += sessions(notice, event: event, release: release, baseURL: baseURL, words: words)
        parts.append(words("notice.mail.programme") + "\n\(baseURL)\(event.path)?lang=\(words.language.rawValue)")
        parts.append(words("notice.mail.why"))
        return LetterDraft(
            to: address, subject: words("notice.mail.subject", ["event": name]), text: parts.joined(separator: "\n\n") + "\n",
            language: words.language, purpose: "release")
    }

    /// One paragraph a session: its title, the changes, its address.
    private static func sessions(
        _ notice: ReleaseNotice, event: Event, release: Release, baseURL: String, words: Words
    ) -> [String] {
        var order: [Identifier] = []
        var changes: [Identifier: [ProgrammeChange]] = [:]
        for change in notice.changes {
            guard let id = change.session?.id else { continue }
            if changes[id] == nil { order.append(id) }
            changes[id, default: []].append(change)
        }
        return order.compactMap { id in
            guard let own = changes[id], let session = own.first?.session else { return nil }
            var lines = [session.title.text(words.language)]
            lines += own.map {
                "  " + words("changes.\($0.code)") + words("notice.mail.colon") + NoticeTextPage.detail($0, words)
            }
            if let current = release.programme.session(id) {
                let place = [NoticeTextPage.when(current.when, words)] + room(current, release, words)
                lines.append("  " + words("notice.mail.now") + words("notice.mail.colon") + place.joined(separator: ", "))
                lines.append("  \(baseURL)\(event.path)/s/\(id)")
                lines.append("  \(baseURL)\(event.path)/s/\(id)/session.ics")
            }
            return lines.joined(separator: "\n")
        }
    }

    private static func room(_ session: Session, _ release: Release, _ words: Words) -> [String] {
        release.programme.room(session.room).map { [$0.name.text(words.language)] } ?? []
    }
}
