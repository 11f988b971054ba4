import Base

/// What a material is to its session.
package enum MaterialKind: String, CaseIterable, Sendable, Codable, Hashable {
    case slides, paper, handout, recording
    /// The spoken words of a recording as timed text, in one language.
    case captions
    case link, other
}

/// Who may have a material. It is asked each time that somebody wants it.
package enum MaterialVisibility: String, CaseIterable, Sendable, Codable, Hashable {
    case everyone, signedIn
    /// Those with a role in the event, and the speakers of the session.
    case team
}

/// Something that belongs to a session and is kept beside the programme: a file of ours or an address elsewhere. It is no
/// part of a release; what is added today stands on the public page today.
package struct Material: Hashable, Sendable, Codable {
    /// A kept file as far as pages and programs are told of it.
    package struct File: Hashable, Sendable, Codable {
        package let id: Identifier
        package let name: String
        /// A media type, told by the content.
        package let type: String
        /// In bytes.
        package let size: Int
        package let sha256: String

        package init(id: Identifier, name: String, type: String, size: Int, sha256: String) {
            self.id = id
            self.name = name
            self.type = type
            self.size = size
            self.sha256 = sha256
        }
        package var isVideo: Bool { type.hasPrefix("video/") }
        package var isAudio: Bool { type.hasPrefix("audio/") }
    }
    package let id: Identifier
    package let event: Identifier
    package let session: Identifier
    package var position: Int
    package var kind: MaterialKind
    /// Empty where the kind says enough.
    package var title: Localized
    /// A BCP 47 tag; empty where it is not said.
    package var language: String
    package var licence: MaterialLicence?
    package var visibility: MaterialVisibility
    /// Nil for an address elsewhere.
    package var file: File?
    /// An https address; empty for a file.
    package var url: String
    /// What captions belong to.
    package var recording: Identifier?
    /// Who added it; nil when she had herself erased.
    package var person: Identifier?
    package let createdAt: Instant

    package init(
        id: Identifier, event: Identifier, session: Identifier, position: Int, kind: MaterialKind, title: Localized = .empty,
        language: String = "", licence: MaterialLicence? = nil, visibility: MaterialVisibility = .everyone, file: File? = nil,
        url: String = "", recording: Identifier? = nil, person: Identifier? = nil, createdAt: Instant
    ) {
        self.id = id
        self.event = event
        self.session = session
        self.position = position
        self.kind = kind
        self.title = title
        self.language = language
        self.licence = licence
        self.visibility = visibility
        self.file = file
        self.url = url
        self.recording = recording
        self.person = person
        self.createdAt = createdAt
    }

    /// So many may belong to one session.
    package static let most = 60

    /// The materials in their order, each recording followed by its captions; captions without theirs come last.
    package static func ordered(_ all: [Material]) -> [Material] {
        let sorted = all.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
        let captions = Dictionary(grouping: sorted.filter { $0.recording != nil }, by: \.recording)
        let shown = sorted.filter { $0.recording == nil }.flatMap { [$0] + (captions[$0.id] ?? []) }
        let known = Set(shown.map(\.id))
        return shown + sorted.filter { !known.contains($0.id) }
    }

    /// Where a file of ours is handed out to whoever may have it.
    package static func path(_ event: Event, _ session: Identifier, _ material: Identifier) -> String {
        "\(event.path)/s/\(session)/materials/\(material)"
    }
}
