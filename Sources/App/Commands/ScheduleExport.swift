import Base
import Convene
import HTML
import Store

/// `plenaria export schedule`: the newest release in a form that other programs read.
package enum ScheduleExport {
    package enum Format: String, CaseIterable, Sendable { case xml, ics }

    package static func text(_ slug: String, _ format: Format, _ language: Language, _ settings: Settings, _ database: Database)
        async throws -> String
    {
        let found = try await database.read { tx -> (EventFile, Release)? in
            guard let event = try EventStore.find(slug: slug, in: tx), let release = try ReleaseStore.latest(of: event.id, in: tx)
            else { return nil }
            return (try EventStore.file(event, in: tx), release)
        }
        guard let (file, release) = found else { throw StoreError.refused("there is no published programme of an event \(slug)") }
        let words = try House.book().words(language)
        let view = ProgrammeView(release, reader: nil, language: language)
        switch format {
        case .xml: return ScheduleXMLExport(ScheduleOutline(file.event, view, baseURL: settings.baseURL)).text()
        case .ics: return ICalendarExport(file, words: words, baseURL: settings.baseURL).programme(view)
        }
    }
}
