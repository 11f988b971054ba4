import Base
import HTML
import Store

/// The sample's reports: one about the edition and one for each country, as the templates begin them in all seven languages.
enum ReportDemo {
    static func fill(_ edition: Identifier, by administrator: Viewer, in tx: Writer) throws {
        guard let material = try ReportStore.material(of: edition, in: tx) else { return }
        var book = WordBook()
        try book.add(EmbeddedFiles.all)
        let template = ReportTemplateExport(material, book)
        for (slug, start) in [("annual", ReportForm.Start.annual), ("country", .country)] {
            let (title, text) = template.begun(start)
            let report = try ReportActions.create(
                slug, start.kind, title: title, text: text, authors: "Plenaria", of: edition, by: administrator, in: tx)
            try ReportActions.publish(report.id, seen: nil, by: administrator, in: tx)
        }
    }
}
