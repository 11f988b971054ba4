import Base

/// A session as the interface for programs shows it and, but for what is only read, takes it.
struct ApiSession: Encodable, Hashable {
    struct Person: Encodable, Hashable {
        let id: String
        /// What stands for the speaker over sessions; absent for someone without a name.
        let speaker: String?
        let name: String
        let affiliation: String
        let role: String
        let presence: String
        let readBy: String

        init(_ appearance: Appearance) {
            id = appearance.id.text
            speaker = SpeakerKey(appearance)?.text
            name = appearance.name
            affiliation = appearance.affiliation
            role = appearance.role.rawValue
            presence = appearance.presence.rawValue
            readBy = appearance.readBy
        }
    }
    struct Part: Encodable, Hashable {
        let id: String
        let start: String
        let minutes: Int
        let title: [String: String]

        init(_ slot: Slot) {
            id = slot.id.text
            start = slot.start.description
            minutes = slot.minutes
            title = slot.title.texts
        }
    }
    let id: String
    /// The identity under which other programs know it; its own where there is none.
    let guid: String
    let date: String
    /// The conference clock: hours past 24 are the night after.
    let start: String
    let minutes: Int
    /// RFC 3339 with the zone's offset; absent for a time that does not exist in the zone.
    let startsAt: String?
    let endsAt: String?
    let room: String?
    let track: String?
    let kind: String
    let authentic: String
    let title: [String: String]
    let subtitle: [String: String]
    let abstract: [String: String]
    let description: [String: String]
    let section: [String: String]
    let languages: [String]
    let people: [Person]
    let slots: [Part]
    let isInternal: Bool
    let isRecordingOptOut: Bool
    let recordingLicence: String
    let origin: String

    init(_ session: Session, zone: Zone?) {
        id = session.id.text
        guid = session.detail.guid ?? session.id.text
        date = session.date.description
        start = session.start.description
        minutes = session.minutes
        startsAt = ApiSession.instant(session.date, session.start, zone)
        endsAt = ApiSession.instant(session.date, session.end, zone)
        room = session.room?.text
        track = session.track?.text
        kind = session.kind.rawValue
        authentic = session.title.authentic
        title = session.title.texts
        subtitle = session.detail.subtitle.texts
        abstract = session.abstract.texts
        description = session.detail.description.texts
        section = session.section.texts
        languages = session.languages
        people = session.appearances.map(Person.init)
        slots = session.slots.map(Part.init)
        isInternal = session.isInternal
        isRecordingOptOut = session.detail.isRecordingOptOut
        recordingLicence = session.detail.recordingLicence
        origin = session.detail.origin
    }

    /// Of a time that comes twice, the first: a release has none of them.
    static func instant(_ date: CalendarDate, _ time: ClockTime, _ zone: Zone?) -> String? {
        guard let zone else { return nil }
        switch zone.reading(date, time) {
        case .skipped: return nil
        case .once(let instant), .twice(let instant, _): return instant.iso(offset: zone.offset(at: instant))
        }
    }
}
