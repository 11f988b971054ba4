import Base
import CompositeIndex
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct IndexSiteRoutesTests {
    private static let pages = [
        "", "/u/AA", "/u/DD", "/compare", "/matrix", "/map", "/sliders", "/method", "/audit",
        "/corrections",
        "/downloads", "/scores.json", "/download/scores.csv", "/download/reproduce.zip",
    ]

    @Test("Nothing of an edition can be read before it is released, everything after it", arguments: Backend.available)
    func release(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            for page in Self.pages {
                let refusal = await #expect(throws: Refusal.self) { try await stage.ask("/index/tiny-2026\(page)") }
                #expect(refusal?.code == .notFound, "\(page)")
            }
            let list = try await stage.page("/index")
            #expect(!list.contains("tiny-2026"))
            try await stage.release()
            for page in Self.pages {
                let answer = try await stage.ask("/index/tiny-2026\(page)")
                #expect(answer.status == .ok && !answer.body.isEmpty, "\(page)")
                guard case .shared(let topics, _) = answer.keeping else {
                    Issue.record("\(page) is not kept for everyone")
                    continue
                }
                #expect(topics.contains("index:tiny-2026"), "\(page)")
            }
            let after = try await stage.page("/index")
            #expect(after.contains("/index/tiny-2026"))
        }
    }

    @Test("Who and what is not there is not found", arguments: Backend.available)
    func unknown(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            try await stage.release()
            for page in ["/index/other", "/index/tiny-2026/u/ZZ", "/index/tiny-2026/download/secrets.csv"] {
                let refusal = await #expect(throws: Refusal.self) { try await stage.ask(page) }
                #expect(refusal?.code == .notFound, "\(page)")
            }
        }
    }

    @Test("The list takes the same number of statements for one edition and for three", arguments: Backend.available)
    func list(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            try await stage.release()
            var counts: [Int] = []
            for more in [[], ["tiny-2027", "tiny-2028"]] {
                for slug in more {
                    try await stage.database.write { [administrator = stage.administrator] tx in
                        let made = try EditionActions.create(MeasureStage.draft(slug), by: administrator, in: tx)
                        try EditionActions.edit(made.id, as: "index.imported", seen: nil, by: administrator, in: tx) {
                            $0 = MeasureStage.tiny
                        }
                        try EditionActions.freeze(made.id, by: administrator, in: tx)
                        try EditionReleaseActions.release(made.id, by: administrator, in: tx)
                    }
                }
                let (statements, found) = try await stage.database.read { tx in
                    let before = tx.statements
                    let found = try EditionStore.released(in: tx).count
                    return (tx.statements - before, found)
                }
                #expect(found == more.count + 1)
                counts.append(statements)
            }
            #expect(Set(counts).count == 1)
            let text = try await stage.page("/index")
            #expect(text.contains("Tiny index") && text.contains("/index/tiny-2028/downloads"))
        }
    }

    @Test("A file is handed over to be saved, under the edition's name", arguments: Backend.available)
    func download(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            try await stage.release()
            let answer = try await stage.ask("/index/tiny-2026/download/raw.csv")
            #expect(answer.type.hasPrefix("text/csv"))
            #expect(answer.fields[.contentDisposition]?.contains("attachment; filename=\"tiny-2026-raw.csv\"") == true)
            #expect(String(decoding: answer.body, as: UTF8.self).hasPrefix("uName,uCode,region,p1,p2,q1\r\n"))
        }
    }
}
