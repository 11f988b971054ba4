import Base

/// Who may be given what: the organiser's policy, apart from what the database says by itself (`CertificateStore.insert`).
package enum CertificateRules {
    /// What speaks for somebody's certificate of attendance.
    package struct Evidence: Hashable, Sendable {
        package var registration: Registration
        package var mode: PlaceCategory.Mode
        /// Somebody scanned her in.
        package var wasScanned: Bool
        /// The organiser says that she was there; only for those who take part on line.
        package var isMarked: Bool
        package init(registration: Registration, mode: PlaceCategory.Mode, wasScanned: Bool, isMarked: Bool) {
            self.registration = registration
            self.mode = mode
            self.wasScanned = wasScanned
            self.isMarked = isMarked
        }
    }

    /// Why she gets none; nil if she does.
    package static func objection(to evidence: Evidence, of event: Event, on day: CalendarDate) -> String? {
        if evidence.registration.state != .confirmed { return "registration.refusal.notConfirmed" }
        if day < event.first { return "certificate.refusal.early" }
        if evidence.registration.holder.name.isEmpty { return "certificate.refusal.nameless" }
        switch evidence.mode {
        case .room: return evidence.wasScanned ? nil : "certificate.refusal.absent"
        case .online: return evidence.wasScanned || evidence.isMarked ? nil : "certificate.refusal.unmarked"
        }
    }

    /// Someone of the released programme with what she presented.
    package struct Speaker: Hashable, Sendable {
        package let key: SpeakerKey
        package let name: String
        package let talks: [CertificateContent.Talk]
    }

    /// Everybody who presents in a programme: whoever interprets, hosts or chairs has not presented, and what somebody else read
    /// out was not presented by her.
    package static func speakers(of programme: Programme, until day: CalendarDate) -> [Speaker] {
        var names: [SpeakerKey: [Appearance]] = [:]
        var talks: [SpeakerKey: [CertificateContent.Talk]] = [:]
        var order: [SpeakerKey] = []
        for session in programme.sessions where !session.isInternal && session.date <= day && !session.kind.isBreak {
            for one in session.appearances where presents(one) {
                guard let key = SpeakerKey(one) else { continue }
                if names[key] == nil { order.append(key) }
                names[key, default: []].append(one)
                let talk = CertificateContent.Talk(title: session.title, date: session.date)
                if talks[key]?.contains(talk) != true { talks[key, default: []].append(talk) }
            }
        }
        return order.map { Speaker(key: $0, name: SpeakerKey.name(of: names[$0] ?? []), talks: talks[$0] ?? []) }
    }

    private static func presents(_ one: Appearance) -> Bool {
        [.speaker, .panellist].contains(one.role) && one.presence != .readOut
    }
}
