import Base
import Foundation
import HTML

@testable import Convene

/// A programme with everything that exports tell, and the judges that are not ours.
enum ExportStage {
    static let baseURL = "https://conference.example"

    /// Beside the checkout, or where the environment says; nil where the published schemas are not.
    static func schema(_ name: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let beside = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).deletingLastPathComponent()
            .appending(path: "shared/corpus/schedules/schema")
        let folder = environment["PLENARIA_SCHEDULE_XSD"].map { URL(fileURLWithPath: $0).deletingLastPathComponent() } ?? beside
        let path = folder.appending(path: name).path
        return FileManager.default.isReadableFile(atPath: path) ? path : nil
    }

    /// A Python that knows the module.
    static func python(_ module: String) -> String? {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let places: [String?] = [
            ProcessInfo.processInfo.environment["PLENARIA_TEST_PYTHON"], root.appending(path: ".venv/bin/python").path,
            ForeignProgram.find("python3"),
        ]
        return places.compactMap { $0 }.first { path in
            guard FileManager.default.isExecutableFile(atPath: path) else { return false }
            return (try? ForeignProgram.run(path, ["-c", "import \(module)"]))?.status == 0
        }
    }

    static let policy = Track(
        id: SiteSample.id(61), name: Localized(["en": "Policy", "fr": "Politique"]), position: 1, colour: "#aa0033")

    /// Two rooms of one name, two tracks, every field that a session has, texts that try to break out.
    static func release(number: Int = 1) throws -> Release {
        var full = try SiteSample.session(
            1, "2025-12-03", 600, 90, Localized(["en": "Full </script> & \"more\"", "ar": "كامل"]), kind: .keynote, room: 51,
            languages: ["en", "es"],
            people: [
                SiteSample.person("Ana 'Nita' Ruiz"), SiteSample.person("Doe, Jane", presence: .online),
                Appearance(
                    id: SiteSample.id(703), person: SiteSample.id(777), name: "Wu Yan", affiliation: "", role: .chair,
                    presence: .inRoom, readBy: ""),
            ])
        full.track = policy.id
        full.abstract = Localized("Short; with, marks\nand a second line ]]>")
        full.detail = SessionDetail(
            subtitle: Localized("=HYPERLINK(\"x\")"), description: Localized("Long *text*\n\n- one\n- two"),
            guid: "11111111-2222-4333-8444-555555555555", recordingLicence: "CC BY 4.0", isRecordingOptOut: true,
            origin: "https://origin.example/1")
        let others = [
            try SiteSample.session(2, "2025-12-03", 600, 30, Localized("مؤتمر", "ar"), room: 52, languages: []),
            try SiteSample.session(3, "2025-12-03", 690, 30, Localized("Coffee"), kind: .break, languages: []),
            try SiteSample.session(4, "2025-12-03", 1530, 30, Localized("Night 🌙"), room: 51, section: "After dark"),
            try SiteSample.session(5, "2025-12-04", 90, 30, Localized("-1 is early"), room: 51),
        ]
        var release = SiteSample.release(
            [full] + others, number: number, rooms: [SiteSample.room(51, "L'Aula"), SiteSample.room(52, "L'Aula")], ends: 1680)
        release.programme.tracks = [policy]
        return release
    }

    static func materials() throws -> [Identifier: [Material]] {
        let session = SiteSample.id(1)
        func material(_ number: Int, _ kind: MaterialKind, _ visibility: MaterialVisibility, url: String) -> Material {
            Material(
                id: SiteSample.id(number), event: SiteSample.id(999), session: session, position: number, kind: kind,
                title: number == 301 ? Localized("Slides & notes") : .empty, visibility: visibility,
                file: url.isEmpty
                    ? Material.File(
                        id: SiteSample.id(number + 50), name: "talk.pdf", type: "application/pdf", size: 9, sha256: "") : nil,
                url: url, createdAt: Instant(seconds: 0))
        }
        return [
            session: [
                material(301, .slides, .everyone, url: ""), material(302, .recording, .everyone, url: "https://video.example/1"),
                material(303, .paper, .team, url: "https://secret.example/paper"),
            ]
        ]
    }

    static func outline(_ release: Release, _ language: Language = .en, slug: String = "gmc-2025") throws -> ScheduleOutline {
        var event = try SiteSample.event(release.programme.zone)
        event.slug = slug
        let view = ProgrammeView(release, reader: nil, language: language)
        let addresses = SessionAddresses(event, baseURL: baseURL)
        return ScheduleOutline(event, view, addresses: addresses).with(try materials(), view, addresses: addresses)
    }

    static func export(_ release: Release, _ language: Language = .en, history: ProgrammeHistory = .none) throws
        -> ProgrammeExport
    {
        ProgrammeExport(
            EventFile(event: try SiteSample.event(release.programme.zone)),
            ProgrammeView(release, reader: nil, language: language), history: history, materials: try materials(),
            words: EventWorld.book.words(language), baseURL: baseURL)
    }

    /// Programmes that ask much of a schedule: clock changes, nights, long and short ones, every script.
    static func releases() throws -> [Release] {
        let long = try SiteSample.session(1, "2025-12-03", 600, 1560, Localized("Hackathon of 26 hours"))
        return [
            try SiteSample.opening(), try release(),
            SiteSample.release(
                [try SiteSample.session(1, "2025-10-26", 60, 180, Localized("Long night"))], zone: "Europe/Berlin"),
            SiteSample.release(
                [try SiteSample.session(1, "2025-03-30", 90, 120, Localized("Short night"))], zone: "Europe/Berlin"),
            SiteSample.release([long], ends: 2880), SiteSample.release([]),
        ]
    }
}
