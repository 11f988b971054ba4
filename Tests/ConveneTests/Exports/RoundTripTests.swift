import Base
import Formats
import HTML
import Foundation
import HTML
import Testing

@testable import Convene

/// What we import and export again keeps its meaning, in every form that can be read.
@Suite struct RoundTripTests {
    /// What a session says to a reader, in whatever form it comes.
    private struct Meaning {
        var title: String
        var start: Instant?
        var minutes: Int?
        var room: String?
        var track: String?
        var kind: ItemKind
        var languages: [String]
        var people: [String]
        var subtitle: String
        var abstract: String
        var description: String
        var licence: String
        var isOptOut: Bool

        /// Each field that another does not have alike.
        func lost(in other: Meaning) -> [String] {
            zip(Mirror(reflecting: self).children, Mirror(reflecting: other).children).compactMap { mine, theirs in
                let (before, after) = ("\(mine.value)", "\(theirs.value)")
                return before == after ? nil : "\(mine.label ?? ""): \(before.debugDescription) → \(after.debugDescription)"
            }
        }
    }

    /// `hall` is where what has no room stands; nil for forms that can say that there is none.
    private func expected(_ item: ProgrammeView.Item, _ view: ProgrammeView, rooms: [Identifier: String], hall: String?)
        -> Meaning
    {
        let session = item.session
        let track = view.release.programme.track(session.track)?.name.text(view.language) ?? item.section.text
        return Meaning(
            title: item.title.text, start: item.start, minutes: session.minutes,
            room: item.room.map { rooms[$0.id] ?? "" } ?? hall,
            track: track.isEmpty ? nil : track, kind: session.kind, languages: session.languages,
            people: session.appearances.map(\.name), subtitle: session.detail.subtitle.text(view.language),
            abstract: session.abstract.text(view.language), description: session.detail.description.text(view.language),
            licence: session.detail.recordingLicence, isOptOut: session.detail.isRecordingOptOut)
    }

    private func read(_ event: ForeignEvent) -> Meaning {
        Meaning(
            title: event.title, start: event.start, minutes: event.minutes, room: event.room, track: event.track,
            kind: ImportedFields.kind(event.type, title: event.title), languages: event.languages,
            people: event.persons.map(\.name), subtitle: event.subtitle, abstract: event.abstract, description: event.description,
            licence: event.recordingLicence, isOptOut: event.isRecordingOptOut)
    }

    /// Exports in each form, reads that again and compares; then imports it into the same draft, which finds each session.
    private func check(_ programme: Programme, _ event: Event, _ name: String) throws {
        let release = Release(
            id: SiteSample.id(901), event: event.id, number: 1, message: .empty, at: Instant(seconds: 1_764_000_000), by: nil,
            digest: "", restores: nil, programme: programme.published)
        let view = ProgrammeView(release, reader: nil, language: .en)
        let export = ProgrammeExport(
            EventFile(event: event), view, history: .none, materials: [:], words: EventWorld.book.words(.en),
            baseURL: ExportStage.baseURL)
        let outline = ScheduleOutline(event, view, addresses: SessionAddresses(event, baseURL: ExportStage.baseURL))
        let told = Dictionary(uniqueKeysWithValues: outline.rooms.map { ($0.guid ?? "", $0.name) })
        let names = Dictionary(uniqueKeysWithValues: view.rooms.map { ($0.id, $0.name.text(.en)) })
        let identities = ExportIdentities(view.items.map(\.session))
        let zone = try #require(Zone(event.zone))
        for format in [ProgrammeExport.Format.xml, .json, .ics, .csv] {
            let isSchedule = format == .xml || format == .json
            let rooms = isSchedule ? Dictionary(uniqueKeysWithValues: view.rooms.map { ($0.id, told[$0.id.text] ?? "") }) : names
            let hall = isSchedule ? outline.days.flatMap(\.rooms).first { $0.guid == nil }?.name : nil
            try judge(export, format, isSmall: view.items.count < 150, name)
            let schedule = try FormatReader.read(Array(export.text(format).utf8), name: "file.\(format.rawValue)", zone: zone)
            let found = Dictionary(grouping: schedule.events, by: { $0.guid ?? $0.identity })
            #expect(schedule.events.count == view.items.count, "\(name) as \(format)")
            for item in view.items {
                var wanted = expected(item, view, rooms: rooms, hall: hall)
                var got = try #require(found[identities.guid(item.session)]?.first, "\(name) as \(format): \(item.title.text)")
                if format == .csv || format == .ics { (wanted.licence, wanted.isOptOut) = ("", false) }
                // A table does not say who wrote it, and foreign ones hold HTML.
                if format == .csv, [wanted.abstract, wanted.description].contains(where: ForeignText.looksLikeHTML) {
                    (wanted.abstract, wanted.description, got.abstract, got.description) = ("", "", "", "")
                }
                if format == .ics { (wanted.abstract, wanted.description, got.abstract, got.description) = ("", "", "", "") }
                let lost = wanted.lost(in: read(got))
                #expect(lost.isEmpty, "\(name) as \(format), \(item.title.text): \(lost.joined(separator: "; "))")
            }
            let identifiers = IdentifierSequence(at: Instant(seconds: 1_764_000_000))
            let again = SchedulePlan(
                schedule, draft: programme, event: event, origins: [],
                choices: ScheduleChoices(tag: ScheduleChoices.likelyTag(schedule), extendsDays: true),
                newID: { identifiers.next() })
            #expect(again.created.isEmpty && again.programme.sessions.count == programme.sessions.count, "\(name) as \(format)")
        }
    }

