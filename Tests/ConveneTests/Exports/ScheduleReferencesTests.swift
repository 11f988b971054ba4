import Base
import Testing

@testable import Convene

@Suite struct ScheduleReferencesTests {
    @Test("Links and recordings stand apart from files; what is not for everybody is left out") func split() throws {
        let release = try ExportStage.release()
        let event = try SiteSample.event(release.programme.zone)
        let view = ProgrammeView(release, reader: nil, language: .en)
        let addresses = SessionAddresses(event, baseURL: "https://site.example")
        let materials = try ExportStage.materials().values.flatMap { $0 }
        let (links, attachments) = ScheduleReferences.split(materials, view, addresses)
        #expect(links.map(\.url) == ["https://video.example/1"] && links.map(\.type) == ["media"])
        #expect(attachments.map(\.type) == ["slides"])
        #expect(attachments.allSatisfy { $0.url.hasPrefix("https://site.example/e/") && $0.url.contains("/materials/") })
    }
}
