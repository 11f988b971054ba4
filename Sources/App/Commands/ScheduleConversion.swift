import Base
import Convene
import Formats
import Foundation
import HTML
import Store

/// `plenaria export schedule --from FILE`: a foreign schedule in another form, without a server and without a database.
package struct ScheduleConversion: Sendable {
    /// What was read, and what should be known of the reading.
    package let schedule: ForeignSchedule
    package let findings: [FormatFinding]
    private let event: Event
    private let programme: Programme
    private let materials: [Identifier: [Material]]

    /// As `--format` takes them.
    package static let formats = [ProgrammeExport.Format.xml, .json, .ics, .csv].map(\.rawValue)

    /// `zone` serves a file that names none. Throws `StoreError.refused` with the place and the reason where the file
    /// cannot be read.
    package init(file: String, zone: Zone, language: Language) throws {
        let words = try House.book().words(language)
        do throws(FormatRefusal) {
            try self.init(ScheduleCommand.bytes(of: file), name: file, zone: zone)
        } catch {
            throw StoreError.refused(ScheduleCommand.said(error, words))
        }
    }

    package init(_ bytes: [UInt8], name: String, zone: Zone) throws(FormatRefusal) {
        let schedule = try FormatReader.read(bytes, name: name, zone: zone)
        var event = ForeignPreview.event(of: schedule, zone: zone)
        event.slug = ScheduleConversion.slug(schedule)
        var numbers = 0
        // The same file gives the same identifiers.
        let source = ScheduleOrigin.source(of: schedule)
        let plan = SchedulePlan(
            schedule, draft: Programme(zone: event.zone), event: event, origins: [],
            choices: ScheduleChoices(tag: ScheduleChoices.likelyTag(schedule), extendsDays: true),
            newID: {
                numbers += 1
                return Identifier(stored: ScheduleIdentities.uuid5("\(source)#\(numbers)"))
            })
        var programme = plan.programme
        for origin in plan.origins {
            guard let place = programme.sessions.firstIndex(where: { $0.id == origin.session }) else { continue }
            if programme.sessions[place].detail.guid == nil {
                programme.sessions[place].detail.guid = ScheduleConversion.guid(of: origin.identity)
            }
        }
        self.schedule = schedule
        findings = plan.findings
        self.event = event
        self.programme = programme
        materials = ScheduleConversion.materials(plan, event)
    }

    package func text(_ name: String, _ language: Language) throws -> String {
        guard let format = ProgrammeExport.Format(rawValue: name) else { throw StoreError.refused("there is no form \(name)") }
        let view = ProgrammeView(ForeignPreview.release(of: programme, event), reader: nil, language: language)
        let acronym = ScheduleOutline.acronym(event.slug)
        return ProgrammeExport(
            EventFile(event: event), view, history: .none, materials: materials, words: try House.book().words(language),
            baseURL: "", addresses: SessionAddresses(foreign: schedule.url, acronym: acronym)
        ).text(format)
    }

    /// The file's own acronym, else its title, in what an address may hold.
    private static func slug(_ schedule: ForeignSchedule) -> String {
        let text = folded(schedule.acronym.isEmpty ? schedule.title : schedule.acronym)
        let parts = text.utf8.split { !((97...122).contains($0) || (48...57).contains($0)) }
        let slug = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-").prefix(40)
        return slug.isEmpty ? "schedule" : String(slug)
    }

    private static func guid(of identity: String) -> String {
        Identifier(identity)?.text ?? ScheduleIdentities.uuid5(identity)
    }

    private static func materials(_ plan: SchedulePlan, _ event: Event) -> [Identifier: [Material]] {
        plan.links.added.mapValues { links in
            links.enumerated().map { index, link in
                link.material(
                    id: event.id, event: event.id, session: event.id, position: index + 1, person: nil, at: Instant(seconds: 0))
            }
        }
    }
}
