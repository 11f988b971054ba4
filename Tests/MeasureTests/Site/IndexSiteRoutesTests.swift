import Base
import CompositeIndex
import HTTPTypes
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct IndexSiteRoutesTests {
    private static let pages = [
        "", "/u/AA", "/u/DD", "/compare", "/compare?u=AA&u=CC", "/matrix", "/map", "/sliders", "/method", "/audit",
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
                let answer = try await stage.ask("/index/tiny-2026\(page.split(separator: "?")[0...0].joined())")
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

    @Test("The list asks as many questions for one edition as for three", arguments: Backend.available)
    func list(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            try await stage.release()
            let text = try await stage.page("/index")
            #expect(text.contains("Tiny index") && text.contains("/index/tiny-2026/downloads"))
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
