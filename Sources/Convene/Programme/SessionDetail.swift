import Base

/// What few sessions have: stored and frozen together, never searched by a column.
package struct SessionDetail: Hashable, Sendable {
    package var subtitle: Localized = .empty
    /// The long text, in Markdown; `Session.abstract` is the short one.
    package var description: Localized = .empty
    /// The identity under which another program knows the session (RFC 4122, lower case); nil: its own identifier is it.
    package var guid: String?
    /// Under which licence a recording may be published; free text or an SPDX name.
    package var recordingLicence = ""
    /// Whoever speaks does not want to be recorded.
    package var isRecordingOptOut = false
    /// Where the session was told of first, outside this site; empty or http(s).
    package var origin = ""

    package init(
        subtitle: Localized = .empty, description: Localized = .empty, guid: String? = nil, recordingLicence: String = "",
        isRecordingOptOut: Bool = false, origin: String = ""
    ) {
        self.subtitle = subtitle
        self.description = description
        self.guid = guid
        self.recordingLicence = recordingLicence
        self.isRecordingOptOut = isRecordingOptOut
        self.origin = origin
    }
    package var isEmpty: Bool { self == SessionDetail() }
}

extension SessionDetail: Codable {
    private enum Key: String, CodingKey {
        case subtitle, description, guid, recordingLicence, isRecordingOptOut, origin
    }
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            subtitle: try values.decodeIfPresent(Localized.self, forKey: .subtitle) ?? .empty,
            description: try values.decodeIfPresent(Localized.self, forKey: .description) ?? .empty,
            guid: try values.decodeIfPresent(String.self, forKey: .guid),
            recordingLicence: try values.decodeIfPresent(String.self, forKey: .recordingLicence) ?? "",
            isRecordingOptOut: try values.decodeIfPresent(Bool.self, forKey: .isRecordingOptOut) ?? false,
            origin: try values.decodeIfPresent(String.self, forKey: .origin) ?? "")
    }
    /// Only what is there is written: a new field leaves the digests of old releases alone.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        if !subtitle.isEmpty { try values.encode(subtitle, forKey: .subtitle) }
        if !description.isEmpty { try values.encode(description, forKey: .description) }
        try values.encodeIfPresent(guid, forKey: .guid)
        if !recordingLicence.isEmpty { try values.encode(recordingLicence, forKey: .recordingLicence) }
        if isRecordingOptOut { try values.encode(true, forKey: .isRecordingOptOut) }
        if !origin.isEmpty { try values.encode(origin, forKey: .origin) }
    }
}
