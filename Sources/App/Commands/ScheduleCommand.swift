import Base
import Convene
import Formats
import Foundation
import HTML
import Store

/// `plenaria import schedule`: reads a foreign schedule, shows what would change and what is doubtful, and saves it.
package struct ScheduleCommand: Sendable {
    package var file: String
    package var event: String
    package var isDryRun: Bool
    package var asJSON: Bool
    /// Where the file names no zone and there is no event that has one.
    package var zone: Zone
    package var language: Language
    package var extendsDays: Bool
    package var removesMissing: Bool

    package init(
        file: String, event: String, isDryRun: Bool, asJSON: Bool, zone: Zone = .utc, language: Language = .en,
        extendsDays: Bool = false, removesMissing: Bool = false
    ) {
        self.file = file
        self.event = event
        self.isDryRun = isDryRun
        self.asJSON = asJSON
        self.zone = zone
        self.language = language
        self.extendsDays = extendsDays
        self.removesMissing = removesMissing
    }

    /// What `--json` prints.
    private struct Report: Encodable {
        struct Finding: Encodable {
            let kind: String
            let code: String
            let line: Int
            let text: String
        }
        struct Item: Encodable {
            let id: String
            let title: String
        }
        let saved: Bool
        let format: String
        let title: String
        let events: Int
        let rooms: Int
        let created: [Item]
        let changed: [Item]
        let removed: Int
        let unchanged: Int
        let unplaced: Int
        let links: Int
        let conflicts: Int
        let missing: [Item]
        let supplied: [Finding]
        let dropped: [Finding]
        let doubted: [Finding]
    }
    private struct Refused: Encodable {
        let refused: String
        let code: String
        let line: Int
        let column: Int
        let path: String
    }

    /// Without a database: against an empty draft whose days are the file's own.
    package func check() throws -> AgendaCommand.Outcome {
        let words = try House.book().words(language)
        do throws(FormatRefusal) {
            let schedule = try FormatReader.read(ScheduleCommand.bytes(of: file), name: file, zone: zone)
            let event = ForeignPreview.event(of: schedule, zone: zone)
            let identifiers = IdentifierSequence(at: Instant(seconds: 0))
            let choices = ScheduleChoices(tag: ScheduleChoices.likelyTag(schedule), extendsDays: true)
            let plan = SchedulePlan(
                schedule, draft: Programme(zone: event.zone), event: event, origins: [], choices: choices,
                newID: { identifiers.next() })
            return outcome(schedule, plan, saved: false, words)
        } catch {
            return refused(error, words)
        }
    }

    /// Against an event: the difference to its draft, saved unless it is a dry run.
    package func run(on database: Database) async throws -> AgendaCommand.Outcome {
        let words = try House.book().words(language)
        let (slug, isDry, name) = (event, isDryRun, file)
        let (extends, removes) = (extendsDays, removesMissing)
        let found = try await database.read { try EventStore.find(slug: slug, in: $0) }
        guard let event = found else {
            throw StoreError.refused("there is no event \(slug); its name is the part of its address after /e/")
        }
        do throws(FormatRefusal) {
            let schedule = try FormatReader.read(ScheduleCommand.bytes(of: name), name: name, zone: Zone(event.zone) ?? .utc)
            let choices = ScheduleChoices(
                tag: ScheduleChoices.likelyTag(schedule), extendsDays: extends, removesMissing: removes)
            let plan = try await saved(schedule, event, choices, isDry, database)
            return outcome(schedule, plan, saved: !isDry && plan.changesAnything, words)
        } catch {
            return refused(error, words)
        }
    }

    /// The transaction's own errors are no refusals of the file: they end the command.
    private func saved(
        _ schedule: ForeignSchedule, _ event: Event, _ choices: ScheduleChoices, _ isDry: Bool, _ database: Database
    ) async throws(FormatRefusal) -> SchedulePlan {
        do {
            return try await database.write { tx in
                if isDry {
                    return try ScheduleImportActions.preview(
                        schedule, of: event, choices: choices, by: Operator.viewer, in: tx
                    ).plan
                }
                return try ScheduleImportActions.apply(
                    schedule, to: event, choices: choices, seen: nil, by: Operator.viewer, in: tx)
            }
        } catch {
            throw FormatRefusal("database", ["said": "\(error)"])
        }
    }

    static func bytes(of file: String) throws(FormatRefusal) -> [UInt8] {
        let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
        guard let data else { throw FormatRefusal("unreadable", ["file": file]) }
        return [UInt8](data)
    }

    // MARK: What is said

    private func refused(_ refusal: FormatRefusal, _ words: Words) -> AgendaCommand.Outcome {
        let text = words("format.refusal.\(refusal.code)", refusal.arguments)
        if asJSON {
            let report = Refused(
                refused: text, code: refusal.code, line: refusal.line, column: refusal.column, path: refusal.path)
            return AgendaCommand.Outcome(text: json(report) + "\n", status: 1)
        }
        return AgendaCommand.Outcome(text: "! \(ScheduleCommand.said(refusal, words))\n", status: 1)
    }

    /// The place and the reason.
    static func said(_ refusal: FormatRefusal, _ words: Words) -> String {
        let place = refusal.line > 0 ? words("scheduleImport.line", ["line": String(refusal.line)]) + ": " : ""
        let path = refusal.path.isEmpty ? "" : "  (\(refusal.path))"
        return place + words("format.refusal.\(refusal.code)", refusal.arguments) + path
    }

    /// A line each: supplied (+), left out (.) and doubted (~).
    package static func lines(_ findings: [FormatFinding], _ language: Language) throws -> [String] {
        lines(findings, try House.book().words(language))
    }

    private static func lines(_ findings: [FormatFinding], _ words: Words) -> [String] {
        [(FormatFinding.Kind.supplied, "+"), (.dropped, "."), (.doubted, "~")].flatMap { kind, mark in
            findings.filter { $0.kind == kind }.map { finding in
                let place = finding.line > 0 ? words("scheduleImport.line", ["line": String(finding.line)]) + ": " : ""
                return "\(mark) \(place)\(words("format.finding.\(finding.code)", finding.arguments))"
            }
        }
    }

    private func outcome(
        _ schedule: ForeignSchedule, _ plan: SchedulePlan, saved: Bool, _ words: Words
    ) -> AgendaCommand.Outcome {
        AgendaCommand.Outcome(
            text: asJSON ? json(report(schedule, plan, saved, words)) + "\n" : shown(schedule, plan, saved, words), status: 0)
    }

    private func report(_ schedule: ForeignSchedule, _ plan: SchedulePlan, _ saved: Bool, _ words: Words) -> Report {
        func items(_ ids: [Identifier]) -> [Report.Item] {
            let titles = Dictionary(
                (plan.programme.sessions + plan.programme.unplaced).map { ($0.id, $0.title.text(language)) },
                uniquingKeysWith: { first, _ in first })
            return ids.map { Report.Item(id: $0.text, title: titles[$0] ?? "") }
        }
        func findings(_ kind: FormatFinding.Kind) -> [Report.Finding] {
            plan.findings(kind).map { one in
                Report.Finding(
                    kind: kind.rawValue, code: one.code, line: one.line, text: words("format.finding.\(one.code)", one.arguments))
            }
        }
        return Report(
            saved: saved, format: schedule.format.rawValue, title: schedule.title, events: schedule.events.count,
            rooms: schedule.rooms.count, created: items(plan.created), changed: items(plan.changed), removed: plan.removed.count,
            unchanged: plan.unchanged, unplaced: plan.unplaced, links: plan.links.count, conflicts: plan.conflicts.count,
            missing: items(plan.missing),
            supplied: findings(.supplied), dropped: findings(.dropped), doubted: findings(.doubted))
    }

    private func shown(_ schedule: ForeignSchedule, _ plan: SchedulePlan, _ saved: Bool, _ words: Words) -> String {
        var lines = [
            words(
                "scheduleImport.about.text",
                [
                    "format": schedule.format.name, "title": schedule.title, "events": String(schedule.events.count),
                    "rooms": String(schedule.rooms.count), "days": String(schedule.days.count),
                ])
        ]
        let counts = [
            ("created", plan.created.count), ("changed", plan.changed.count), ("unchanged", plan.unchanged),
            ("removed", plan.removed.count), ("unplaced", plan.unplaced), ("links", plan.links.count),
        ]
        lines.append(counts.map { "\($0.1) " + words("scheduleImport.count.\($0.0)") }.joined(separator: " · "))
        lines += ScheduleCommand.lines(plan.findings, words)
        return lines.joined(separator: "\n") + "\n"
    }
}
