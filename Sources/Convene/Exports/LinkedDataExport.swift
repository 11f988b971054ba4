import Base
import HTML

/// An event and its sessions in the words of schema.org (`Event`), as JSON-LD: what search engines and assistants read.
package struct LinkedDataExport: Sendable {
    package let file: EventFile
    package let language: Language
    package let baseURL: String
    private var event: Event { file.event }
    private var address: String { baseURL + event.path }

    package init(_ file: EventFile, language: Language, baseURL: String) {
        self.file = file
        self.language = language
        self.baseURL = baseURL
    }

    /// The gathering alone, with the address of the whole.
    package func summary(_ view: ProgrammeView?) -> String {
        whole(view, history: .none, sessions: false)
    }

    /// The gathering with all its sessions; those that were called off say so.
    package func programme(_ view: ProgrammeView, history: ProgrammeHistory) -> String {
        whole(view, history: history, sessions: true)
    }

    package func session(_ item: ProgrammeView.Item, _ view: ProgrammeView, history: ProgrammeHistory) -> String {
        var out = JSONText()
        out.object { out in
            out.member("@context", "https://schema.org")
            write(item, view, history, isCancelled: false, &out)
            out.object("superEvent") { out in
                out.member("@type", "Event")
                out.member("@id", address)
                out.member("name", event.name.text(language))
                dates(&out, view)
                place(nil, &out)
                out.member("url", address)
            }
        }
        return out.text
    }

    // MARK: Parts

    private func whole(_ view: ProgrammeView?, history: ProgrammeHistory, sessions: Bool) -> String {
        var out = JSONText()
        out.object { out in
            out.member("@context", "https://schema.org")
            out.member("@type", "Event")
            out.member("@id", address)
            out.member("name", event.name.text(language))
            if let theme = file.theme { out.filled("description", theme.text.text(language)) }
            dates(&out, view)
            out.member("eventStatus", "https://schema.org/EventScheduled")
            mode(event.country.isEmpty ? "Online" : "Offline", &out)
            place(nil, &out)
            out.list("organizer") { out in
                for party in file.parties(.organiser) + file.parties(.host) { organiser(party, &out) }
            }
            out.member("url", address)
            if let view, sessions {
                out.list("subEvent") { out in
                    for item in view.items {
                        out.object { write(item, view, history, isCancelled: false, &$0) }
                    }
                    for session in history.cancelled {
                        let item = ProgrammeView.Item(cancelled: session, venue: view.venue, language: language)
                        out.object { write(item, view, history, isCancelled: true, &$0) }
                    }
                }
            } else if view != nil {
                out.object("subjectOf") { out in
                    out.member("@type", "DataFeed")
                    out.member("encodingFormat", "application/ld+json")
                    out.member("url", address + "/programme.jsonld")
                }
            }
        }
        return out.text
    }

    private func dates(_ out: inout JSONText, _ view: ProgrammeView?) {
        out.member("startDate", event.first.description)
        out.member("endDate", event.last.description)
    }

    private func mode(_ mode: String, _ out: inout JSONText) {
        out.member("eventAttendanceMode", "https://schema.org/\(mode)EventAttendanceMode")
    }

    private func write(
        _ item: ProgrammeView.Item, _ view: ProgrammeView, _ history: ProgrammeHistory, isCancelled: Bool, _ out: inout JSONText
    ) {
        let session = item.session
        let page = "\(address)/s/\(session.id)"
        let former = history.formerStarts[session.id]
        let status = isCancelled ? "EventCancelled" : former == nil ? "EventScheduled" : "EventRescheduled"
        out.member("@type", "Event")
        out.member("@id", page)
        out.member("name", item.title.text)
        out.filled("alternateName", session.detail.subtitle.text(language))
        out.filled("description", session.abstract.text(language))
        out.member("startDate", item.stamp)
        out.member("endDate", stamp(item.end, view))
        out.member("duration", "PT\(session.minutes)M")
        out.member("eventStatus", "https://schema.org/\(status)")
        if let former, !isCancelled { out.member("previousStartDate", stamp(former, view)) }
        mode(attendance(session), &out)
        if session.languages.count == 1 {
            out.member("inLanguage", session.languages[0])
        } else if !session.languages.isEmpty {
            out.list("inLanguage", session.languages)
        }
        place(item.roomName?.text, &out)
        performers(session, &out)
        // What was called off has no page any more.
        if !isCancelled { out.member("url", page) }
    }

    private func attendance(_ session: Session) -> String {
        if event.country.isEmpty { return "Online" }
        return session.appearances.contains { $0.presence == .online } ? "Mixed" : "Offline"
    }

    private func stamp(_ instant: Instant, _ view: ProgrammeView) -> String {
        instant.iso(offset: view.venue.offset(at: instant))
    }

    private func performers(_ session: Session, _ out: inout JSONText) {
        let people = session.appearances.filter { !$0.name.isEmpty && $0.role != .interpreter }
        guard !people.isEmpty else { return }
        out.list("performer") { out in
            for one in people {
                out.object { out in
                    out.member("@type", "Person")
                    out.member("name", one.name)
                    if let key = SpeakerKey(one) { out.member("@id", "\(address)/speakers/\(key)") }
                    if !one.affiliation.isEmpty {
                        out.object("affiliation") { out in
                            out.member("@type", "Organization")
                            out.member("name", one.affiliation)
                        }
                    }
                }
            }
        }
    }

    /// The room within the venue; for a gathering on line its page.
    private func place(_ room: String?, _ out: inout JSONText) {
        out.object("location") { out in
            guard !event.country.isEmpty else {
                out.member("@type", "VirtualLocation")
                out.member("url", address)
                return
            }
            let venue = event.venue.text(language)
            let name = [room ?? "", venue].filter { !$0.isEmpty }.joined(separator: ", ")
            out.member("@type", "Place")
            out.member("name", name.isEmpty ? event.city.text(language) : name)
            out.object("address") { out in
                out.member("@type", "PostalAddress")
                out.filled("addressLocality", event.city.text(language))
                out.member("addressCountry", event.country)
            }
        }
    }

    private func organiser(_ party: EventParty, _ out: inout JSONText) {
        out.object { out in
            out.member("@type", "Organization")
            out.member("name", file.name(of: party).text(language))
        }
    }
}
