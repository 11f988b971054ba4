import Base

/// Who appears in a release, over all its sessions.
struct ApiSpeaker: Encodable, Hashable {
    let speaker: String
    let name: String
    let affiliations: [String]
    let sessions: [String]

    /// In the order of their keys, so that a cursor holds.
    static func all(of programme: Programme) -> [ApiSpeaker] {
        Speaker.all(of: programme).map { one in
            ApiSpeaker(
                speaker: one.key.text, name: one.name, affiliations: one.affiliations, sessions: one.sessions.map(\.text))
        }
    }
}

struct ApiSpeakerPart: Encodable, Hashable {
    let release: Int
    let items: [ApiSpeaker]
    let next: String?
}