    private static let xmllint = ForeignProgram.find("xmllint")
    private static let schema = ExportStage.schema("schedule.xml.xsd")

    /// Valid against the published schemas, where there is a judge. That of JSON is slow.
    private func judge(_ export: ProgrammeExport, _ format: ProgrammeExport.Format, isSmall: Bool, _ name: String) throws {
        if format == .xml, let xmllint = RoundTripTests.xmllint, let schema = RoundTripTests.schema {
            let run = try ForeignProgram.withFile(export.text(.xml), ".xml") {
                try ForeignProgram.run(xmllint, ["--noout", "--huge", "--schema", schema, $0])
            }
            #expect(run.status == 0, "\(name): \(run.output.prefix(500))")
        }
        if format == .json, isSmall, let run = try ScheduleJSONExportTests.judged(export.text(.json)) {
            #expect(run.status == 0, "\(name): \(run.output.prefix(500))")
        }
    }

    // MARK: Real files

    private static let corpus: [String] = {
        let root = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).deletingLastPathComponent()
            .appendingPathComponent("shared/corpus/schedules")
        let found = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return found.filter { name in [".xml", ".json", ".csv"].contains { name.hasSuffix($0) } && !name.contains("schema") }
            .map { root.path + "/" + $0 }.sorted()
    }()

    @Test("Every real file that is read keeps its meaning", .enabled(if: !corpus.isEmpty), arguments: corpus)
    func realFile(_ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let schedule: ForeignSchedule
        do throws(FormatRefusal) {
            schedule = try FormatReader.read(bytes, name: path, zone: ImportStage.zone)
        } catch {
            // What is refused is the business of the readers' own tests.
            return
        }
        var event = ForeignPreview.event(of: schedule, zone: ImportStage.zone)
        event.venue = Localized("The venue")
        let identifiers = IdentifierSequence(at: Instant(seconds: 1_700_000_000))
        let plan = SchedulePlan(
            schedule, draft: Programme(zone: event.zone), event: event, origins: [],
            choices: ScheduleChoices(tag: ScheduleChoices.likelyTag(schedule), extendsDays: true), newID: { identifiers.next() })
        try check(plan.programme, event, URL(fileURLWithPath: path).lastPathComponent)
    }

    @Test("What looks like HTML in our own files is what it says") func markup() throws {
        var session = try SiteSample.session(1, "2025-12-03", 600, 30, Localized("Why List<T> is & isn't &amp;"), room: 51)
        session.abstract = Localized("A <b>bold</b> claim\n\nand R&D; more")
        session.detail.subtitle = Localized("-")
        let release = SiteSample.release([session], rooms: [SiteSample.room(51, "Aula")])
        for format in [ProgrammeExport.Format.xml, .json] {
            let text = try ExportStage.export(release).text(format)
            let event = try FormatReader.read(Array(text.utf8), zone: ImportStage.zone).events[0]
            #expect(event.title == "Why List<T> is & isn't &amp;" && event.subtitle == "-")
            #expect(event.abstract == "A <b>bold</b> claim\n\nand R&D; more")
        }
    }

    // MARK: Programmes that nobody held

    @Test("A generated programme keeps its meaning", arguments: 1...40)
    func generated(_ seed: Int) throws {
        var made = GeneratedProgramme(seed: UInt64(seed))
        let (programme, event) = try made.make()
        try check(programme, event, "seed \(seed)")
    }
}
