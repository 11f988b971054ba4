import Base
import Foundation
import Testing

@testable import Convene

@Suite struct ScheduleJSONExportTests {
    private func text(_ release: Release, _ language: Language = .en, slug: String = "gmc-2025") throws -> String {
        ScheduleJSONExport(try ExportStage.outline(release, language, slug: slug)).text()
    }
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Says each fault with its place; formats are checked too.
    private static let script = """
        import json, sys, jsonschema
        schema = json.load(open(sys.argv[1]))
        validator = jsonschema.Draft6Validator(schema, format_checker=jsonschema.FormatChecker())
        faults = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(json.load(open(sys.argv[2])))]
        print("\\n".join(faults))
        sys.exit(1 if faults else 0)
        """
    /// What the published schema says of it; nil where there is no judge.
    static func judged(_ text: String) throws -> (status: Int32, output: String)? {
        guard let schema, let python else { return nil }
        return try ForeignProgram.withFile(text, ".json") { try ForeignProgram.run(python, ["-c", script, schema, $0]) }
    }
    private static let schema = ExportStage.schema("schema.json")
    private static let python = ExportStage.python("jsonschema")

    @Test("Every programme is valid against the published schema", .enabled(if: schema != nil && python != nil)) func valid()
        throws
    {
        for release in try ExportStage.releases() {
            for (language, slug) in [(Language.en, "gmc-2025"), (.ar, "gmc")] {
                let run = try #require(try ScheduleJSONExportTests.judged(text(release, language, slug: slug)))
                #expect(run.status == 0, "\(run.output)")
            }
        }
    }

    @Test("The judge refuses what lacks something", .enabled(if: schema != nil && python != nil)) func invalid() throws {
        let broken = try text(ExportStage.release()).replacing("\"guid\":\"1111", with: "\"guidance\":\"1111")
        let run = try #require(try ScheduleJSONExportTests.judged(broken))
        #expect(run.status == 1 && run.output.contains("guid"), "\(run.output)")
    }

    @Test("It has the shape that readers of the format count on") func shape() throws {
        for release in try ExportStage.releases() {
            let root = try object(text(release))
            let schedule = try #require(root["schedule"] as? [String: Any])
            let conference = try #require(schedule["conference"] as? [String: Any])
            #expect(schedule["version"] as? String == "1" && schedule["base_url"] != nil)
            for key in ["acronym", "title", "start", "end", "timeslot_duration", "time_zone_name", "tracks", "rooms"] {
                #expect(conference[key] != nil, "\(key)")
            }
            let days = try #require(conference["days"] as? [[String: Any]])
            #expect(conference["daysCount"] as? Int == days.count)
            var count = 0
            for day in days {
                let rooms = try #require(day["rooms"] as? [String: [[String: Any]]])
                for (name, events) in rooms {
                    for event in events {
                        count += 1
                        #expect(event["room"] as? String == name && (event["id"] as? Int ?? 0) > 0)
                        for key in [
                            "guid", "date", "start", "duration", "slug", "url", "title", "subtitle", "track", "type", "language",
                            "abstract", "persons", "links",
                        ] { #expect(event[key] != nil, "\(key)") }
                    }
                }
            }
            #expect(count == release.programme.sessions.count)
        }
    }

    @Test("It says what schedule.xml says") func agreement() throws {
        let release = try ExportStage.release()
        let json = try text(release)
        let xml = ScheduleXMLExport(try ExportStage.outline(release)).text()
        for entry in try ExportStage.outline(release).days.flatMap(\.rooms).flatMap(\.entries) {
            for part in [entry.guid, entry.start, entry.slug, entry.url, entry.duration] {
                #expect(json.contains(part) && xml.contains(part), "\(part)")
            }
        }
        #expect(json.contains("\"do_not_record\":true") && json.contains("\"recording_license\":\"CC BY 4.0\""))
        #expect(!json.contains("secret.example") && !json.contains("</script>"))
    }
}
