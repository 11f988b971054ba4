import Base
import Convene
import Foundation
import HTML
import Store

/// `plenaria export`: the newest release of an event in a form that other programs read, or its public pages in a folder.
package struct EventExport: Sendable {
    package let event: String
    package let settings: Settings
    package let database: Database

    package init(event: String, settings: Settings, database: Database) {
        self.event = event
        self.settings = settings
        self.database = database
    }

    /// The names of the forms, as `--format` takes them.
    package static let formats = ProgrammeExport.Format.allCases.map(\.rawValue) + ["atom"]

    package func text(_ format: String, _ language: Language) async throws -> String {
        let (found, entries) = try await database.read { tx in
            let found = try find(in: tx)
            return (try ExportStore.source(of: found, in: tx), try ExportStore.changes(of: found.id, most: 20, in: tx))
        }
        let words = try House.book().words(language)
        guard let view = found.view(language) else {
            throw StoreError.refused("the programme of \(event) is not published yet")
        }
        guard let format = ProgrammeExport.Format(rawValue: format) else {
            let scene = Scene(words: words, now: database.now)
            return ChangesFeedExport(
                found.event, entries, scene: scene, siteName: settings.siteName, baseURL: settings.baseURL
            ).text()
        }
        return ProgrammeExport(
            found.file, view, history: found.history, materials: found.materials, words: words, baseURL: settings.baseURL
        ).text(format)
    }

    /// Copies the public pages; without languages in English and those of the event.
    package func copy(to folder: URL, languages: [Language], progress: (String, Int) -> Void) async throws -> SiteCopy.Outcome {
        let (found, release) = try await database.read { tx in
            let found = try find(in: tx)
            return (found, try ReleaseStore.latest(of: found.id, in: tx))
        }
        guard found.isPublic else { throw StoreError.refused("the event \(event) is not public") }
        let house = try House(settings, database: database)
        let chosen = languages.isEmpty ? SiteCopy.languages(of: found, release) : languages
        return try await SiteCopy(house, found, languages: chosen).write(to: folder, progress: progress)
    }

    private func find(in tx: Reader) throws -> Event {
        guard let found = try EventStore.find(slug: event, in: tx) else {
            throw StoreError.refused("there is no event \(event); its name is the part of its address after /e/")
        }
        return found
    }
}
