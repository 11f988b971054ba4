import Base

/// Makes the entries of an outline, and keeps what many of them share.
struct ScheduleEntryMaker {
    private let view: ProgrammeView
    private let event: Event
    private let acronym: String
    private let addresses: SessionAddresses
    private let identities: ExportIdentities
    private let roomNames: [Identifier: String]
    private let trackNames: [Identifier: String]
    private var speakers: [Appearance: ScheduleOutline.Person] = [:]
    /// Where what has no room stands: the event's venue, else its city, else "—".
    let hall: String

    init(
        _ event: Event, _ view: ProgrammeView, acronym: String, addresses: SessionAddresses
    ) {
        self.view = view
        self.event = event
        self.acronym = acronym
        self.addresses = addresses
        identities = ExportIdentities(view.items.map(\.session))
        let language = view.language
        var taken: Set<String> = []
        func unlike(_ name: String) -> String {
            var found = name.isEmpty ? "—" : name
            var number = 1
            while !taken.insert(found).inserted {
                number += 1
                found = "\(name) (\(number))"
            }
            return found
        }
        var names: [Identifier: String] = [:]
        for room in view.rooms { names[room.id] = unlike(singleLine(room.name.text(language))) }
        roomNames = names
        hall = unlike([event.venue, event.city].map { singleLine($0.text(language)) }.first { !$0.isEmpty } ?? "—")
        trackNames = Dictionary(
            view.release.programme.tracks.map { ($0.id, $0.name.text(language)) }, uniquingKeysWith: { first, _ in first })
    }

    func roomName(_ room: Room) -> String { roomNames[room.id] ?? hall }
    func stamp(_ instant: Instant) -> String { instant.iso(offset: view.venue.offset(at: instant)) }

    mutating func entry(_ item: ProgrammeView.Item, in room: String) -> ScheduleOutline.Entry {
        let session = item.session
        let number = identities.number(session)
        return ScheduleOutline.Entry(
            session: session.id, number: number, guid: identities.guid(session), start: item.stamp, end: stamp(item.end),
            clock: item.begins.text,
            duration: twoDigits(session.minutes / 60) + ":" + twoDigits(session.minutes % 60), room: room,
            slug: slug(session, number), url: addresses.session(session), title: item.title.text,
            subtitle: session.detail.subtitle.text(view.language),
            track: session.track.flatMap { trackNames[$0] } ?? item.section.text, type: session.kind.rawValue,
            language: session.languages.joined(separator: ","), abstract: session.abstract.text(view.language),
            description: session.detail.description.text(view.language), licence: session.detail.recordingLicence,
            isOptOut: session.detail.isRecordingOptOut, origin: addresses.origin(session),
            persons: session.appearances.compactMap { person($0) })
    }

    private mutating func person(_ appearance: Appearance) -> ScheduleOutline.Person? {
        if let known = speakers[appearance] { return known }
        guard !appearance.name.isEmpty, let key = SpeakerKey(appearance) else { return nil }
        let person = ScheduleOutline.Person(
            name: appearance.name, guid: ExportIdentities.guid(key), number: ExportIdentities.number(key.text),
            url: addresses.speaker(key) ?? "")
        speakers[appearance] = person
        return person
    }

    /// `gmc_2025-1234567-opening_video`: a title in another script gives nothing.
    private func slug(_ session: Session, _ number: Int) -> String {
        let letters = session.title.text(.en).lowercased().utf8.map { byte -> UInt8 in
            (97...122).contains(byte) || (48...57).contains(byte) ? byte : UInt8(ascii: "_")
        }
        let words = String(decoding: letters, as: UTF8.self).split(separator: "_").joined(separator: "_").prefix(60)
        let clean = words.hasSuffix("_") ? words.dropLast() : words
        return acronym + "-" + String(number) + "-" + (clean.isEmpty ? "session" : clean)
    }
}
