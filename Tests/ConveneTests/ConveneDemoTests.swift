import Base
import People
import Store
import Testing
import TestKit
import Web

@testable import Convene

@Suite struct ConveneDemoTests {
    @Test("The demo holds six editions, and the programme of 2025 as the note prints it", arguments: Backend.available)
    func fill(_ backend: Backend) async throws {
        let migrations = WebSchema.migrations + PeopleModule.module().migrations + ConveneModule.module().migrations
        try await withDatabase(backend, migrations: migrations) { database in
            let (files, release) = try await database.write { tx in
                let administrator = try PeopleDemo.administrator(in: tx)
                try PeopleDemo.fill(in: tx, administrator: administrator)
                try ConveneDemo.fill(organisations: PeopleDemo.organisations(in: tx), administrator: administrator, in: tx)
                let files = try EventStore.editions(in: tx)
                return (files, try files.first.flatMap { try ReleaseShelf.latest(of: $0.event.id, in: tx) })
            }
            #expect(files.map(\.event.slug) == (2020...2025).reversed().map { "gmc-\($0)" })
            #expect(files.allSatisfy { file in file.parties.allSatisfy { file.organisation(of: $0) != nil } })
            #expect(files.first { $0.event.slug == "gmc-2022" }?.themes.count == 2)
            let mexico = try #require(files.first)
            for language in Language.allCases {
                #expect(mexico.event.name.reading(language).tag == language.rawValue)
                #expect(mexico.theme?.text.reading(language).tag == language.rawValue)
            }
            try programme(try #require(release))
        }
    }

    private func programme(_ release: Release) throws {
        let said = release.programme.sessions.map { "\($0.date) \($0.start)-\($0.end) \($0.title.text(.en))" }
        #expect(release.number == 1 && release.message.text(.en) == "First programme")
        for line in [
            "2025-12-03 09:20-09:30 Opening Video", "2025-12-03 09:40-10:15 Opening Remarks",
            "2025-12-03 10:15-10:25 Keynote Report",
            "2025-12-03 10:25-10:30 Report Release",
            "2025-12-03 11:40-11:50 Announcement of the Host Institution for 2026 Global MOOC and Online Education Conference",
            "2025-12-03 09:30-09:40 Future Education Scenario Presenting",
            "2025-12-03 10:30-10:40 Release of Mexico City Declaration", "2025-12-03 10:40-11:00 Tea Break",
            "2025-12-03 11:00-11:40 Keynote Presentations", "2025-12-03 11:50-12:00 Tea Break",
            "2025-12-03 12:00-12:20 Roundtable Forum", "2025-12-03 12:20-12:30 GMA Awards Ceremony",
        ] { #expect(said.contains(line), "\(line)") }
        #expect(said.count == 16)
        #expect(
            said.filter { $0.contains("Plenary Session") }.map { String($0.prefix(22)) } == [
                "2025-12-03 14:00-17:00", "2025-12-03 14:00-17:00", "2025-12-04 09:30-12:30", "2025-12-04 09:30-12:30",
            ])
        #expect(release.programme.sessions.first { $0.title.text(.en) == "Keynote Presentations" }?.slots.count == 5)
        let works = release.programme.sessions.first { $0.kind == .release }?.abstract.text(.en) ?? ""
        #expect(works.contains("Infinite Possibilities: Digital Development Report of Global Higher Education 2025"))
        #expect(works.contains("Digital Development Index of Global Higher Education 2025"))
        for session in release.programme.sessions {
            for language in Language.allCases { #expect(session.title[language.rawValue] != nil, "\(session.title.text(.en))") }
        }
    }
}
