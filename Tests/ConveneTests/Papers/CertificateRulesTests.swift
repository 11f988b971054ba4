import Base
import Testing
import TestKit

@testable import Convene

@Suite struct CertificateRulesTests {
    private static func evidence(_ state: Registration.State, _ mode: PlaceCategory.Mode, scanned: Bool, marked: Bool) throws
        -> CertificateRules.Evidence
    {
        let event = try CertificateRulesTests.event()
        var one = Registration(
            RegistrationStage.category(event, mode), at: Instant(seconds: 1), id: Identifier(at: Instant(seconds: 1)))
        one.holder.name = "Ana"
        one.state = state
        return .init(registration: one, mode: mode, wasScanned: scanned, isMarked: marked)
    }

    private static func event() throws -> Event {
        let id = Identifier(at: Instant(seconds: 1))
        return try EventWorld.draft().event(id, in: id)
    }

    @Test("who was there gets one, from the first day; a mark counts on line alone")
    func objections() throws {
        let event = try Self.event()
        func objection(
            _ state: Registration.State = .confirmed, _ mode: PlaceCategory.Mode = .room, scanned: Bool = false,
            marked: Bool = false, day: CalendarDate? = nil
        ) throws -> String? {
            CertificateRules.objection(
                to: try Self.evidence(state, mode, scanned: scanned, marked: marked), of: event, on: day ?? event.first)
        }
        #expect(try objection(scanned: true) == nil)
        #expect(try objection(scanned: true, day: event.first.adding(days: -1)) == "certificate.refusal.early")
        #expect(try objection() == "certificate.refusal.absent")
        #expect(try objection(marked: true) == "certificate.refusal.absent")
        #expect(try objection(.confirmed, .online, marked: true) == nil)
        #expect(try objection(.confirmed, .online) == "certificate.refusal.unmarked")
        for state in Registration.State.allCases where state != .confirmed {
            #expect(try objection(state, scanned: true) == "registration.refusal.notConfirmed", "\(state)")
        }
    }

    @Test("who presents: not who interprets or chairs, not what another read out, not what is still to come")
    func speakers() throws {
        let event = try Self.event()
        func appearance(_ name: String, _ role: AppearanceRole = .speaker, _ presence: Presence = .inRoom) -> Appearance {
            Appearance(id: event.id, person: nil, name: name, affiliation: "", role: role, presence: presence, readBy: "")
        }
        func session(_ title: String, _ day: CalendarDate, _ people: [Appearance], isInternal: Bool = false) -> Session {
            Session(
                id: event.id, date: day, start: ClockTime(minutes: 600), minutes: 30, room: nil, kind: .talk,
                title: Localized(title), abstract: .empty, section: .empty, languages: [], appearances: people, slots: [],
                isInternal: isInternal)
        }
        let programme = Programme(
            zone: event.zone,
            sessions: [
                session("One", event.first, [appearance("Ana"), appearance("Bo", .interpreter), appearance("Cy", .panellist)]),
                session("Two", event.first, [appearance("ANA"), appearance("Di", .speaker, .readOut), appearance("Ed", .chair)]),
                session("Hidden", event.first, [appearance("Fa")], isInternal: true),
                session("Later", event.last, [appearance("Gu")]),
            ])
        let found = CertificateRules.speakers(of: programme, until: event.first)
        #expect(found.map(\.name) == ["ANA", "Cy"])
        #expect(found.first?.talks.map { $0.title.text(.en) } == ["One", "Two"])
        #expect(CertificateRules.speakers(of: programme, until: event.last).map(\.name) == ["ANA", "Cy", "Gu"])
    }
}
