import Base
import CompositeIndex
import Foundation
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Measure

@Suite struct ReportRoutesTests {
    private static let pages = ["/reports/annual", "/reports/annual/report.pdf", "/u/AA/report", "/u/AA/report.pdf"]

    @Test("nothing of a report can be read before it is published and its edition released", arguments: Backend.available)
    func embargo(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            let administrator = stage.administrator
            let annual = try await stage.report("annual", isPublished: true)
            let country = try await stage.report(
                "country", .country, ["en": "# {{name unit}}\n\n{{score unit}}"], isPublished: true)
            func closed(_ pages: [String]) async throws {
                for page in pages {
                    let refusal = await #expect(throws: Refusal.self) {
                        try await stage.ask("/index/tiny-2026\(page)", as: administrator)
                    }
                    #expect(refusal?.code == .notFound, "\(page)")
                }
            }
            try await closed(Self.pages + ["/reports"])
            try await stage.database.write { (tx) throws in
                try ReportActions.withdraw(annual.id, seen: nil, by: administrator, in: tx)
                try ReportActions.withdraw(country.id, seen: nil, by: administrator, in: tx)
            }
            try await stage.release()
            try await closed(Self.pages)
            let empty = try await stage.page("/index/tiny-2026/reports")
            #expect(!empty.contains("/reports/annual") && !empty.contains("/u/AA/report"))
            #expect(!(try await stage.page("/index/tiny-2026/u/AA")).contains("/u/AA/report"))
            try await stage.database.write { (tx) throws in
                try ReportActions.publish(annual.id, seen: nil, by: administrator, in: tx)
                try ReportActions.publish(country.id, seen: nil, by: administrator, in: tx)
            }
            for page in Self.pages {
                let answer = try await stage.ask("/index/tiny-2026\(page)")
                guard case .shared(let topics, _) = answer.keeping else {
                    Issue.record("\(page) is not kept for everyone")
                    continue
                }
                #expect(topics.contains("index:tiny-2026") && topics.contains(IndexEdition.listTopic), "\(page)")
            }
            let list = try await stage.page("/index/tiny-2026/reports")
            #expect(list.contains("/reports/annual/report.pdf?lang=en") && list.contains("/u/AA/report"))
            #expect(try await stage.page("/index/tiny-2026/u/AA").contains(#"href="/index/tiny-2026/u/AA/report""#))
            // A report for each country has no page for nobody, and the one about the edition none for a country.
            try await closed(["/reports/country", "/u/ZZ/report", "/reports/other"])
        }
    }

    @Test("a published report follows the corrections of its edition, on its page and on paper", arguments: Backend.available)
    func corrected(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            try await stage.report("annual", .edition, ["en": "# Now\n\nIt is {{score AA q1}}."], isPublished: true)
            try await stage.release()
            let path = "/index/tiny-2026/reports/annual"
            let before = try await stage.page(path)
            #expect(before.contains("It is 0.0.") && before.contains("Corrections since the release: 0"))
            #expect(try pdfText(try await stage.ask(path + "/report.pdf").body).contains("It is 0.0."))
            try await stage.database.write { [id = stage.edition.id, administrator = stage.administrator] (tx) throws in
                try CorrectionActions.correct(
                    id, unit: "AA", indicator: "q1", to: 8, reason: Localized("Typed wrongly"), by: administrator, in: tx)
            }
            let after = try await stage.page(path)
            #expect(after.contains("It is 100.0.") && after.contains("Corrections since the release: 1"))
            #expect(try pdfText(try await stage.ask(path + "/report.pdf").body).contains("It is 100.0."))
        }
    }

    @Test("the demo's annual report has the numbers of the ranking on paper, and says that they are invented")
    func paper() async throws {
        try await MeasureStage.with(.sqlite) { stage in
            try await stage.database.write { [administrator = stage.administrator] (tx) throws in
                try MeasureDemo.fill(by: administrator, in: tx)
            }
            let text = try pdfText(try await stage.ask("/index/sample-2026/reports/annual/report.pdf").body)
            let source = try ReportSample.demo()
            let view = source.view
            for row in view.sorted(view.counted, by: view.index).prefix(20) {
                #expect(text.contains(view.build.units[row].name), "\(view.build.units[row].name)")
                #expect(text.contains(ScoreText.text(view.score(row, view.index), .en)))
            }
            #expect(text.contains("Countries and numbers are invented"))
            let country = try await stage.ask("/index/sample-2026/u/X07/report.pdf")
            #expect(try pdfText(country.body).contains("Gardania"))
        }
    }

    @Test("the desk begins, writes, is told what is wrong by line, publishes and deletes", arguments: Backend.available)
    func desk(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            let desk = "/desk/measure/tiny-2026/reports"
            @Sendable func send(_ path: String, _ fields: [(String, String)]) async throws -> (status: Int, text: String) {
                let answer = try await stage.ask(
                    desk + path, post: fields.map { (name: $0.0, value: $0.1) }, as: stage.administrator)
                return (answer.status.code, String(decoding: answer.body, as: UTF8.self))
            }
            #expect(try await send("", [("slug", "plain"), ("start", "empty")]).status == 422)
            #expect(try await send("", [("slug", "annual"), ("start", "annual")]).status == 303)
            #expect(
                try await send("", [("slug", "annual"), ("start", "annual")]).text.contains("There is a report with this address")
            )
            let editor = try await stage.page(desk + "/annual", as: stage.administrator)
            #expect(editor.contains("{{score #1}}") && editor.contains("id=\"figure-1\"") && !editor.contains("id=\"faults\""))
            let text = ("text", "# One\r\n\r\n{{score ZZ}}\r\n\r\n{{mean}}")
            #expect(try await send("/annual", [("seen", "1"), ("text_language", "en"), ("title", "T"), text]).status == 303)
            let faulty = try await stage.page(desk + "/annual", as: stage.administrator)
            #expect(faulty.contains("English, line 3:") && faulty.contains("There is no country “ZZ”"))
            let refused = try await send("/annual/state", [("do", "publish"), ("seen", "2")])
            #expect(refused.status == 422 && refused.text.contains("Places that are not understood: 1"))
            let late = try await send("/annual", [("seen", "1"), ("text_language", "en"), ("title", "T"), ("text", "Mine")])
            #expect(late.status == 422 && late.text.contains("\nMine</textarea>") && late.text.contains("{{score ZZ}}"))
            #expect(
                try await send("/annual", [("seen", "2"), ("text_language", "en"), ("title", "T"), ("text", "{{mean}}")]).status
                    == 303)
            #expect(try await stage.ask(desk + "/annual/report.pdf", as: stage.administrator).body.starts(with: "%PDF".utf8))
            #expect(try await send("/annual/state", [("do", "publish"), ("seen", "3")]).status == 303)
            #expect(try await stage.page(desk, as: stage.administrator).contains("Published"))
            #expect(try await send("/annual/state", [("do", "withdraw"), ("seen", "4")]).status == 303)
            #expect(try await send("/annual/state", [("do", "remove"), ("seen", "5")]).status == 303)
            #expect(try await stage.page(desk, as: stage.administrator).contains("There are no reports yet"))
        }
    }

    private func pdfText(_ bytes: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("plenaria-report-\(UUID().uuidString).pdf").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
        process.arguments = [path, "-"]
        let out = Pipe()
        process.standardOutput = out
        try process.run()
        let text = try out.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}
