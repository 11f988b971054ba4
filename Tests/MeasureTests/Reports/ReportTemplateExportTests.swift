import Base
import Testing

@testable import Measure

@Suite struct ReportTemplateExportTests {
    @Test("templates are whole texts in all languages in which everything is understood")
    func sound() throws {
        let edition = IndexSample.edition("sample-2026", number: 7)
        let old = IndexSample.edition("sample-2025", period: "2025", number: 6)
        for archive in [[], [old]] {
            let material = ReportMaterial(
                edition, MeasureDemo.content, archive: archive, contents: [old.id: MeasureDemo.content])
            let template = ReportTemplateExport(material, MeasureStage.book)
            for start in ReportForm.Start.allCases where start != .empty {
                let (title, text) = template.begun(start)
                #expect(Set(text.tags) == Set(Language.allCases.map(\.rawValue)) && Set(title.tags) == Set(text.tags))
                var report = ReportSample.report(text.texts, kind: start.kind)
                report.title = title
                let faults = ReportReading.faults(of: report, try ReportSource(material))
                #expect(faults.isEmpty, "\(faults.map { "\($0.tag) \($0.fault)" })")
                for tag in text.tags { #expect(!(text[tag] ?? "").contains("report."), "\(tag)") }
                #expect((text["en"] ?? "").contains(start == .annual ? "movers" : "timeline") == !archive.isEmpty)
            }
        }
    }

    @Test("an edition without data has a template as well")
    func bare() {
        let material = ReportMaterial(IndexSample.edition(), IndexContent())
        let (_, text) = ReportTemplateExport(material, MeasureStage.book).begun(.annual)
        #expect((text["en"] ?? "").contains("{{edition}} {{period}}"))
        #expect(ReportTemplateExport(material, MeasureStage.book).begun(.empty).text.isEmpty)
    }
}
