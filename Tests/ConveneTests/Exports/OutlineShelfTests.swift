import Base
import HTML
import Testing

@testable import Convene

@Suite struct OutlineShelfTests {
    @Test("A kept outline counts for its release, language, event and site alone") func kept() throws {
        let shelf = OutlineShelf(limit: 2)
        let release = try SiteSample.opening()
        var event = try SiteSample.event()
        let view = ProgrammeView(release, reader: nil, language: .en)
        func title(_ view: ProgrammeView, _ base: String = "https://a.example") -> String {
            let outline = shelf.outline(event, view, addresses: SessionAddresses(event, baseURL: base))
            return outline.title + " " + outline.address
        }
        let before = title(view)
        #expect(title(view) == before && before.contains("https://a.example"))
        event.name = Localized("Another name")
        #expect(title(view).hasPrefix("Another name"))
        #expect(title(view, "https://b.example").contains("https://b.example"))
        let arabic = ProgrammeView(release, reader: nil, language: .ar)
        #expect(shelf.outline(event, arabic, addresses: SessionAddresses(event, baseURL: "")).version == "1")
    }

    @Test("Materials are told as they are now") func materials() throws {
        let release = try ExportStage.release()
        let event = try SiteSample.event(release.programme.zone)
        let view = ProgrammeView(release, reader: nil, language: .en)
        func text(_ materials: [Identifier: [Material]]) -> String {
            ProgrammeExport(
                EventFile(event: event), view, history: .none, materials: materials, words: EventWorld.book.words(.en),
                baseURL: ExportStage.baseURL
            ).text(.xml)
        }
        #expect(try text(ExportStage.materials()).contains("https://video.example/1"))
        #expect(!text([:]).contains("https://video.example/1"))
    }
}
