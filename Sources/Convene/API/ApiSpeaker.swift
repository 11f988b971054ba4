import Base

/// Who appears in a release, over all its sessions.
struct ApiSpeaker: Encodable, Hashable {
    let speaker: String
    let name: String
    let affiliations: [String]
    let sessions: [String]

    /// In the order of their keys, so that a cursor holds.
    static func all(of programme: Programme) -> [ApiSpeaker] {
        var found: [SpeakerKey: (appearances: [Appearance], sessions: [String])] = [:]
        for session in programme.sessions {
            for one in session.appearances {
                guard let key = SpeakerKey(one) else { continue }
                found[key, default: ([], [])].appearances.append(one)
                if found[key]?.sessions.last != session.id.text { found[key]?.sessions.append(session.id.text) }
            }
        }
        return found.sorted { $0.key < $1.key }.map { key, value in
            var affiliations: [String] = []
            for one in value.appearances where !one.affiliation.isEmpty && !affiliations.contains(one.affiliation) {
                affiliations.append(one.affiliation)
            }
            return ApiSpeaker(
                speaker: key.text, name: SpeakerKey.name(of: value.appearances), affiliations: affiliations,
                sessions: value.sessions)
        }
    }
}

struct ApiSpeakerPart: Encodable, Hashable {
    let release: Int
    let items: [ApiSpeaker]
    let next: String?
}
